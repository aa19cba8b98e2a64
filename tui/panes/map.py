"""The Map: places with coasts and borders, and who held what on the day that is looked from."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget

import fixtures
from store.rows import PlaceRow
from store.situation import Places
from tui.commands.command import PaneId
from tui.contents.map import caption, map_note, map_places, map_points, map_share
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.bar import Bar
from tui.widgets.map_view import CLOSER, MapView
from tui.widgets.outlines import outlines
from tui.widgets.place import Place


class MapPane(Pane):
    """A cursor jumps from place to place; the line under the map says what is stated about the one it is on."""

    name_: ClassVar[PaneId] = "map"
    title = "Map"

    def __init__(self) -> None:
        super().__init__()
        self.map = MapView(outlines(fixtures.OUTLINES), id="map-view")
        self.caption = Bar(id="map-caption")
        self._found = Places((), 0)

    def body(self) -> Iterable[Widget]:
        """Give the map, and the line that tells of the place selected."""
        yield self.map
        yield self.caption

    def show(self, view: View, memory: Memory | None = None) -> None:
        """Show the places of the lens; the subject is selected where it is one of them."""
        before = self.view
        if memory is None and before is not None and (before.lens, before.subject) == (view.lens, view.subject):
            self.view = view
            return
        super().show(view, memory)

    def redraw(self, place: Place | None = None) -> None:
        """Draw the places, and name the selected one."""
        assert self.view is not None
        self._found = map_places(self.view)
        self.map.show(map_points(self._found.rows), self.view.subject)
        self._tell()

    def _tell(self) -> None:
        self.note(map_note(self._found, self.map.beyond))
        assert self.view is not None
        self.caption.say(caption(self.view, self._found.rows, self.row, self.map.trouble))

    @property
    def row(self) -> PlaceRow | None:
        """The place selected."""
        return next((row for row in self._found.rows if row.target == self.map.selected), None)

    def rows(self, most: int) -> tuple[Sequence[PlaceRow], int]:
        """Return the places, in the window or beyond it."""
        return self._found.rows[:most], len(self._found.rows)

    @property
    def share(self) -> str:
        """Of what the places are a part."""
        return map_share(self._found)

    # -- what keys do here

    def up(self) -> None:
        """Go to the nearest place northwards."""
        self.map.step(0, 1)

    def down(self) -> None:
        """Go to the nearest place southwards."""
        self.map.step(0, -1)

    def sideways(self, step: int) -> None:
        """Go to the nearest place west (-1) or east (1)."""
        self.map.step(step, 0)

    def page_up(self) -> None:
        """Look at more of the map."""
        self.map.zoom(1 / CLOSER)

    def page_down(self) -> None:
        """Look closer."""
        self.map.zoom(CLOSER)

    def first(self) -> None:
        """Show the places that matter most again."""
        self.map.fit(all_of_them=False)

    def last(self) -> None:
        """Show all places."""
        self.map.fit(all_of_them=True)

    async def open_filter(self) -> bool:
        """Have none: there is no list here."""
        return False

    def on_map_view_moved(self, message: MapView.Moved) -> None:
        """Tell of the place that the cursor came to, and how many lie outside the window."""
        message.stop()
        self._tell()

    def on_resize(self) -> None:
        """Tell anew how many places lie outside the window."""
        if self.view is not None:
            self._tell()

    def on_map_view_chosen(self, message: MapView.Chosen) -> None:
        """Choose a place that was clicked twice."""
        message.stop()
        self.want(self.choose())

    def on_map_view_touched(self, message: MapView.Touched) -> None:
        """Become the active pane when clicked."""
        message.stop()
        self.post_message(self.Entered(self))
