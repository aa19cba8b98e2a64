"""What a pane shows in a box of so many cells, line by line."""

from typing import NamedTuple

from tui.contents.contents import Contents
from tui.state.stop import Memory
from tui.widgets.list_sight import MARGIN, Sight, in_sight
from tui.widgets.runs import Line


class Body(NamedTuple):
    """What stands under a pane's rule, line by line, and the note on that."""

    note: str
    lines: list[Line]


class Room(NamedTuple):
    """The cells under a pane's rule and its filter, and whether keys go to it."""

    width: int
    height: int
    active: bool


def listed(contents: Contents, memory: Memory, room: Room) -> list[Line]:
    """Return the lines of a list."""
    listing = contents.lay_out(room.width - MARGIN)
    place = in_sight(listing, memory.place, room.height)
    sight = Sight(listing, place, room.width, room.height, room.active, contents.nothing)
    return [sight.line(y) for y in range(room.height)]
