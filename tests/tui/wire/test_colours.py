"""A terminal is asked for no colour that it does not have."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.wire.link import Link
from tui.wire.colours import MANY, colours, shown
from tui.wire.style import Style

SGR = re.compile(r"\x1b\[([\d;:]*)m")
OLD = {*range(30, 38), *range(40, 48)}
BRIGHT = {*range(90, 98), *range(100, 108)}

parts = st.integers(0, 300)
inks = st.one_of(
    st.sampled_from(["", "31", "90", "97", "38", "38;5", "38;2;1"]),
    parts.map(lambda number: f"38;5;{number}"),
    st.tuples(parts, parts, parts).map(lambda rgb: "38;2;" + ";".join(map(str, rgb))),
)


def as_ground(ink: str) -> str:
    return ink and str(int(ink[:2]) + 10) + ink[2:]


def codes(style: Style) -> set[int]:
    return {int(code) for colour in (style.ink, style.ground) if colour for code in colour.split(";")[:1]}


@given(inks, inks)
def test_few_colours_are_made_of_many(ink: str, ground: str) -> None:
    meant = Style(frozenset({1}), ink, as_ground(ground), others=("58;5;3",))

    assert shown(meant, MANY) == meant
    assert codes(shown(meant, 16)) <= OLD | BRIGHT
    assert codes(shown(meant, 8)) <= OLD
    assert shown(meant, 0) == Style(frozenset({1}))
    assert all("2;" not in colour[:5] for colour in shown(meant, 256)[1:3])


def test_what_is_grey_does_not_vanish_where_there_is_no_grey() -> None:
    assert shown(Style(ink="38;5;244", ground="38;5;233"), 8).ink != "30"


@pytest.mark.parametrize(
    ("environment", "count"),
    [
        ({"TERM": "xterm-256color"}, 256), ({"TERM": "tmux-256color"}, 256), ({"TERM": "screen-256color"}, 256),
        ({"TERM": "xterm"}, 16), ({"TERM": "screen"}, 16), ({"TERM": "linux"}, 16), ({"TERM": "rxvt-16color"}, 16),
        ({"TERM": "adm3000"}, 8), ({}, 8), ({"TERM": "vt100"}, 0), ({"TERM": "vt220"}, 0), ({"TERM": "dumb"}, 0),
        ({"TERM": "xterm-mono"}, 0), ({"TERM": "xterm", "COLORTERM": "truecolor"}, MANY),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, 0),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, 0),
    ],
    ids=str,
)  # fmt: skip
def test_how_many_there_are(environment: dict[str, str], count: int) -> None:
    assert colours(environment) == count


@pytest.mark.parametrize(("count", "known"), [(0, set[int]()), (8, OLD), (16, OLD | BRIGHT)])
def test_none_is_sent_that_the_terminal_does_not_have(count: int, known: set[int]) -> None:
    link = Link(20, 2, colours=count)

    link.drawn("\x1b[1;1H\x1b[1;38;5;179;48;5;236mgold\x1b[0;38;2;9;9;99mblue\x1b[0;97;41mred \x1b[48;5;60m  \x1b[K")

    asked = {int(code or 0) for codes in SGR.findall(link.all) for code in re.split("[;:]", codes)}
    assert asked - {0, 1, 22, 39, 49} <= known
    assert "gold" in link.all
