"""A window of bytes in flight, the newest picture next, and nothing lost to a terminal that does not answer."""

import tracemalloc

import pytest

from tests.tui.wire.link import Link
from tests.tui.wire.terminal import Terminal
from tui.wire.pacing import ASK


def rows(text: str) -> str:
    return "".join(f"\x1b[{y + 1};1H\x1b[38;5;179m{text} {y}\x1b[0m" for y in range(4))


def fill(link: Link) -> None:
    """Draw small frames until the window holds no more; what waits then is that no more did."""
    for number in range(99):
        frames = link.frames
        link.wire.read(rows("xyz"[number % 3] * 5))
        link.write_out()
        if link.frames == frames:
            return
    raise AssertionError("however much is unanswered, there is room for more")


@pytest.fixture
def link() -> Link:
    """Return a wire to a terminal that shows its first frame."""
    link = Link(20, 4)
    link.drawn(rows("first"))
    return link


def test_the_first_frame_goes_at_once_and_asks() -> None:
    link = Link(20, 4)

    link.wire.read(rows("first"))

    assert link.all.endswith(ASK)
    assert "first 3" in link.all


def test_nothing_is_sent_before_something_is_drawn() -> None:
    link = Link(20, 4)

    link.wire.start()

    assert link.sent == []


def test_a_small_frame_waits_for_no_answer(link: Link) -> None:
    for text in ("older", "newer"):
        link.wire.read(rows(text))
        link.write_out()
        assert text[:3] in link.sent[-1]
    assert link.wire.owed == 2


def test_after_a_large_frame_the_next_waits_for_its_answer() -> None:
    link = Link(120, 36)
    link.wire.read("".join(f"\x1b[{y + 1};1H{chr(ord('a') + y % 26) * 100}" for y in range(36)))
    link.write_out()
    link.wire.read(rows("newer"))
    link.write_out()
    assert "newer" not in link.all

    link.wire.answered()
    assert "newer" in link.all


def test_when_the_window_is_full_none_is_sent_and_then_only_the_newest(link: Link) -> None:
    fill(link)
    sent = len(link.sent)
    for number in range(50):
        link.wire.read(rows(f"no {number}"))

    assert len(link.sent) == sent
    link.wire.answered()
    link.write_out()
    assert len(link.sent) == sent + 1
    assert "no 49" in link.sent[-1]
    assert "48" not in link.sent[-1]


def test_an_answer_before_the_frame_has_left_sends_nothing_more_yet(link: Link) -> None:
    link.wire.read(rows("older"))
    link.wire.read(rows("newer"))
    link.wire.answered()

    assert "new" not in link.all
    link.write_out()
    assert "new" in link.all


def test_a_mute_terminal_is_given_up_and_gets_frames_as_they_come() -> None:
    link = Link(20, 4)
    fill(link)
    link.wire.read(rows("second"))
    asked = link.frames

    link.loop.pass_time()
    link.write_out()
    assert "second" in link.all
    for text in ("third", "ahead", "behind", "newest"):
        link.wire.read(rows(text))
        link.write_out()
        assert text[:3] in link.sent[-1]
    assert link.frames == asked
    link.loop.pass_until(link.loop.now + 10)
    assert not link.wire.awaits


def test_a_late_answer_brings_the_pace_back() -> None:
    link = Link(20, 4)
    link.wire.read(rows("first"))
    link.write_out()
    link.loop.pass_time()
    link.wire.answered()

    link.wire.read(rows("second"))
    link.write_out()
    assert link.wire.awaits
    fill(link)


def test_where_one_answer_is_lost_the_others_still_count(link: Link) -> None:
    fill(link)
    while link.wire.owed > 1:
        link.wire.answered()
        link.write_out()
    link.loop.pass_time()
    link.write_out()
    link.wire.read(rows("newest"))
    link.write_out()

    assert "new" in link.sent[-1]
    assert link.loop.waiting == []


def test_answers_that_are_given_up_are_still_owed_and_then_no_more() -> None:
    link = Link(20, 4)
    link.wire.read(rows("first"))
    link.loop.pass_time()  # the quarter of a second for which the very first is waited for
    assert link.wire.owed == 1
    assert link.wire.awaits

    link.loop.pass_until(link.loop.now + 1)
    assert not link.wire.awaits


def test_who_answered_slowly_is_waited_for_longer(link: Link) -> None:
    link.wire.read(rows("second"))
    (delay, _), *_ = link.loop.waiting

    assert delay >= 1.0


def test_answers_that_nobody_asked_for_change_nothing(link: Link) -> None:
    sent = len(link.sent)
    link.wire.answered()
    link.wire.answered()

    assert len(link.sent) == sent


def test_idle_it_sends_nothing_and_waits_for_nothing(link: Link) -> None:
    sent = len(link.sent)
    link.wire.send()
    link.drawn("\x1b[1;1H")  # the cursor is sent there once, and no more
    sent = len(link.sent)
    link.drawn("\x1b[1;1H")

    assert len(link.sent) == sent
    assert link.loop.waiting == []


def test_what_is_no_drawing_waits_for_no_answer(link: Link) -> None:
    link.wire.read(rows("second"))
    link.write_out()
    link.wire.read("\x1b]52;c;aGVsbG8=\a")

    assert link.sent[-1] == "\x1b]52;c;aGVsbG8=\a"


def test_stopped_it_sends_nothing_and_started_again_everything(link: Link) -> None:
    link.wire.stop()
    sent = len(link.sent)
    link.wire.read(rows("now stopped"))
    link.wire.answered()
    link.wire.written()
    assert len(link.sent) == sent

    link.wire.start()
    link.settle()
    terminal = Terminal(20, 4)
    terminal.feed("".join(link.sent[sent:]).replace(ASK, ""))
    assert "".join(cell.cluster for cell in terminal.rows[2]).startswith("now stopped 2")


def test_a_terminal_that_reads_nothing_costs_no_memory(link: Link) -> None:
    def flood(frames: int) -> int:
        for number in range(frames):
            link.wire.read(rows(f"row {number}") + f"\a\x1b]52;c;{number:040}\a\x1b]22;text\a\x1b[?1000h\x1b[{number}z")
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        flood(500)
        assert abs(flood(1500) - flood(1500)) < 20_000
    finally:
        tracemalloc.stop()
    link.settle()
    assert link.all.count("\x1b]52;") <= 2
