"""Where on the screen the room's lines and panes stand: the same numbers as in `styles/room.tcss`, without Textual.

A test compares them with what Textual makes of the style sheet.
"""

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
    if shown.too_small:
        return {}
    top = 2 if shown.tabs else 1
    floor = height - top - 1
    if len(shown.panes) == 1:
        return {shown.panes[0]: Box(0, top, width, floor)}
    index, quotes = (_BROAD_INDEX, _BROAD_QUOTES) if shown.broad else (_INDEX, _QUOTES)
    columns = floor - quotes
    profile = (width - index - 2 * _GAP) // 2
    right = index + profile + 2 * _GAP
    timeline = columns * _TIMELINE // (_TIMELINE + _MAP)
    return {
        "index": Box(0, top, index, columns),
        "profile": Box(index + _GAP, top, profile, columns),
        "timeline": Box(right, top, width - right, timeline),
        "map": Box(right, top + timeline, width - right, columns - timeline),
        "quotes": Box(0, top + columns, width, quotes),
    }
