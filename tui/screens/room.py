"""The room: five panes on one situation, and what one does with it there."""

from typing import TYPE_CHECKING

from store.lens import EVERYTHING
from store.refs import ACTOR_KINDS, Ref
from tui.screens import asked_for
from tui.screens.palette import PaletteScreen
from tui.screens.timed import TimedScreen
from tui.state.look import changed_since, day_of

if TYPE_CHECKING:
    from tui.screens.preferring import Preference


class RoomScreen(TimedScreen):
    """What is asked for by a key or in the palette, apart from ways and time: mostly a dialog."""

    # -- looking; a dialog is awaited, so that what is typed ahead goes to it

    async def action_sources(self) -> None:
        """Show the citations of the row under the cursor, or of the subject where it rests on none."""
        ref = self.statement()
        if not ref:
            self.say("Nothing here to ask the sources of.")
            return
        situation = self.view.situation
        title, citations = situation.title_of(ref, self.view.lens), situation.citations(ref, self.view.lens)
        await self.app.push_screen(asked_for.CitationsScreen(title, citations), self.follow_chosen)

    async def action_find(self) -> None:
        """Find anything by its words."""
        lens = EVERYTHING._replace(as_of=self.view.lens.as_of, known_by=self.view.lens.known_by)
        await self.app.push_screen(asked_for.FindScreen(self.view.situation, lens), self.follow_chosen)

    async def action_news(self) -> None:
        """Show what was added or changed since the reader last looked."""
        if self.look is None:
            self.say("Nobody here has looked at this situation before: all of it is new.")
        elif self.view.situation.growing:
            self.say("It is not all indexed yet: ask again when it is.")
        elif not changed_since(self.look, self.view.situation):
            self.say(f"Nothing has changed since you last looked, on {day_of(self.look)}.")
        else:
            await self.app.push_screen(asked_for.NewsScreen(self.view.situation, self.look), self.follow_chosen)

    async def action_conflicts(self) -> None:
        """Show the facts on which sources disagree: those of the lens, or else all of them."""
        self.rest()
        situation = self.view.situation
        lens = self.view.lens if situation.disputes(self.view.lens, count=1).total else EVERYTHING
        if situation.disputes(lens, count=1).total:
            await self.app.push_screen(asked_for.ConflictsScreen(situation, lens), self._take_up)
        else:
            self.say("No two accounts in this situation disagree.")

    def _take_up(self, asked: "Ref | Preference | None") -> None:
        if asked is None or isinstance(asked, Ref):
            self.follow_chosen(asked)
        else:
            asked_for.make_preference(self, asked)

    async def action_ties(self) -> None:
        """Show whom the actor that is shown, or else the one under the cursor, is tied to, and whom those are."""
        actor = self.nearest(ACTOR_KINDS)
        if actor:
            await self.app.push_screen(
                asked_for.TiesScreen(self.view.situation, actor, self.view.lens), self.follow_chosen
            )
        else:
            self.say("Ties are those of a faction or a person: put the cursor on one.")

    def action_sort(self) -> None:
        """List in another order."""
        order = self.pane.sort()
        self.say(f"Now {order}." if order else f"The {self.pane.title} has but one order.")

    # -- narrowing

    async def action_filter(self) -> None:
        """Type words that narrow this pane's list."""
        if not await self.pane.open_filter():
            self.say(f"The {self.pane.title} has no list to filter.")

    async def action_lens(self) -> None:
        """Ask for a query, or for a view that has a name, to narrow every pane to."""
        self.rest()
        situation, lens, *_ = self.view
        await self.app.push_screen(asked_for.LensScreen(situation, lens, may_keep=self.may_write), self.look_through)

    def action_clear(self) -> None:
        """Show everything in every pane, from today, without a filter."""
        self.rest()
        self.floor.clear_filters()
        self.narrow(EVERYTHING)
        self.say("The lens is clear: every pane shows everything.")

    # -- the rest

    def action_copy(self) -> None:
        """Send the citation of the row under the cursor to the terminal's clipboard."""
        asked_for.copy_citation(self)

    async def action_copy_else(self) -> None:
        """Send something else of the row."""
        await asked_for.copy_else(self)

    async def action_write(self) -> None:
        """Write what the pane shows to a file."""
        await asked_for.write_pane(self)

    async def action_bring_in(self) -> None:
        """Bring a file in."""
        await asked_for.bring_in(self)

    def action_palette(self) -> None:
        """Choose a command by its name."""
        self.app.push_screen(PaletteScreen())

    async def action_help(self) -> None:
        """Say what the keys do in this pane."""
        await self.app.push_screen(asked_for.HelpScreen(self.active))

    def action_quit(self) -> None:
        """Leave."""
        self.rest()
        self.app.exit()
