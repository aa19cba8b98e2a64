"""Answers are taken out of what is typed, wherever a read ends; keys stay as they are."""

from hypothesis import given
from hypothesis import strategies as st

from tui.wire.answers import Answers
from tui.wire.pacing import ANSWER

typed = st.lists(
    st.sampled_from([ANSWER, b"a", b"\x1b[A", b"\x1b", b"[", b"0", b"n", b"\x1b[0", "é".encode()]), max_size=12
)


@given(typed, st.data())
def test_however_reads_cut_them(pieces: list[bytes], data: st.DataObject) -> None:
    heard = b"".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(heard)), max_size=5)))
    answers, keys, count = Answers(), b"", 0
    for start, stop in zip([0, *cuts], [*cuts, len(heard)], strict=True):
        new, found = answers.take(heard[start:stop], awaited=True)
        keys, count = keys + new, count + found
    keys += answers.release()

    assert keys == heard.replace(ANSWER, b"")
    assert count == heard.count(ANSWER)


def test_where_no_answer_is_awaited_an_escape_is_passed_on_at_once() -> None:
    assert Answers().take(b"\x1b", awaited=False) == (b"\x1b", 0)


def test_an_escape_that_was_let_go_too_early_does_not_leave_the_rest_of_an_answer_to_be_typed() -> None:
    answers = Answers()
    assert answers.take(b"\x1b", awaited=True) == (b"", 0)
    assert answers.release() == b"\x1b"

    assert answers.take(b"[0nq", awaited=True) == (b"q", 1)


def test_a_key_after_an_escape_is_a_key() -> None:
    answers = Answers()
    answers.take(b"\x1b", awaited=True)
    answers.release()

    assert answers.take(b"q", awaited=True) == (b"q", 0)
