"""The Profile in lines."""

from tui.contents.profile import profile_contents
from tui.first.body import Body, Room, listed
from tui.state.stop import Memory
from tui.state.view import View


def body(view: View, memory: Memory, room: Room) -> Body:
    """Return the record that is shown."""
    contents = profile_contents(view, memory.filter)
    return Body(contents.note, listed(contents, memory, room))
