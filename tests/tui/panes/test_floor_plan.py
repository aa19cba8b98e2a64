"""The plan of the floor says where Textual puts the panes."""

import pytest

from store.situation import Situation
from tests.tui.driver import reading
from tui.panes.arrangement import arrangement
from tui.panes.floor_plan import floor_plan

WIDTHS = (60, 61, 79, 80, 99, 100, 101, 102, 119, 120, 121, 159, 160, 161, 163, 200, 233, 299, 300)
HEIGHTS = (15, 16, 17, 18, 19, 24, 25, 30, 31, 36, 50, 61, 100)


@pytest.mark.parametrize("zoomed", [False, True])
async def test_textual_puts_the_panes_where_the_plan_says(town: Situation, zoomed: bool) -> None:
    keys = ["3", "z"] if zoomed else ["3"]
    async with reading(town, (120, 36), keys=keys) as reader:
        sizes = [(width, HEIGHTS[number % len(HEIGHTS)]) for number, width in enumerate(WIDTHS)]
        sizes += [(WIDTHS[number % len(WIDTHS)], height) for number, height in enumerate(HEIGHTS)]
        for size in sizes:
            await reader.resize(*size)
            stand = {name: tuple(reader.room.floor.pane(name).region) for name in reader.shown_panes()}
            plan = floor_plan(*size, arrangement(*size, "timeline", zoomed=zoomed))
            assert stand == {name: tuple(box) for name, box in plan.items()}, size
