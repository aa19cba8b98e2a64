"""Widths are Rich's, whether it is asked or not."""

import sys

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as measured
from rich.cells import chop_cells, get_character_cell_size, set_cell_size, split_graphemes

from tests.tui.widgets.texts import texts
from tui.measure import all_narrow, cell_len, chopped, clusters, cropped

WIDTHS = st.integers(0, 30)


def test_what_is_taken_for_narrow_is_narrow() -> None:
    narrow = [chr(number) for number in range(sys.maxunicode + 1) if all_narrow(chr(number))]
    assert len(narrow) > 2_000
    assert [character for character in narrow if get_character_cell_size(character) != 1] == []


def test_what_the_program_draws_is_narrow() -> None:
    assert all_narrow("…·•–—“”≈≤≥›»§▌▐━─▁▂▃▄▅▆▇█●○◐◌↵⌫↑↓←→⇧≠")


@given(texts, WIDTHS)
def test_texts_are_as_wide_as_rich_says(text: str, width: int) -> None:
    assert cell_len(text) == measured(text)
    assert cropped(text, width) == set_cell_size(text, width)
    assert "".join(chopped(text, max(2, width))) == "".join(chop_cells(text, max(2, width)))
    assert clusters(text) == [(text[start:stop], wide) for start, stop, wide in split_graphemes(text)[0]]


@given(texts, st.integers(2, 30))
def test_pieces_are_cut_where_rich_cuts_them(text: str, width: int) -> None:
    assert chopped(text, width) == chop_cells(text, width)
