"""The room: five panes on one situation. It holds what they show, and the trail that led there."""

from collections.abc import Callable
from contextlib import suppress

from textual.message import Message

from store.lens import EVERYTHING, Lens
from store.refs import ACTOR_KINDS, Ref, split
from store.situation import Situation
from tui.commands.bindings import keymap_of
from tui.panes.index import IndexPane
from tui.panes.pane import Pane
from tui.screens import taking
from tui.screens.beginning import beginning
from tui.screens.changing import make_preference
from tui.screens.citations import CitationsScreen
from tui.screens.conflicts import ConflictsScreen
from tui.screens.finder import FindScreen
from tui.screens.helping import HelpScreen
from tui.screens.importing import bring_in
from tui.screens.lens import LensScreen
from tui.screens.lines import context_line, growth_line, lens_line, trail
from tui.screens.marks import MarkScreen, Places, PlacesScreen
from tui.screens.news import NewsScreen
from tui.screens.palette import PaletteScreen
from tui.screens.preferring import Preference
from tui.screens.ties import TiesScreen
from tui.screens.timed import TimedScreen
from tui.state.history import History
from tui.state.look import Look, changed_since, day_of
from tui.state.recent import with_recent
from tui.state.session import Session
from tui.state.stop import Stop
from tui.state.view import NARROWING, View


class RoomScreen(TimedScreen):
    """What the panes show of a situation, and what one does with it."""

    class Moved(Message):
        """The room shows another situation from now on."""

        def __init__(self, situation: Situation) -> None:
            super().__init__()
            self.situation = situation

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
        super().__init__()
        self.view = View(situation, lens, "")
        self.history: History[Stop] = History()
        self._marks: dict[str, Stop] = {}
        self._at = at
        self._left = session
        self._resume = resume
        self._recent: tuple[Stop, ...] = ()
        self._deaf: Callable[[], None] = _nothing

    class Grew(Message):
        """More of the situation is indexed."""

    def on_mount(self) -> None:
        """Show what the reader left; else the record that was asked for, or the first of the Index."""
        self._deaf = self.view.situation.subscribe(self._changed)
        self.view = self.view._replace(keys=keymap_of(self.app))
        if self.view.situation.growing:
            self.view.situation.growing.tell(self._grew)
        begun = beginning(self.view.situation, self._at, self.view.lens, self._left, resume=self._resume)
        self._zoomed = begun.zoomed
        self._marks = dict(begun.marks)
        self._recent = begun.recent
        self._return_to(begun.here, begun.history)
        if self._look and changed_since(self._look, self.view.situation):
            # What is told at once is taken back by the first arrangement of the panes.
            told = f"This situation has changed since {day_of(self._look)}: {{news}} lists what."
            self.call_after_refresh(self.say, self.view.keys.told(told))

    def on_unmount(self) -> None:
        """Hear no more of what changes."""
        self._deaf()
        if self.view.situation.growing:
            self.view.situation.growing.tell(None)

    # -- what is shown

    def _changed(self, _refs: frozenset[Ref] | None) -> None:
        """Show what is so now, with cursor and scroll where they are."""
        self._show(self._stop())

    @property
    def may_write(self) -> bool:
        """Whether the reader may write files of their own: not where they are a guest of somebody's machine."""
        return bool(getattr(self.app, "may_write", True))

    def move_into(self, situation: Situation) -> None:
        """Show another situation in place of this one, at the same place: a copy to be changed."""
        self._deaf()
        self._deaf = situation.subscribe(self._changed)
        self.view = self.view._replace(situation=situation)
        self.post_message(self.Moved(situation))
        self._show(self._stop())

    def _show(self, stop: Stop | None = None) -> None:
        self.settle()
        self.floor.show(self.view, stop.memories if stop else None)
        self.say_where()

    def say_where(self) -> None:
        """Say where one is, and through which lens one looks."""
        situation, lens, subject, keys = self.view
        crumbs = trail(situation, self.history.behind, subject, lens)
        self.context_bar.say(context_line(situation, crumbs), growth_line(situation, keys) + lens_line(situation, lens))

    def _grew(self) -> None:
        # It is told in a thread of the index's, which may outlive the program.
        with suppress(RuntimeError):
            self.post_message(self.Grew())

    def on_room_screen_grew(self) -> None:
        """Say how far the index has come; once it is whole, all panes show it."""
        self.view.situation.take_over()
        self.say_where()

    def action_out(self) -> None:
        """Take the pane's filter away, or give the other panes their room back, or stop the index from growing."""
        growing = self.view.situation.growing
        if growing and not self._zoomed and not self.pane.filter_line.text:
            growing.cancel()
        else:
            super().action_out()

    @property
    def session(self) -> Session | None:
        """The place to come back to another day; None before anything is shown."""
        return (
            Session(self._stop(), self._zoomed, self.history, self._marks, self._recent, self._look)
            if self.floor.index.view is not None
            else None
        )

    @property
    def _look(self) -> Look | None:
        """How the situation was when the reader last left it; None if they never did."""
        return self._left.look if self._left else None

    def _leave(self, history: History[Stop]) -> None:
        """Go on with another history, and keep where one was among the recent places."""
        self._recent = with_recent(self._recent, self._stop())
        self.history = history

    def _stop(self) -> Stop:
        return Stop(self.view.subject, self.view.lens, self.active, self.floor.memories())

    def follow(self, ref: Ref) -> None:
        """Go to a record: show its profile, narrow the panes to it where it can, and remember the way back."""
        if not self.view.situation.has(ref):
            self.say(f"{ref} is named here but not in this store; `sitroom check` lists such refs.")
            return
        self.floor.index.settle()
        lens = self.view.lens._replace(about=(ref,)) if split(ref).kind in NARROWING else self.view.lens
        view = self.view._replace(subject=ref, lens=lens)
        # From another pane it is a step even to what is shown already: back leads to the row that was left.
        if (view, "profile") != (self.view, self.active):
            self._leave(self.history.visit(self._stop()))
            self.view = view
            self._show()
        self.activate("profile")

    def _return_to(self, stop: Stop, history: History[Stop]) -> None:
        self.floor.index.settle()
        self.history = history
        self.view = self.view._replace(subject=stop.subject, lens=stop.lens)
        self._show(stop)
        self.activate(stop.pane)

    def narrow(self, lens: Lens) -> None:
        """Show everything through another lens."""
        self.view = self.view._replace(lens=lens)
        self._show()

    # -- what panes want

    def on_pane_followed(self, message: Pane.Followed) -> None:
        """Follow where a pane's reader goes."""
        self.follow(message.target)

    def on_index_pane_rested(self, message: IndexPane.Rested) -> None:
        """Narrow the other panes to what the Index's cursor rests on. It is no step of the trail."""
        self.view = self.view.looking_at(message.ref)
        self.floor.follow(self.view)
        self.say_where()

    # -- along the trail

    def action_back(self) -> None:
        """Go back the way one came."""
        step = self.history.back(self._stop())
        if step is None:
            self.say("This is where the trail begins.")
        else:
            self._go_along(*step)

    def action_forward(self) -> None:
        """Go forward again."""
        step = self.history.forward(self._stop())
        if step is None:
            self.say("Nothing is ahead: forward goes to where back came from.")
        else:
            self._go_along(*step)

    def _go_along(self, stop: Stop, history: History[Stop]) -> None:
        self._leave(history)
        self._return_to(stop, history)

    async def action_mark(self) -> None:
        """Mark this place with a letter."""
        await self.app.push_screen(MarkScreen(self.view.situation, self._marks), self._mark)

    def _mark(self, letter: str | None) -> None:
        if letter:
            self._marks[letter] = self._stop()
            self.say(f"Marked with {letter}: {self.view.keys.key('places')} and {letter} come back here.")

    async def action_places(self) -> None:
        """Show what is marked, where one was last, and the trail."""
        places = Places(self._marks, self._recent, self.history, self._stop())
        await self.app.push_screen(PlacesScreen(self.view.situation, places), self._go)

    def _go(self, stop: Stop | None) -> None:
        if stop is not None:
            self._go_along(stop, self.history.visit(self._stop()))

    # -- looking; a dialog is awaited, so that what is typed ahead goes to it

    async def action_sources(self) -> None:
        """Show the citations of the row under the cursor, or of the subject where it rests on none."""
        ref = self.statement()
        if not ref:
            self.say("Nothing here to ask the sources of.")
            return
        situation = self.view.situation
        await self.app.push_screen(
            CitationsScreen(situation.title_of(ref), situation.citations(ref)), self.follow_chosen
        )

    def statement(self) -> Ref:
        """Return the record that the row under the cursor rests on, or else the subject."""
        row = self.pane.row
        return (row.statement if row else "") or self.view.subject

    def follow_chosen(self, ref: Ref | None) -> None:
        """Go to a record, if one was chosen in a dialog."""
        if ref:
            self.follow(ref)

    async def action_find(self) -> None:
        """Find anything by its words."""
        lens = EVERYTHING._replace(as_of=self.view.lens.as_of, known_by=self.view.lens.known_by)
        await self.app.push_screen(FindScreen(self.view.situation, lens), self.follow_chosen)

    async def action_news(self) -> None:
        """Show what was added or changed since the reader last looked."""
        if self._look is None:
            self.say("Nobody here has looked at this situation before: all of it is new.")
        elif self.view.situation.growing:
            self.say("It is not all indexed yet: ask again when it is.")
        elif not changed_since(self._look, self.view.situation):
            self.say(f"Nothing has changed since you last looked, on {day_of(self._look)}.")
        else:
            await self.app.push_screen(NewsScreen(self.view.situation, self._look), self.follow_chosen)

    async def action_conflicts(self) -> None:
        """Show the facts on which sources disagree: those of the lens, or else all of them."""
        situation = self.view.situation
        lens = self.view.lens if situation.disputes(self.view.lens, count=1).total else EVERYTHING
        if situation.disputes(lens, count=1).total:
            await self.app.push_screen(ConflictsScreen(situation, lens), self._take_up)
        else:
            self.say("No two accounts in this situation disagree.")

    def _take_up(self, asked: Ref | Preference | None) -> None:
        if isinstance(asked, Preference):
            make_preference(self, asked)
        else:
            self.follow_chosen(asked)

    async def action_ties(self) -> None:
        """Show whom the actor that is shown, or else the one under the cursor, is tied to, and whom those are."""
        actor = self.nearest(ACTOR_KINDS)
        if actor:
            await self.app.push_screen(TiesScreen(self.view.situation, actor, self.view.lens), self.follow_chosen)
        else:
            self.say("Ties are those of a faction or a person: put the cursor on one.")

    def action_sort(self) -> None:
        """List in another order."""
        order = self.pane.sort()
        self.say(f"Now {order}." if order else f"The {self.pane.title} has but one order.")

    # -- narrowing

    def action_filter(self) -> None:
        """Type words that narrow this pane's list."""
        if not self.pane.open_filter():
            self.say(f"The {self.pane.title} has no list to filter.")

    async def action_lens(self) -> None:
        """Ask for a query, or for a view that has a name, to narrow every pane to."""
        situation, lens, *_ = self.view
        await self.app.push_screen(LensScreen(situation, lens, may_keep=self.may_write), self.look_through)

    def look_through(self, lens: Lens | None) -> None:
        """Look through another lens, if there is one, as a step that can be gone back from."""
        if lens is not None and lens != self.view.lens:
            self.floor.index.settle()
            self._leave(self.history.visit(self._stop()))
            self.narrow(lens)

    def action_clear(self) -> None:
        """Show everything in every pane, from today, without a filter."""
        self.floor.clear_filters()
        self.narrow(EVERYTHING)
        self.say("The lens is clear: every pane shows everything.")

    # -- the rest

    def action_copy(self) -> None:
        """Send the citation of the row under the cursor to the terminal's clipboard."""
        taking.copy_citation(self)

    async def action_copy_else(self) -> None:
        """Send something else of the row."""
        await taking.copy_else(self)

    async def action_write(self) -> None:
        """Write what the pane shows to a file."""
        await taking.write_pane(self)

    async def action_bring_in(self) -> None:
        """Bring a file in."""
        await bring_in(self)

    def action_palette(self) -> None:
        """Choose a command by its name."""
        self.app.push_screen(PaletteScreen())

    async def action_help(self) -> None:
        """Say what the keys do in this pane."""
        await self.app.push_screen(HelpScreen(self.active))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()


def _nothing() -> None:
    """Do nothing: until the room is mounted it has subscribed to nothing."""
