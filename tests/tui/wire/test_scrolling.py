"""A list that moves by a row is moved by the terminal; whatever stands around it stays."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.wire.link import Link
from tests.tui.wire.picture import Screen, differences
from tests.tui.wire.terminal import Terminal
from tui.wire.pacing import ASK
from tui.wire.terminals import abilities
from tui.wire.widths import clusters

WIDTH, HEIGHT = 30, 12
TERMS = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"]


def cells(text: str) -> int:
    return sum(width for _, width in clusters(text))


def listed(number: int) -> str:
    """Return a row of the list, unlike any other."""
    return "row of " + "".join(random.Random(number).choices("abcdefghij漢é─", k=8))


def frame(first: int, top: int, stop: int, cursor: int = -1) -> str:
    """Return a frame: a list from a row on, with a cursor, between lines of other things that stay."""
    written = ""
    for y in range(HEIGHT):
        row = listed(first + y - top) if top <= y < stop else f"line {y} stays"
        look = "1;38;5;179;48;5;236" if y == cursor else "38;5;245"
        written += f"\x1b[{y + 1};1H\x1b[{look}m{row}\x1b[0m{' ' * (WIDTH - cells(row))}"
    return written + "\x1b[1;1H"


edges = st.tuples(st.integers(0, 5), st.integers(6, HEIGHT)).flatmap(
    lambda edge: st.lists(st.tuples(st.integers(-9, 9), st.just(edge), st.integers(*edge)), min_size=2, max_size=6)
)


@pytest.mark.parametrize("term", TERMS)
@given(moves=edges)
def test_the_picture_is_as_meant_wherever_the_list_stands(
    term: str, moves: list[tuple[int, tuple[int, int], int]]
) -> None:
    link = Link(WIDTH, HEIGHT, abilities(term))
    shown, meant = Screen(WIDTH, HEIGHT), Screen(WIDTH, HEIGHT)
    ours = Terminal(WIDTH, HEIGHT, erases_in_colour=abilities(term).erases_in_colour)
    for first, (top, stop), cursor in moves:
        text = frame(first, top, stop, cursor)
        meant.feed(text.encode())
        sent = link.drawn(text)
        shown.feed(sent.encode())
        ours.feed(sent.replace(ASK, ""))
        assert not differences(shown.cells(), meant.cells())
        theirs = Terminal(WIDTH, HEIGHT)
        theirs.feed(text)
        assert ours.seen() == theirs.seen()


@pytest.mark.parametrize("by", [1, -1, 3, -3])
@pytest.mark.parametrize("term", TERMS[:-1])
def test_a_step_costs_the_rows_that_come_in(term: str, by: int) -> None:
    link = Link(WIDTH, HEIGHT, abilities(term))
    link.drawn(frame(100, 1, 11))

    sent = link.drawn(frame(100 + by, 1, 11))

    assert "\x1b[1M" in sent or "\x1b[3M" in sent
    assert sent.count("row of") == abs(by)
    assert "stays" not in sent


def test_a_terminal_that_cannot_is_not_asked_to() -> None:
    link = Link(WIDTH, HEIGHT, abilities("vt100"))
    link.drawn(frame(100, 1, 11))

    assert not {"L", "M"} & set(link.drawn(frame(101, 1, 11)))


@given(
    edges=st.tuples(st.integers(0, 5), st.integers(6, HEIGHT)),
    by=st.integers(-4, 4),
    cursor=st.integers(0, HEIGHT - 1),
)
def test_rows_are_moved_only_where_that_is_shorter(edges: tuple[int, int], by: int, cursor: int) -> None:
    able = abilities("xterm-256color")
    moves, draws = Link(WIDTH, HEIGHT, able), Link(WIDTH, HEIGHT, able._replace(moves_rows=False))
    for link in (moves, draws):
        link.drawn(frame(100, *edges))

    assert len(moves.drawn(frame(100 + by, *edges, cursor))) <= len(draws.drawn(frame(100 + by, *edges, cursor)))
