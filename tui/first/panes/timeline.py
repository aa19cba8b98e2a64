"""The Timeline in lines."""

from tui.contents.timeline import Choice, timeline_contents, timeline_marks, timeline_strip
from tui.first.body import Body, Room, listed
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.density_line import density_line


def body(view: View, memory: Memory, room: Room) -> Body:
    """Return the strip, and what has a time."""
    choice = Choice().or_from(memory.choice)
    contents = timeline_contents(view, memory.filter, choice)
    strip = density_line(timeline_strip(view, memory.filter, choice), room.width, timeline_marks(view))
    return Body(contents.note, [strip, *listed(contents, memory, room._replace(height=room.height - 1))])
