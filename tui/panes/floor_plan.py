"""Where on the screen the panes stand: in the room, and in the picture that is there before Textual is loaded."""

from typing import NamedTuple

from tui.commands.command import PaneId
from tui.panes.arrangement import Arrangement

_INDEX, _QUOTES = 28, 5
_BROAD_INDEX, _BROAD_QUOTES = 34, 8
_GAP = 1
_TIMELINE, _MAP = 3, 2
"""The shares that these two have of the height of their column."""


class Box(NamedTuple):
    """Some cells of the screen."""

    x: int
    y: int
    width: int
    height: int


def floor_plan(width: int, height: int, shown: Arrangement) -> dict[PaneId, Box]:
    """Return where each pane stands that there is room for, on a screen of so many cells."""
    top = 2 if shown.tabs else 1
    on_floor = floor_boxes(width, height - top - 1, shown)
    return {pane: box._replace(y=box.y + top) for pane, box in on_floor.items()}


def floor_boxes(width: int, height: int, shown: Arrangement) -> dict[PaneId, Box]:
    """Return where each pane stands on a floor of so many cells: below the room's own lines, and above the keys."""
    if shown.too_small:
        return {}
    if len(shown.panes) == 1:
        return {shown.panes[0]: Box(0, 0, width, height)}
    index, quotes = (_BROAD_INDEX, _BROAD_QUOTES) if shown.broad else (_INDEX, _QUOTES)
    columns = height - quotes
    profile = (width - index - 2 * _GAP) // 2
    right = index + profile + 2 * _GAP
    timeline = columns * _TIMELINE // (_TIMELINE + _MAP)
    return {
        "index": Box(0, 0, index, columns),
        "profile": Box(index + _GAP, 0, profile, columns),
        "timeline": Box(right, 0, width - right, timeline),
        "map": Box(right, timeline, width - right, columns - timeline),
        "quotes": Box(0, columns, width, quotes),
    }
