"""The trail through a situation: what the panes show of it, and how one came there."""

from textual.message import Message

from store.lens import EVERYTHING, Lens
from store.refs import Ref, split
from store.situation import Situation
from tui.commands.bindings import keymap_of
from tui.commands.command import PaneId
from tui.panes.index import IndexPane
from tui.panes.pane import Pane
from tui.screens.beginning import beginning
from tui.screens.lines import context_line, growth_line, lens_line, trail
from tui.screens.situated import SituatedScreen
from tui.state.history import History
from tui.state.look import Look, changed_since, day_of
from tui.state.recent import with_recent
from tui.state.session import Session
from tui.state.stop import Stop
from tui.state.view import NARROWING, View


class TrailedScreen(SituatedScreen):
    """Panes on a situation. It holds what they show, and the trail that led there."""

    def __init__(
        self,
        situation: Situation,
        at: Ref = "",
        lens: Lens = EVERYTHING,
        session: Session | None = None,
        *,
        resume: bool = True,
    ) -> None:
        """`session` is the place to come back to; without one it begins at a record, through a lens.

        Who does not `resume` begins there too, but has the marks of the session.
        """
        super().__init__(View(situation, lens, ""))
        self.history: History[Stop] = History()
        self._marks: dict[str, Stop] = {}
        self._at = at
        self._left = session
        self._resume = resume
        self._recent: tuple[Stop, ...] = ()

    def on_mount(self) -> None:
        """Show what the reader left; else the record that was asked for, or the first of the Index."""
        self.view = self.view._replace(keys=keymap_of(self.app))
        begun = beginning(self.view.situation, self._at, self.view.lens, self._left, resume=self._resume)
        self._zoomed = begun.zoomed
        self._marks = dict(begun.marks)
        self._recent = begun.recent
        self._return_to(begun.here, begun.history)
        if self.look and changed_since(self.look, self.view.situation):
            # What is told at once is taken back by the first arrangement of the panes.
            told = f"This situation has changed since {day_of(self.look)}: {{news}} lists what."
            self.call_after_refresh(self.say, self.view.keys.told(told))

    # -- what is shown

    def show_anew(self) -> None:
        """Show what is so now, with cursor and scroll where they are; from what is no more, go back to what is.

        Where nothing could be looked at before, begin with what there is now.
        """
        situation, lens, subject, _ = self.view
        if situation.has(subject) if subject else not lens.empty:
            self._show(self._stop()._replace(memories=self.floor.memories(self.view)))
            return
        begun = beginning(situation, "", EVERYTHING, self.session, resume=bool(subject))
        self._marks = dict(begun.marks)
        memories = {**self.floor.memories(), **begun.here.memories}
        self._return_to(begun.here._replace(pane=self.active, memories=memories), begun.history)

    def _show(self, stop: Stop | None = None) -> None:
        if stop and self.pictured is not None:
            self.floor.begin(self.view, stop.memories, stop.pane)
        else:
            self.floor.show(self.view, stop.memories if stop else None)
        self.say_where()

    def say_where(self) -> None:
        """Say where one is, and through which lens one looks."""
        situation, lens, subject, keys = self.view
        crumbs = trail(situation, self.history.behind, subject, lens)
        self.context_bar.say(context_line(situation, crumbs), growth_line(situation, keys) + lens_line(situation, lens))

    def narrow(self, lens: Lens) -> None:
        """Show everything through another lens, pane by pane: a key that comes meanwhile does not wait for all."""
        self.view = self.view._replace(lens=lens)
        self.floor.follow(self.view)
        self.say_where()

    # -- the place where one is

    @property
    def session(self) -> Session | None:
        """The place to come back to another day; None before anything is shown."""
        return (
            Session(self._stop(), self._zoomed, self.history, self._marks, self._recent, self.look)
            if self.floor.index.view is not None
            else None
        )

    @property
    def look(self) -> Look | None:
        """How the situation was when the reader last left it; None if they never did."""
        return self._left.look if self._left else None

    def _stop(self) -> Stop:
        return Stop(self.view.subject, self.view.lens, self.active, self.floor.memories())

    def _leave(self, history: History[Stop]) -> None:
        """Go on with another history, and keep where one was among the recent places."""
        self._recent = with_recent(self._recent, self._stop())
        self.history = history

    def follow(self, ref: Ref) -> None:
        """Go to a record: show its profile, narrow the panes to it where it can, and remember the way back."""
        if not self.view.situation.has(ref):
            self.say(f"{ref} is named here but not in this store; `sitroom check` lists such refs.")
            return
        self.rest()
        lens = self.view.lens._replace(about=(ref,)) if split(ref).kind in NARROWING else self.view.lens
        view = self.view._replace(subject=ref, lens=lens)
        # From another pane it is a step even to what is shown already: back leads to the row that was left.
        if (view, "profile") != (self.view, self.active):
            self._leave(self.history.visit(self._stop()))
            self.view = view
            self._show()
        self.activate("profile")

    def follow_chosen(self, ref: Ref | None) -> None:
        """Go to a record, if one was chosen in a dialog."""
        if ref:
            self.follow(ref)

    def look_through(self, lens: Lens | None) -> None:
        """Look through another lens, if there is one, as a step that can be gone back from."""
        if lens is not None and lens != self.view.lens:
            self._leave(self.history.visit(self._stop()))
            self.narrow(lens)

    def _return_to(self, stop: Stop, history: History[Stop]) -> None:
        self.floor.index.settle()
        self.history = history
        self.view = self.view._replace(subject=stop.subject, lens=stop.lens)
        self._show(stop)
        self.activate(stop.pane)

    def statement(self) -> Ref:
        """Return the record that the row under the cursor rests on, or else the subject."""
        row = self.pane.row
        return (row.statement if row else "") or self.view.subject

    # -- what panes want

    def action_choose(self) -> None:
        """Choose what is under the cursor; what that comes to is done before a key that is typed behind it."""
        self.obey(self.ready().choose())

    def on_pane_followed(self, message: Pane.Followed) -> None:
        """Follow where a pane's reader goes."""
        self.obey(message)

    def obey(self, wish: Message | None) -> None:
        """Follow where a pane's reader goes, if that is what they want."""
        if isinstance(wish, Pane.Followed):
            self.follow(wish.target)

    def on_index_pane_rested(self, _message: IndexPane.Rested) -> None:
        """Narrow the other panes to what the Index's cursor rests on."""
        self.rest()

    def rest(self) -> None:
        """Narrow the other panes to what the Index's cursor has come to, if it has. It is no step of the trail.

        Who goes on to something else does so from there, however soon.
        """
        ref = self.floor.index.settle()
        if ref:
            self.view = self.view.looking_at(ref)
            self.floor.follow(self.view)
            self.say_where()

    def activate(self, name: PaneId) -> None:
        """Let keys go to a pane; another than the Index follows that first."""
        if name != "index":
            self.rest()
        super().activate(name)
