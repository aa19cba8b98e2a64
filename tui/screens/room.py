"""The room: five panes on one situation. It holds what they show, and the trail that led there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from store.citing import cite
from store.lens import EVERYTHING, Lens
from store.refs import Ref, split
from store.situation import Situation
from store.when import Day
from tui.commands.bindings import bindings
from tui.commands.command import PaneId
from tui.panes.arrangement import PANES, arrangement
from tui.panes.floor import Floor
from tui.panes.index import IndexPane
from tui.panes.pane import Pane
from tui.screens.as_of import AsOfScreen
from tui.screens.citations import CitationsScreen
from tui.screens.finder import FindScreen
from tui.screens.helping import HelpScreen
from tui.screens.lines import context_line, keys_line, lens_line, tabs_line, too_small
from tui.state.history import History
from tui.state.stop import Stop
from tui.state.view import View
from tui.widgets.bar import Bar
from tui.widgets.runs import Run
from tui.wire.clipboard import copied

# A step to one of these narrows every pane to it. A step to an event, claim or quote leaves the others as they are, so
# that a timeline can be walked; but under the Index's cursor an event narrows them too.
NARROWING = ("faction", "person", "location", "source")


class RoomScreen(Screen[None], inherit_bindings=False):
    """The five panes, a line of context above them and a line of keys below."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self, situation: Situation, at: Ref = "", lens: Lens = EVERYTHING) -> None:
        super().__init__()
        self.view = View(situation, lens, "")
        self.history: History[Stop] = History()
        self.active: PaneId = "index"
        self._at = at
        self._zoomed = False
        self._context_bar = Bar(id="context")
        self._tabs_bar = Bar(id="tabs")
        self._floor = Floor()
        self._keys_bar = Bar(id="keys")
        self._too_small = Static(id="too-small", markup=False)

    def compose(self) -> ComposeResult:
        """Lay the room out."""
        yield self._context_bar
        yield self._tabs_bar
        yield self._floor
        yield self._keys_bar
        yield self._too_small

    def on_mount(self) -> None:
        """Show the record that was asked for, or else the first of the Index."""
        self._floor.index.show(self.view)
        first = self._floor.index.row
        if self._at:
            self.active = "profile"
            self._look_at(self._at)
        elif first is not None and not self.view.lens.about:
            self._look_at(first.target)
        self._show()
        self._arrange()

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self._arrange()

    # -- what is shown

    def _look_at(self, ref: Ref) -> None:
        narrows = split(ref).kind in (*NARROWING, "event")
        lens = self.view.lens._replace(about=(ref,)) if narrows else self.view.lens
        self.view = self.view._replace(subject=ref, lens=lens)

    def _show(self, stop: Stop | None = None) -> None:
        self._floor.show(self.view, stop.memories if stop else None)
        situation, lens, subject = self.view
        trail = [stop.subject for stop in self.history.behind[-2:]] + [subject]
        crumbs = [situation.title_of(ref) for ref in trail if ref]
        self._context_bar.say(context_line(situation, crumbs), lens_line(situation, lens))

    def _stop(self) -> Stop:
        return Stop(self.view.subject, self.view.lens, self.active, self._floor.memories())

    def follow(self, ref: Ref) -> None:
        """Go to a record: show its profile, narrow the panes to it where it can, and remember the way back."""
        if not self.view.situation.has(ref):
            self.say(f"{ref} is named here but not in this store; `sitroom check` lists such refs.")
            return
        self._floor.index.settle()
        if ref != self.view.subject:
            self.history = self.history.visit(self._stop())
            lens = self.view.lens._replace(about=(ref,)) if split(ref).kind in NARROWING else self.view.lens
            self.view = self.view._replace(subject=ref, lens=lens)
            self._show()
        self.activate("profile")

    def _return_to(self, stop: Stop, history: History[Stop]) -> None:
        self._floor.index.settle()
        self.history = history
        self.view = self.view._replace(subject=stop.subject, lens=stop.lens)
        self._show(stop)
        self.activate(stop.pane)

    def _narrow(self, lens: Lens) -> None:
        self.view = self.view._replace(lens=lens)
        self._show()

    # -- which pane keys go to, and which panes there is room for

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return self._floor.pane(self.active)

    def activate(self, name: PaneId) -> None:
        """Let keys go to a pane."""
        self.set_focus(None)
        self.active = name
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.size
        shown = arrangement(width, height, self.active, zoomed=self._zoomed)
        self._floor.give_room(shown, self.active)
        self._tabs_bar.display = shown.tabs
        self._tabs_bar.say(tabs_line(self.active))
        self._context_bar.display = self._floor.display = self._keys_bar.display = not shown.too_small
        self._too_small.display = shown.too_small
        if shown.too_small:
            self._too_small.update(too_small(width, height))
        self.say("")

    def say(self, text: str) -> None:
        """Tell something in the line of keys until the next key; no text brings the keys back."""
        self._keys_bar.say((Run(text, "accent"),) if text else keys_line(self.active))

    def on_key(self) -> None:
        """Take back what was told, as soon as the reader goes on."""
        self.say("")

    # -- what panes want

    def on_pane_followed(self, message: Pane.Followed) -> None:
        """Follow where a pane's reader goes."""
        self.follow(message.target)

    def on_pane_entered(self, message: Pane.Entered) -> None:
        """Let keys go to the pane that was clicked."""
        self.activate(message.pane.name_)

    def on_index_pane_rested(self, message: IndexPane.Rested) -> None:
        """Narrow the other panes to what the Index's cursor rests on. It is no step of the trail."""
        self._look_at(message.ref)
        self._show()

    # -- moving about

    def action_pane(self, number: int) -> None:
        """Go to a pane by its number."""
        self.activate(PANES[number - 1])

    def action_turn(self, step: int) -> None:
        """Go to the next pane, or the one before."""
        self.activate(PANES[(PANES.index(self.active) + step) % len(PANES)])

    def action_move(self, way: str) -> None:
        """Move within the pane, or choose in it."""
        getattr(self.pane, way)()

    def action_sideways(self, step: int) -> None:
        """Move left or right within the pane, or out of it."""
        if not self.pane.sideways(step):
            self.action_turn(step)

    def action_back(self) -> None:
        """Go back the way one came."""
        step = self.history.back(self._stop())
        if step is None:
            self.say("This is where the trail begins.")
        else:
            self._return_to(*step)

    def action_forward(self) -> None:
        """Go forward again."""
        step = self.history.forward(self._stop())
        if step is None:
            self.say("Nothing is ahead: forward goes to where back came from.")
        else:
            self._return_to(*step)

    # -- looking

    def action_sources(self) -> None:
        """Show the citations of the row under the cursor, or of the subject where it rests on none."""
        ref = self._statement()
        if not ref:
            self.say("Nothing here to ask the sources of.")
            return
        situation = self.view.situation
        self.app.push_screen(CitationsScreen(situation.title_of(ref), situation.citations(ref)), self._follow_chosen)

    def _statement(self) -> Ref:
        row = self.pane.row
        return (row.statement if row else "") or self.view.subject

    def _follow_chosen(self, ref: Ref | None) -> None:
        if ref:
            self.follow(ref)

    def action_find(self) -> None:
        """Find anything by its words."""
        lens = EVERYTHING._replace(as_of=self.view.lens.as_of)
        self.app.push_screen(FindScreen(self.view.situation, lens), self._follow_chosen)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or give the others theirs back."""
        self._zoomed = not self._zoomed
        self._arrange()

    def action_sort(self) -> None:
        """List in another order."""
        order = self.pane.sort()
        self.say(f"Now {order}." if order else f"The {self.pane.title} has but one order.")

    # -- narrowing

    def action_filter(self) -> None:
        """Type words that narrow this pane's list."""
        if not self.pane.open_filter():
            self.say(f"The {self.pane.title} has no list to filter.")

    def action_as_of(self) -> None:
        """Ask for the day to look from."""
        last = self.view.situation.span()[1]
        self.app.push_screen(AsOfScreen(anchor=last or 1), self._look_from)

    def _look_from(self, asked: tuple[Day | None] | None) -> None:
        if asked is not None:
            self._narrow(self.view.lens._replace(as_of=asked[0]))

    def action_clear(self) -> None:
        """Show everything in every pane, from today."""
        self._narrow(EVERYTHING)
        self.say("The lens is clear: every pane shows everything.")

    # -- the rest

    def action_copy(self) -> None:
        """Send the citation of the row under the cursor to the terminal's clipboard."""
        ref = self._statement()
        citations = self.view.situation.citations(ref) if ref else ()
        if not citations:
            self.say("No source is recorded for this: there is no citation to copy.")
            return
        self.say(copied(self.app, "\n".join(cite(citation) for citation in citations)))

    def action_palette(self) -> None:
        """Choose a command by its name."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Say what the keys do in this pane."""
        self.app.push_screen(HelpScreen(self.active))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
