"""What a terminal of some size shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.commands.command import PaneId
from tui.panes.arrangement import PANES, arrangement

sizes = st.tuples(st.integers(1, 400), st.integers(1, 200))


@given(sizes, st.sampled_from(PANES), st.booleans())
def test_the_active_pane_is_shown_wherever_there_is_room(size: tuple[int, int], active: PaneId, zoomed: bool) -> None:
    shown = arrangement(*size, active, zoomed=zoomed)
    assert shown.too_small == (size[0] < 60 or size[1] < 15)
    assert shown.too_small or active in shown.panes


@pytest.mark.parametrize(
    ("width", "height", "panes", "tabs", "broad"),
    [
        (59, 40, 0, False, False),
        (300, 14, 0, False, False),
        (60, 15, 1, True, False),
        (99, 50, 1, True, False),
        (100, 15, 5, False, False),
        (159, 50, 5, False, False),
        (160, 50, 5, False, True),
    ],
)
def test_the_panes_that_a_size_has_room_for(width: int, height: int, panes: int, tabs: bool, broad: bool) -> None:
    shown = arrangement(width, height, "map", zoomed=False)
    assert (len(shown.panes), shown.tabs, shown.broad) == (panes, tabs, broad)


def test_a_zoomed_pane_has_the_screen_to_itself() -> None:
    assert arrangement(120, 36, "timeline", zoomed=True).panes == ("timeline",)
