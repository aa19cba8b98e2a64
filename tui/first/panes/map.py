"""The Map in lines."""

import fixtures
from tui.contents.map import caption, map_note, map_places, map_points
from tui.first.body import Body, Room
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.map_drawing import draw, ground, map_line
from tui.widgets.map_window import beyond, window_on
from tui.widgets.outlines import NOWHERE, OutlinesError, outlines
from tui.widgets.runs import Said


def body(view: View, _memory: Memory, room: Room) -> Body:
    """Return the map, and the line that tells of the place selected."""
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
