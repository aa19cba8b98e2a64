"""The five panes in lines: what a pane shows in a box of so many cells."""

from collections.abc import Callable
from typing import NamedTuple

import fixtures
from tui.commands.command import PaneId
from tui.contents.contents import Contents
from tui.contents.index import Choice, index_contents, index_count, kinds_line
from tui.contents.map import caption, map_note, map_places, map_points
from tui.contents.profile import profile_contents
from tui.contents.quotes import ROOM_FOR_TWO, quotes_contents
from tui.contents.timeline import Choice as TimelineChoice
from tui.contents.timeline import timeline_contents, timeline_marks, timeline_strip
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.density_line import density_line
from tui.widgets.list_sight import MARGIN, Sight, in_sight
from tui.widgets.map_drawing import draw, ground, map_line
from tui.widgets.map_window import beyond, window_on
from tui.widgets.outlines import NOWHERE, OutlinesError, outlines
from tui.widgets.runs import Line, Said


class Body(NamedTuple):
    """What stands under a pane's rule, line by line, and the note on that."""

    note: str
    lines: list[Line]


class Room(NamedTuple):
    """The cells under a pane's rule and its filter, and whether keys go to it."""

    width: int
    height: int
    active: bool


def _listed(contents: Contents, memory: Memory, room: Room) -> list[Line]:
    listing = contents.lay_out(room.width - MARGIN)
    place = in_sight(listing, memory.place, room.height)
    sight = Sight(listing, place, room.width, room.height, room.active, contents.nothing)
    return [sight.line(y) for y in range(room.height)]


def _index(view: View, memory: Memory, room: Room) -> Body:
    choice = Choice().or_from(memory.choice)
    contents = index_contents(view, choice, memory.filter)
    kinds = kinds_line(choice.kind, index_count(view, choice.kind), room.width).line(room.width)
    return Body(contents.note, [kinds, *_listed(contents, memory, room._replace(height=room.height - 1))])


def _profile(view: View, memory: Memory, room: Room) -> Body:
    contents = profile_contents(view, memory.filter)
    return Body(contents.note, _listed(contents, memory, room))


def _timeline(view: View, memory: Memory, room: Room) -> Body:
    choice = TimelineChoice().or_from(memory.choice)
    contents = timeline_contents(view, memory.filter, choice)
    strip = density_line(timeline_strip(view, memory.filter, choice), room.width, timeline_marks(view))
    return Body(contents.note, [strip, *_listed(contents, memory, room._replace(height=room.height - 1))])


def _quotes(view: View, memory: Memory, room: Room) -> Body:
    contents = quotes_contents(view, memory.filter, tall=room.height >= ROOM_FOR_TWO)
    return Body(contents.note, _listed(contents, memory, room))


def _map(view: View, _memory: Memory, room: Room) -> Body:
    found = map_places(view)
    places = found.rows
    points = map_points(places)
    window = window_on(points, max(1, room.width), max(1, room.height - 1))
    trouble = ""
    try:
        region = outlines(fixtures.OUTLINES).region(window)
    except OutlinesError as error:
        trouble, region = str(error), NOWHERE
    picture = draw(ground(window, region), points, selected=view.subject)
    selected = next((row for row in places if row.target == view.subject), None)
    under = Said(caption(view, places, selected, trouble)).line(room.width)
    return Body(map_note(found, beyond(points, window)), [*map(map_line, picture.rows), under])


BODIES: dict[PaneId, Callable[[View, Memory, Room], Body]] = {
    "index": _index,
    "profile": _profile,
    "timeline": _timeline,
    "map": _map,
    "quotes": _quotes,
}
"""What draws each pane."""
