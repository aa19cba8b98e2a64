"""What is sent makes the same picture as what Textual wrote, on every kind of terminal, and is shorter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.tui.wire.link import Link
from tests.tui.wire.terminal import Look, Terminal, of_each_character
from tui.wire.pacing import ASK
from tui.wire.terminals import Abilities, abilities
from tui.wire.widths import clusters, is_certain

WIDTH, HEIGHT = 24, 5
PLAIN = "ab ─⣿ é"
WIDE = "漢字한"
MARKED = ["e\u0301", "ش\u064e", "ק\u05b8"]
RIGHT_TO_LEFT = "قوات שלום"
DISPUTED = ["👩\u200d👩\u200d👧", "❤\ufe0f", "🇱🇾", "⚡", "👍🏽"]
STYLES = ["", "1", "2", "7", "4;31", "38;5;179", "48;5;235", "1;38;5;10;48;5;235", "38;2;1;2;3;48;5;236", "9;48;5;235"]
COLOUR = STYLES[5:8]


def texts(*alphabets: str | list[str]) -> SearchStrategy[str]:
    letters = [letter for alphabet in alphabets for letter in alphabet]
    return st.lists(st.sampled_from(letters), max_size=12).map("".join)


def cut(text: str, cells: int) -> str:
    kept = ""
    for cluster, width in clusters(text):
        if width > cells:
            break
        kept, cells = kept + cluster, cells - width
    return kept


def frames(*alphabets: str | list[str], styles: list[str] = STYLES) -> SearchStrategy[list[str]]:
    """Return frames as the compositor writes them: to a cell, pieces each in a style of its own, a line feed."""

    @st.composite
    def frame(draw: st.DrawFn) -> str:
        written = ""
        for y in range(draw(st.integers(0, 1)), HEIGHT, draw(st.integers(1, 3))):
            x = draw(st.integers(0, WIDTH - 1))
            text = cut(draw(texts(*alphabets)) + " " * draw(st.sampled_from([0, 0, 3, 30])), WIDTH - x)
            # A mark at the beginning would belong to what is already there.
            style = draw(st.sampled_from(styles))
            written += f"\x1b[{y + 1};{x + 1}H" + (f"\x1b[{style}m{text}\x1b[0m" if style else text)
        return written + "\x1b[1;1H"

    return st.lists(frame(), min_size=1, max_size=6)


def blank(width: int = WIDTH, height: int = HEIGHT) -> str:
    return "".join(f"\x1b[{y + 1};1H{' ' * width}" for y in range(height)) + "\x1b[1;1H"


def assert_equal(written: list[str], able: Abilities, terminal: Terminal) -> None:
    meant = Terminal(WIDTH, HEIGHT)
    link = Link(WIDTH, HEIGHT, able)
    for frame in [blank(), *written]:
        meant.feed(frame)
        terminal.feed(link.drawn(frame).replace(ASK, ""))
        assert terminal.seen() == meant.seen()
        assert (terminal.x, terminal.y) == (meant.x, meant.y)


@given(frames(PLAIN, WIDE, MARKED, RIGHT_TO_LEFT, DISPUTED))
def test_an_xterm_shows_what_textual_meant(written: list[str]) -> None:
    assert_equal(written, abilities("xterm-256color"), Terminal(WIDTH, HEIGHT))


@given(frames(PLAIN, WIDE, MARKED))
def test_so_does_a_screen_that_erases_to_its_own_background(written: list[str]) -> None:
    assert_equal(written, abilities("screen-256color"), Terminal(WIDTH, HEIGHT, erases_in_colour=False))


@given(frames(PLAIN, WIDE, MARKED))
def test_so_does_a_terminal_of_which_nothing_is_known(written: list[str]) -> None:
    able = abilities("adm3000")

    assert able == Abilities()
    assert_equal(written, able, Terminal(WIDTH, HEIGHT, erases_in_colour=False))


@pytest.mark.parametrize("term", ["xterm-256color", "screen-256color", "adm3000"])
@given(written=frames(PLAIN, WIDE, MARKED))
def test_a_picture_of_which_nothing_is_known_is_drawn_whole(term: str, written: list[str]) -> None:
    able = abilities(term)
    meant, shown = Terminal(WIDTH, HEIGHT), Terminal(WIDTH, HEIGHT, erases_in_colour=able.erases_in_colour)
    link = Link(WIDTH, HEIGHT, able)
    for frame in [blank(), *written]:
        meant.feed(frame)
        link.drawn(frame)
        shown.resize(WIDTH, HEIGHT)  # which leaves it full of what nobody has drawn
        shown.look = Look(frozenset({1, 7}), "31", "48;5;99")
        link.wire.forget()
        shown.feed(link.drawn("").replace(ASK, ""))
        assert shown.seen() == meant.seen()


def test_what_has_one_colour_is_drawn_together() -> None:
    link = Link(WIDTH, HEIGHT)
    link.drawn(blank())

    sent = link.drawn("".join(f"\x1b[{y};1H\x1b[38;5;179mone\x1b[38;5;245m two\x1b[0m" for y in range(1, HEIGHT)))
    assert sent.count("\x1b[38;5;179m") == sent.count("38;5;245m") == 1
    assert sent.count("one") == sent.count("two") == HEIGHT - 1


@given(frames(PLAIN, WIDE, MARKED, DISPUTED))
def test_where_a_terminal_holds_other_widths_only_the_disputed_clusters_are_amiss(written: list[str]) -> None:
    meant = Terminal(WIDTH, HEIGHT)
    other = Terminal(WIDTH, HEIGHT, of_each_character)
    link = Link(WIDTH, HEIGHT)
    for frame in [blank(), *written]:
        meant.feed(frame)
        other.feed(link.drawn(frame).replace(ASK, ""))
        for shown, wanted in zip(other.seen(), meant.seen(), strict=True):
            # What finds no room at the edge is drawn further left, over what stands there.
            edge = 4 if any(not is_certain(cell.cluster) for cell in wanted[-2:]) else 0
            for x, cell in enumerate(wanted[: WIDTH - edge]):
                if is_certain(cell.cluster) and (cell.cluster or is_certain(wanted[x - 1].cluster)):
                    assert shown[x] == cell


@given(frames(PLAIN, styles=["", *COLOUR]))
def test_no_more_is_sent_than_textual_wrote(written: list[str]) -> None:
    link = Link(WIDTH, HEIGHT)
    link.drawn(blank())

    sent = sum(len(link.drawn(frame).replace(ASK, "").encode()) for frame in written)
    # Now and then a style that is changed for a blank is changed once too often.
    assert sent <= sum(len(frame.encode()) + len("\x1b[49m") for frame in written)


@given(frames(PLAIN, WIDE, MARKED, RIGHT_TO_LEFT, DISPUTED))
def test_a_picture_drawn_twice_is_sent_once(written: list[str]) -> None:
    link = Link(WIDTH, HEIGHT)
    for frame in written:
        link.drawn(frame)

        assert link.drawn(frame[: frame.rindex("\x1b")] + "\x1b[1;1H") in ("", ASK)
