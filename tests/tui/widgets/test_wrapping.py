"""Text is broken into lines that fit, and nothing of it is lost without a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.widgets.texts import VAST, texts
from tui.widgets.runs import ELLIPSIS
from tui.widgets.wrapping import wrap


@given(texts, st.integers(2, 60))
def test_every_line_fits(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(texts, st.integers(1, 60))
def test_every_letter_is_on_some_line(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == "".join(text.split())


@given(texts, st.integers(2, 60), st.integers(1, 4))
def test_lines_beyond_the_most_are_told_by_an_ellipsis(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, most)
    assert len(lines) <= most
    assert lines == wrap(text, width) or lines[-1].endswith(ELLIPSIS)
    assert all(cell_len(line) <= width for line in lines)


def test_paragraphs_begin_on_lines_of_their_own() -> None:
    assert wrap("one two\nthree", 20) == ["one two", "three"]


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_nothing_gives_no_line() -> None:
    assert wrap("", 10) == wrap("  \n ", 10) == []


@pytest.mark.parametrize("width", [1, 0, -5])
def test_there_is_always_room_for_a_cell(width: int) -> None:
    assert wrap("ab 縦", width)[:2] == ["a", "b"]


@pytest.mark.parametrize("text", [VAST, VAST.replace(" ", ""), "縦" * 100_000])
def test_a_line_of_100_000_characters_is_wrapped(text: str) -> None:
    lines = wrap(text, 40)
    assert all(cell_len(line) <= 40 for line in lines)
    assert wrap(text, 40, 3)[-1].endswith(ELLIPSIS)
