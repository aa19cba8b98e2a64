"""The Index in lines."""

from tui.contents.index import Choice, index_contents, index_count, kinds_line
from tui.first.body import Body, Room, listed
from tui.state.stop import Memory
from tui.state.view import View


def body(view: View, memory: Memory, room: Room) -> Body:
    """Return the kinds, and the records of one."""
    choice = Choice().or_from(memory.choice)
    contents = index_contents(view, choice, memory.filter)
    kinds = kinds_line(choice.kind, index_count(view, choice.kind), room.width).line(room.width)
    return Body(contents.note, [kinds, *listed(contents, memory, room._replace(height=room.height - 1))])
