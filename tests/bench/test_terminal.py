"""The terminal of the bench shows what a program draws, and answers what it asks."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.answers import Answers
from tests.bench.link import Link
from tests.bench.marker import learn
from tests.bench.programs import Programs
from tests.bench.screen import Picture, Stream
from tests.bench.slow_link import PACKET, FarTerminal
from tests.bench.table import Goal, Row
from tests.bench.terminal import Size, Terminal

SIZE = Size(40, 6)
# Later Pythons warn of a fork beside threads, which xdist has; the child does nothing but become another program.
forks = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
ASKING = b"\x1b[?2026$pone\x1b[5n\x1b]11;?\x07two\x1b[c\x1b[1mthree"


@forks
def test_a_frame_of_a_textual_program_is_seen_and_its_cursor_found(tmp_path: Path) -> None:
    with Programs(tmp_path).bare().on(SIZE) as terminal:
        marker = learn(terminal)
        assert (marker.line, marker.column) == (0, 0)
        assert marker.text.startswith("Row 1 of a bare")
        assert marker.line_of(terminal.picture) == 1
        terminal.write(b"q")
        assert terminal.wait(10)


@forks
def test_a_program_is_answered_and_its_end_noticed(tmp_path: Path) -> None:
    asks = (
        "import sys, tty; tty.setraw(0); sys.stdout.write('\\x1b[5n'); sys.stdout.flush(); print(sys.stdin.read(4)[2])"
    )
    with Terminal([sys.executable, "-c", asks], SIZE, {}, tmp_path) as terminal:
        assert terminal.wait(10)
        assert terminal.picture.display[0].startswith("0")
        assert terminal.status == 0


@given(st.lists(st.integers(0, len(ASKING)), max_size=6))
def test_questions_are_answered_once_wherever_they_are_cut(cuts: list[int]) -> None:
    bounds = [0, *sorted(cuts), len(ASKING)]
    pieces = [ASKING[start:stop] for start, stop in pairwise(bounds)]
    answers, picture = Answers(), Picture(20, 1)
    stream = Stream(picture)
    said: list[bytes] = []
    for piece in pieces:
        said += answers.to(piece)
        stream.feed(piece)
    assert said == [b"\x1b[?2026;2$y", b"\x1b[0n", b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1b[?62;22c"]
    assert picture.display == ["onetwothree         "]


def test_what_ncurses_asks_of_an_xterm_is_drawn() -> None:
    picture = Picture(4, 3)
    Stream(picture).feed(b"a\x1b[3b\r\nb\r\nc\x1b[1S")
    assert picture.display == ["b   ", "c   ", "    "]


def test_what_is_not_built_has_not_reached_its_goal() -> None:
    row = Row("served", "time", None, Goal("80 ms", most=0.08), note="not built")
    assert row.cells() == ("served", "80 ms", "not built ✗", "–", "–", "–")
    assert Row("start", "time", 0.3, Goal("1 s", most=1), bare=0.2).cells()[2:] == ("300 ms ✓", "200 ms", "–", "1.50")


@forks
@pytest.mark.parametrize("compressed", [False, True])
def test_a_slow_link_brings_all_in_its_order_and_no_faster_than_it_is(tmp_path: Path, compressed: bool) -> None:
    asks = (
        "import sys, tty; tty.setraw(0); print('\\x1b[5n' + 'x' * 5000, end='', flush=True);"
        "print(sys.stdin.read(4)[2] + 'answered', flush=True)"
    )
    link = Link(bits=1_000_000, round_trip=0.02, compressed=compressed)
    with FarTerminal([sys.executable, "-c", asks], SIZE, {}, tmp_path, link) as terminal:
        assert terminal.listen_for(b"0answered", 10)
        times = terminal.arrivals
    assert terminal.said.count(b"x") == 5000
    assert times == sorted(times)
    assert compressed or times[-1] - times[0] > (5_000 - PACKET) * 8 / link.bits
