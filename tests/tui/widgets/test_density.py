"""Bars are as high as what began in them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.density_line import LEVELS, NOTHING, levels

counts = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=80)


@given(counts, st.integers(0, 60))
def test_the_bars_fit(counts: list[int], width: int) -> None:
    assert len(levels(counts, width)) <= width


@given(counts, st.integers(1, 60))
def test_something_is_never_shown_as_nothing(counts: list[int], width: int) -> None:
    assert bool(levels(counts, width).strip()) == any(counts)


@given(counts)
def test_more_is_never_lower(counts: list[int]) -> None:
    bars = levels(counts, len(counts))
    heights = [(NOTHING + LEVELS).index(bar) for bar in bars]
    assert [height for _, height in sorted(zip(counts, heights, strict=True))] == sorted(heights)


def test_the_highest_fills_its_cell_and_one_among_many_still_shows() -> None:
    assert levels([0, 1, 1_000], 3) == " ▁█"


def test_neighbours_share_a_cell_where_there_are_more_than_cells() -> None:
    assert levels([1, 1, 0, 0, 4, 4], 3) == "▂ █"


def test_few_are_drawn_wider() -> None:
    assert levels([1, 2], 20) == "▄▄▄███"
