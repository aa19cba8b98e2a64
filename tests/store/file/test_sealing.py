"""Lines that say whether they are whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.file.sealing import Broken, cut, sealed, unsealed

TEXTS = st.lists(st.binary(max_size=20).map(lambda text: text.replace(b"\n", b"")), max_size=5)


def sheet(texts: list[bytes]) -> bytes:
    raw, seal = b"", ""
    for text in texts:
        line, seal = sealed(seal, text)
        raw += line
    return raw


@given(TEXTS)
def test_what_was_sealed_is_whole_and_its_beginnings_are_too(texts: list[bytes]) -> None:
    found = unsealed(sheet(texts))
    assert found.lines == tuple(texts)
    assert found.size == len(sheet(texts))
    for count in range(len(texts) + 1):
        assert cut(found, count) == unsealed(sheet(texts[:count]))


@given(TEXTS, st.data())
def test_a_torn_last_line_does_not_count(texts: list[bytes], data: st.DataObject) -> None:
    raw = sheet([*texts, b"the last"])
    length = data.draw(st.integers(len(sheet(texts)), len(raw) - 1))
    assert unsealed(raw[:length]) == unsealed(sheet(texts))
    assert unsealed(raw[:length] + b"\0" * (len(raw) - length)) == unsealed(sheet(texts))


@given(TEXTS, st.data())
def test_damage_is_seen_wherever_it_is(texts: list[bytes], data: st.DataObject) -> None:
    before, last = sheet([*texts, b"the last but one"]), sheet([*texts, b"the last but one", b"the last"])
    raw = bytearray(last)
    # Without the line feed between them the last two are one line, as one that was torn is.
    place = data.draw(st.integers(0, len(raw) - 1).filter(lambda place: place != len(before) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    # A line feed makes two lines of the last one, the first of which was not the last to be written.
    if place < len(before) or raw[place] == ord("\n"):
        with pytest.raises(Broken):
            unsealed(bytes(raw))
    else:
        assert unsealed(bytes(raw)) == unsealed(before)


def test_a_line_taken_out_of_the_middle_is_missed() -> None:
    lines = sheet([b"one", b"two", b"three"]).splitlines(keepends=True)
    with pytest.raises(Broken, match="line 2"):
        unsealed(b"".join((lines[0], lines[2], lines[2])))
