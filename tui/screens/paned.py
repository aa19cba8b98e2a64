"""A screen of panes: which one keys go to, which ones there is room for, and how keys move about in them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from tui.commands.bindings import bindings, keymap_of
from tui.commands.command import PaneId
from tui.panes.arrangement import NARROW, PANES, arrangement
from tui.panes.floor import BREATH, Floor
from tui.panes.pane import Pane
from tui.screens.lines import keys_line, tabs_line, too_small
from tui.screens.pictured import Pictured
from tui.screens.selecting import Selecting
from tui.widgets.bar import Bar
from tui.widgets.display import display
from tui.widgets.runs import Run

MARGINS = 2  # the line of keys stands in by a cell on each side


class PanedScreen(Selecting, Pictured, Screen[None], inherit_bindings=False):
    """A line of context, the floor with the panes, and a line of keys, which also tells what just happened."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self) -> None:
        super().__init__()
        self.active: PaneId = "index"
        self.floor = Floor()
        self.context_bar = Bar(id="context")
        self._zoomed = False
        self._tabs_bar = Bar(id="tabs")
        self._keys_bar = Bar(id="keys")
        self._too_small = Static(id="too-small", markup=False)

    def compose(self) -> ComposeResult:
        """Lay the lines and the floor out."""
        yield self.context_bar
        yield self._tabs_bar
        yield self.floor
        yield self._keys_bar
        yield self._too_small

    # -- what the terminal shows already

    def _compositor_refresh(self) -> None:
        if self.pictured != self.size:
            self.floor.catch_up_with(self._compositor._dirty_regions)
        super()._compositor_refresh()

    def at_rest(self) -> None:
        """Let the panes catch up with what is pictured, each when the one before is drawn, and paint all of it then."""
        if self.floor.catch_up():
            self.set_timer(BREATH, self.at_rest)
        else:
            super().at_rest()

    def on_screen_suspend(self) -> None:
        """Let the panes catch up before they are seen behind a dialog."""
        self.floor.catch_up_all()

    # -- which pane keys go to, and which panes there is room for

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return self.floor.pane(self.active)

    def activate(self, name: PaneId) -> None:
        """Let keys go to a pane."""
        self.set_focus(None)
        self.active = name
        self.arrange_panes()

    def arrange_panes(self) -> None:
        """Show the panes that the terminal has room for."""
        width, height = self.size
        shown = arrangement(width, height, self.active, zoomed=self._zoomed)
        self.floor.give_room(shown, self.active)
        display(self._tabs_bar, shown.tabs)
        self._tabs_bar.say(tabs_line(self.active))
        for part in (self.context_bar, self.floor, self._keys_bar):
            display(part, not shown.too_small)
        display(self._too_small, shown.too_small)
        if shown.too_small:
            self._too_small.update(too_small(width, height))
        self.say("")

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self.arrange_panes()

    def say(self, text: str) -> None:
        """Tell something in the line of keys until the next key; without a text, the keys or what the pane tells."""
        text = text or self.pane.tells
        keys = () if text else keys_line(self.active, self.size.width - MARGINS, keymap_of(self.app))
        self._keys_bar.say((Run(text, "accent"),) if text else keys)

    def on_pane_entered(self, message: Pane.Entered) -> None:
        """Let keys go to the pane that was clicked."""
        self.activate(message.pane.name_)

    def on_bar_clicked(self, message: Bar.Clicked) -> None:
        """Go to the pane whose tab was clicked."""
        for number, pane in enumerate(PANES, start=1):
            if message.bar is self._tabs_bar and message.text.strip(" []") == f"{number} {pane.capitalize()}":
                self.activate(pane)

    # -- moving from pane to pane

    def action_pane_1(self) -> None:
        """Go to the Index."""
        self.activate("index")

    def action_pane_2(self) -> None:
        """Go to the Profile."""
        self.activate("profile")

    def action_pane_3(self) -> None:
        """Go to the Timeline."""
        self.activate("timeline")

    def action_pane_4(self) -> None:
        """Go to the Map."""
        self.activate("map")

    def action_pane_5(self) -> None:
        """Go to the Quotes."""
        self.activate("quotes")

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.activate(PANES[(PANES.index(self.active) + step) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or give the others theirs back."""
        self._zoomed = not self._zoomed
        self.arrange_panes()
        if self.size.width < NARROW:
            self.say("There is room for one pane only: wider terminals show them all.")

    def action_out(self) -> None:
        """Take the pane's filter away, or else give the other panes their room back."""
        if not self.pane.drop_filter() and self._zoomed:
            self.action_zoom()

    # -- moving within the pane

    def ready(self) -> Pane:
        """Return the pane that keys go to, where it is to stand and with what it is to show.

        Of keys that come at once, as over a slow link, each finds what it would have found if one had waited for it.
        """
        pane = self.floor.followed(self.active)
        if self.floor.layout.pending:
            self._refresh_layout()
            pane.take_room()
        return pane

    def action_up(self) -> None:
        """Go up."""
        self.ready().up()

    def action_down(self) -> None:
        """Go down."""
        self.ready().down()

    def action_left(self) -> None:
        """Go left, where the pane has a left."""
        self.ready().sideways(-1)

    def action_right(self) -> None:
        """Go right, where the pane has a right."""
        self.ready().sideways(1)

    def action_page_up(self) -> None:
        """Go up by a screenful."""
        self.ready().page_up()

    def action_page_down(self) -> None:
        """Go down by a screenful."""
        self.ready().page_down()

    def action_first(self) -> None:
        """Go to the first row."""
        self.ready().first()

    def action_last(self) -> None:
        """Go to the last row."""
        self.ready().last()
