"""The floor of the room: where the five panes stand, and how many of them there is room for."""

from collections.abc import Iterable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.timer import Timer

from store.situation import GaveWay
from tui.commands.command import PaneId
from tui.panes.arrangement import Arrangement
from tui.panes.floor_layout import FloorLayout
from tui.panes.index import IndexPane
from tui.panes.map import MapPane
from tui.panes.pane import Pane
from tui.panes.profile import ProfilePane
from tui.panes.quotes import QuotesPane
from tui.panes.timeline import TimelinePane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.display import display

BREATH = 0.02
"""Seconds between one pane that follows and the next: as many as a key takes that came meanwhile."""


class Floor(Vertical):
    """Three columns and the quotes under them; or one pane alone."""

    def __init__(self) -> None:
        super().__init__(id="floor")
        self.index = IndexPane()
        self._timeline = TimelinePane()
        self._panes: dict[PaneId, Pane] = {
            pane.name_: pane for pane in (self.index, ProfilePane(), self._timeline, MapPane(), QuotesPane())
        }
        self._pictured: dict[PaneId, Memory] = {}
        self._began: View | None = None
        self._followed: View | None = None
        self._behind: list[Pane] = []
        self._breathing: Timer | None = None
        self._layout = FloorLayout()

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        yield from self._panes.values()

    @property
    def layout(self) -> FloorLayout:
        """Where the panes stand."""
        return self._layout

    def pane(self, name: PaneId) -> Pane:
        """Return a pane by its name, showing what it is to show."""
        pane = self._panes[name]
        if name in self._pictured:
            self._show(pane)
        return pane

    def followed(self, name: PaneId) -> Pane:
        """Return a pane that a key goes to: if it is still to follow it does so first, whatever it asks."""
        pane = self.pane(name)
        if pane in self._behind:
            self._behind.remove(pane)
            self._show(pane)
        return pane

    @property
    def timeline(self) -> TimelinePane:
        """The Timeline, showing what it is to show."""
        self.pane("timeline")
        return self._timeline

    # -- what is on the terminal before it is here

    def begin(self, view: View, memories: Mapping[PaneId, Memory], active: PaneId) -> None:
        """Let the Index and the active pane show their parts of a view, as the reader left it.

        The terminal shows all of them already. The others ask for theirs one by one, as `catch_up` is called, or when
        they are wanted: what they ask may take longer than all the rest of a start.
        """
        self._behind = []
        self._began = self._followed = view
        self._pictured = {name: memories.get(name, Memory()) for name in self._panes}
        for name, memory in self._pictured.items():
            self._panes[name].recall(memory)
        self.pane("index")
        self.pane(active)

    def catch_up(self) -> bool:
        """Let one more pane show its part, unless the Index's cursor moves; tell whether there are others."""
        if self._pictured and not self.index.waits:
            self.pane(min(self._pictured, key=lambda name: not self._panes[name].display))
        return bool(self._pictured)

    def catch_up_with(self, regions: Iterable[Region]) -> None:
        """Let panes show their parts that stand in regions of the screen: these are about to be painted."""
        for name in tuple(self._pictured):
            pane = self._panes[name]
            if pane.display and any(pane.region.overlaps(region) for region in regions):
                self._show(pane)

    def catch_up_all(self) -> None:
        """Let all panes show their parts."""
        for name in tuple(self._pictured):
            self.pane(name)

    def _show(self, pane: Pane) -> None:
        """Let a pane show its part: as the reader left it, if that is what is looked at."""
        assert self._followed is not None
        left = self._pictured.get(pane.name_)
        pane.show(self._followed, left if self._followed == self._began else None)
        self._pictured.pop(pane.name_, None)  # not before: what it asks may give way, and is then asked again

    # -- what it shows

    def follow(self, view: View) -> None:
        """Let the panes show their parts of a view, each when the one before is drawn.

        A key that comes meanwhile is obeyed in between, and even what a pane asks gives way to it: the pane asks again
        afterwards. Where the key moves the Index's cursor on, the rest of the panes stay as they are: they follow when
        it rests again.
        """
        self._followed = view
        self._behind = sorted(self._panes.values(), key=lambda pane: not pane.display)  # what is seen comes first
        self._follow_on()

    @property
    def follows(self) -> bool:
        """Whether there are panes that are still to follow."""
        return bool(self._behind)

    def _follow_on(self) -> None:
        if self._breathing is not None:  # of two that breathe, a key would wait for two panes
            self._breathing.stop()
        self._breathing = None
        if self._behind and not self.index.waits:
            self._show_or_give_way()
        if self._behind:
            self._breathing = self.set_timer(BREATH, self._follow_on)

    def _show_or_give_way(self) -> None:
        assert self._followed is not None
        pane = self._behind[0]
        before = pane.view
        try:
            with self._followed.situation.giving_way(pane.key_waits):
                self._show_next()
        except GaveWay:
            pane.view = before
            self._behind.insert(0, pane)

    def _show_next(self) -> None:
        self._show(self._behind.pop(0))

    def show(self, view: View, memories: Mapping[PaneId, Memory] | None = None) -> None:
        """Let every pane show its part of a view; with memories, as the reader left it."""
        self._behind = []
        self._pictured = {}
        for name, pane in self._panes.items():
            pane.show(view, memories.get(name) if memories else None)

    def clear_filters(self) -> None:
        """Take the filters of all panes away."""
        self.catch_up_all()
        for pane in self._panes.values():
            if pane.filter:
                pane.take_filter("")
                pane.redraw()

    def memories(self, view: View | None = None) -> dict[PaneId, Memory]:
        """Return what each pane wants to find again, when all show the same view; in another one, if one is given."""
        while self._behind:
            self._show_next()
        return {
            name: self._pictured.get(name) or (pane.remember_for(view) if view else pane.remember())
            for name, pane in self._panes.items()
        }

    def give_room(self, shown: Arrangement, active: PaneId) -> None:
        """Show the panes that there is room for, the active one marked."""
        for name, pane in self._panes.items():
            display(pane, name in shown.panes)
            pane.activate(active=name == active)
        if shown != self._layout.shown:
            self._layout.shown = shown
            self.refresh(layout=True)
