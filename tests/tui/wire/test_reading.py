"""What Textual and Rich write is understood; what is not is passed on, and nothing is then taken for granted."""

import pytest

from tests.tui.wire.link import Link
from tui.wire.pacing import ASK
from tui.wire.reading import Reading
from tui.wire.terminals import abilities

MODES = "\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[>25u\x1b[?2026$p\x1b[?25l"


def text(reading: Reading, y: int = 0) -> str:
    return "".join(reading.cells.rows[y].clusters)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[1;3Hab\x1b[Dc", "  ac    "),
        ("abcdef\x1b[1;3H\x1b[K", "ab      "),
        ("abcdef\x1b[1;3H\x1b[1K", "   def  "),
        ("abcdef\x1b[1;3H\x1b[2X", "ab  ef  "),
        ("abcdef\x1b[2J", "        "),
        ("abcdef\x1b[1;2H\x1b[J", "a       "),
        ("abcdefghijk", "abcdefgk"),
        ("ab\r\x1b[3Cd\x1b[8Ge", "ab d   e"),
        ("ab\bc", "ac      "),
        ("\n\x1b[Aa\x1b[Bb\x1b[1dc", "a c     "),
        ("a\v\x1b[Ab", "ab      "),
        ("漢b\x1b[1;2Hx", " xb     "),
        ("a漢\x1b[1;2Hx", "ax      "),
        ("e\u0301x", "e\u0301x      "),
    ],
    ids=ascii,
)
def test_drawing(written: str, shown: str) -> None:
    reading = Reading(8, 3)
    reading.read(written)

    assert text(reading) == shown
    assert reading.aside() == ""


def test_what_is_no_drawing_is_passed_on_in_its_order_and_changes_no_picture() -> None:
    link = Link(8, 3)
    link.drawn("abc")

    assert link.drawn(MODES) == MODES
    assert link.drawn("\x1b]52;c;aGVsbG8=\a\a\x1b]22;text\a") == "\x1b]52;c;aGVsbG8=\a\a\x1b]22;text\a"


def test_of_what_is_said_twice_the_last_counts() -> None:
    reading = Reading(8, 3)
    reading.read("\x1b[?1000h\x1b]22;text\a\x1b[?1000l\x1b]22;default\a\a\a")

    assert reading.aside() == "\x1b[?1000l\x1b]22;default\a\a"


@pytest.mark.parametrize(
    "unknown", ["\x1b[3L", "\x1bP1$r\x1b\\", "\x1bc", "\x1b(0", "\x0e", "\x1b[2;4r", "\x1b[1;2;3;4;5y"]
)
def test_what_is_not_understood_is_passed_on_and_everything_drawn_anew(unknown: str) -> None:
    link = Link(8, 3)
    link.drawn("\x1b[1;1Habc\x1b[3;1Hdef")

    sent = link.drawn(unknown)
    assert sent.startswith(unknown)
    assert "abc" in sent
    assert "def" in sent


def test_textuals_own_marks_are_left_out_and_the_wires_put_around_what_is_sent() -> None:
    link = Link(8, 3)
    link.drawn("\x1b[1;1Habc")

    assert link.drawn("\x1b[?2026h\x1b[1;1Habd\x1b[?2026l").startswith("\x1b[?2026h")
    assert link.sent[-1].endswith("\x1b[?2026l" + ASK)


def test_links_are_part_of_how_a_cell_looks() -> None:
    link = Link(8, 3)
    link.drawn("\x1b[1;1Habc")
    opened = "\x1b]8;id=1;https://example.org\x1b\\"

    assert link.drawn(f"\x1b[1;2H{opened}b\x1b]8;;\x1b\\").startswith(f"{opened}\b\bb")
    assert "\x1b]8;;\x1b\\" in link.drawn("\x1b[1;3Hd")


def test_colours_that_are_not_known_are_kept() -> None:
    link = Link(8, 3)
    link.drawn("\x1b[1;1Habc")

    assert "58;2;1;2;3" not in link.drawn("\x1b[1;1Habd")
    assert "4:3" in link.drawn("\x1b[1;1H\x1b[4:3;31mabc\x1b[0m")


def test_a_terminal_of_few_letters_gets_one_for_each_cell() -> None:
    link = Link(8, 1, abilities("xterm"), codec="iso8859-1")

    assert "a-b \xe9" in link.drawn("\x1b[1;1Ha─b é")


@pytest.mark.parametrize(
    "written", ["\x1b[99999999999;5Hx", "\x1b[0;0Hx", "\x1b[5000Bx", "\x1b[;Hx", "\x1b[\x1b[", "\x1b"]
)
def test_nothing_crashes_it(written: str) -> None:
    Link(8, 3).drawn(written)
    Link(1, 1).drawn(written + "漢👩\u200d👩\u200d👧\u0301")
