"""The Quotes in lines."""

from tui.contents.quotes import ROOM_FOR_TWO, quotes_contents
from tui.first.body import Body, Room, listed
from tui.state.stop import Memory
from tui.state.view import View


def body(view: View, memory: Memory, room: Room) -> Body:
    """Return what was said."""
    contents = quotes_contents(view, memory.filter, tall=room.height >= ROOM_FOR_TWO)
    return Body(contents.note, listed(contents, memory, room))
