"""The map on the screen: outlines, places, and a cursor that jumps from place to place."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.inks import inks
from tui.widgets.map_drawing import Ground, MapPicture, MapPoint, draw, ground, map_line
from tui.widgets.map_window import beyond, window_on
from tui.widgets.outlines import NOWHERE, Outlines, OutlinesError
from tui.widgets.projection import View, fitted
from tui.widgets.segments import segments

CLOSER = 1.6
"""How much one step of zooming magnifies."""
EDGE = 0.08
"""Share of the window at its edge: a place in it is brought to the middle when it is selected."""
# What lies the other way counts little against what lies ahead: a step east goes east.
ASIDE = 2.0


class MapView(Widget):
    """Draws places in a window of the world. It finds the window itself, until the reader moves it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    MapView { height: 1fr; }
    """

    class Moved(Message):
        """Another place is selected, or the window shows others."""

    class Chosen(Message):
        """The selected place was chosen."""

    class Touched(Message):
        """The map was clicked."""

    def __init__(self, outlines: Outlines, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self.trouble = ""
        self.selected = ""
        self._outlines = outlines
        self._points: Sequence[MapPoint] = ()
        self._window: View | None = None
        self._moved = False
        self._ground: Ground | None = None
        self._picture: MapPicture | None = None

    # -- what it shows

    def show(self, points: Sequence[MapPoint], selected: str = "") -> None:
        """Show these places, fitted into the window unless the reader has moved it."""
        self._points = points
        self.selected = selected if any(point.ref == selected for point in points) else ""
        if not self._moved:
            self._window = None
        self._picture = None
        self.refresh()

    def fit(self, *, all_of_them: bool) -> None:
        """Fit the window again: to the places that matter most, or to all of them."""
        self._moved = all_of_them
        everywhere = [(point.lon, point.lat) for point in self._points]
        self._look(fitted(everywhere, max(1, self.size.width), max(1, self.size.height)) if all_of_them else None)

    def zoom(self, factor: float) -> None:
        """Look closer (above 1) or at more (below 1), around the selected place where there is one."""
        window = self._fitted()
        point = self._selected_point()
        if point is not None:
            window = _centred(window, point)
        self._moved = True
        self._look(window.zoomed(factor))

    def _look(self, window: View | None) -> None:
        self._window = window
        self._picture = None
        self.refresh()
        self.post_message(self.Moved())

    @property
    def beyond(self) -> int:
        """How many of the places lie outside the window."""
        return beyond(self._points, self._fitted())

    # -- its cursor

    def step(self, east: int, north: int) -> bool:
        """Select the nearest place in a direction; False where nothing lies there."""
        here = self._selected_point()
        if here is None:
            return self._select(max(self._points, key=lambda point: point.weight)) if self._points else False
        window = self._fitted()
        at = window.project(here.lon, here.lat)
        ahead = [
            (distance, point)
            for point in self._points
            if (distance := _distance(at, window.project(point.lon, point.lat), east, north)) is not None
        ]
        return self._select(min(ahead, key=lambda found: found[0])[1]) if ahead else False

    def _select(self, point: MapPoint) -> bool:
        self.selected = point.ref
        window = self._fitted()
        across, down = window.project(point.lon, point.lat)
        width, height = window.width * 2, window.height * 4
        if not (width * EDGE <= across <= width * (1 - EDGE) and height * EDGE <= down <= height * (1 - EDGE)):
            self._moved = True
            self._window = _centred(window, point)
        self._picture = None
        self.refresh()
        self.post_message(self.Moved())
        return True

    def _selected_point(self) -> MapPoint | None:
        return next((point for point in self._points if point.ref == self.selected), None)

    # -- drawing

    def _fitted(self) -> View:
        width, height = max(1, self.size.width), max(1, self.size.height)
        sized = self._window is not None and (self._window.width, self._window.height) == (width, height)
        if self._window is None or not (sized or self._moved):
            self._window = window_on(self._points, width, height)
        elif not sized:
            self._window = self._window.resized(width, height)
        return self._window

    def _drawn(self) -> MapPicture:
        window = self._fitted()
        if self._ground is None or self._ground.view != window:
            try:
                region = self._outlines.region(window)
            except OutlinesError as error:
                self.trouble = str(error)
                region = NOWHERE
            self._ground = ground(window, region)
            self._picture = None
        if self._picture is None:
            self._picture = draw(self._ground, self._points, selected=self.selected)
        return self._picture

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self._picture = None

    def render_line(self, y: int) -> Strip:
        """Draw one row of the picture."""
        width, style = self.size.width, inks(self)
        rows = self._drawn().rows
        if y >= len(rows) or width <= 0:
            return Strip.blank(width, style("plain", False))
        return Strip(segments(map_line(rows[y]), style)).adjust_cell_length(width, style("plain", False))

    # -- the mouse

    def on_click(self, event: events.Click) -> None:
        """Select the place that was clicked; choose it when it was selected already."""
        event.stop()
        self.post_message(self.Touched())
        hit = min(
            self._drawn().places,
            key=lambda place: abs(place.column - event.x) + abs(place.row - event.y) * 2,
            default=None,
        )
        if hit is None or abs(hit.column - event.x) + abs(hit.row - event.y) * 2 > NEAR:
            return
        if hit.ref == self.selected:
            self.post_message(self.Chosen())
        else:
            self._select(next(point for point in self._points if point.ref == hit.ref))


NEAR = 4
"""Cells that a click may miss a place by."""


def _distance(here: tuple[float, float], there: tuple[float, float], east: int, north: int) -> float | None:
    """Return how far away a place is for a step in a direction; None when it does not lie there."""
    across, up = there[0] - here[0], here[1] - there[1]
    ahead, aside = (across * east, abs(up)) if east else (up * north, abs(across))
    return ahead + ASIDE * aside if ahead > 0 and ahead * ASIDE >= aside else None


def _centred(window: View, point: MapPoint) -> View:
    lon, lat = window.centre
    return window.panned(
        (window.turned(point.lon) - lon) / (window.east - window.west),
        (point.lat - lat) / (window.north - window.south),
    )
