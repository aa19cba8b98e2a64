"""The web of one actor, and how it is linked to another."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.lens import Lens
from store.refs import ACTOR_KINDS, Ref
from store.rows import TieRow
from store.situation import Situation
from tui.commands.bindings import keymap_of
from tui.commands.keymap import Keymap
from tui.screens.citations import CitationsScreen
from tui.screens.following import FollowingDialog
from tui.screens.ties_sheet import link_sheet, web_sheet
from tui.widgets.listing import Listing, Sheet
from tui.widgets.runs import Run


class TiesScreen(FollowingDialog[Ref]):
    """Lists whom an actor is tied to, and whom those are; gives the actor that is chosen."""

    title_text = "Ties"
    keys_text = "↵ follow · {sources} source · {find} linked to whom · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("g,home", "end(-1)", show=False),
        Binding("G,end", "end(1)", show=False),
        Binding("s", "sources", show=False),
        Binding("slash", "link", show=False),
        Binding("w,q,backspace", "leave", show=False),
    ]

    def __init__(self, situation: Situation, actor: Ref, lens: Lens) -> None:
        super().__init__(situation)
        self._actor = actor
        self._lens = lens
        self._rows: tuple[TieRow, ...] = ()

    def begin(self) -> None:
        """Show the web."""
        self.renew()

    def renew(self) -> None:
        """Show the web as it is now. Raises UnknownRecord."""
        self._rows = self._situation.web(self._actor, self._lens)
        self.list.lay_out(self._lay_out)

    def _lay_out(self, width: int) -> Listing:
        none = f"No ties are recorded{_on_the_day(self._lens, keymap_of(self.app))}"
        return web_sheet(self._situation.title_of(self._actor, self._lens), self._rows, width, none)

    def action_end(self, side: int) -> None:
        """Go to the first or the last tie."""
        self.list.move_to(0 if side < 0 else self.list.listing.rows - 1)

    async def action_sources(self) -> None:
        """Show who says that there is the tie under the cursor."""
        row = self.list.row
        if isinstance(row, TieRow):
            title, citations = (
                self._situation.title_of(row.statement, self._lens),
                self._situation.citations(row.statement, self._lens),
            )
            await self.app.push_screen(CitationsScreen(title, citations), self._chosen)

    async def action_link(self) -> None:
        """Ask for another actor, and show how the two are linked."""
        await self.app.push_screen(LinkScreen(self._situation, self._actor, self._lens), self._chosen)

    def action_choose(self) -> None:
        """Give the actor under the cursor."""
        row = self.list.row
        if isinstance(row, TieRow):
            self.dismiss(row.target)

    def _chosen(self, ref: Ref | None) -> None:
        if ref:
            self.dismiss(ref)


class LinkScreen(FollowingDialog[Ref]):
    """Asks for an actor by name; lists the ties that lead to it, and gives the actor that is chosen on the way."""

    title_text = "How linked"
    keys_text = "↵ follow · esc back"
    prompt = "the name of another actor"

    def __init__(self, situation: Situation, actor: Ref, lens: Lens) -> None:
        super().__init__(situation)
        self._actor = actor
        self._lens = lens

    def begin(self) -> None:
        """Wait for a name."""
        self.list.show(Sheet((), ()))
        self.tell((Run(f"{self._situation.title_of(self._actor, self._lens)} and …", "dim"),))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show the way to the actor whose name comes first among those that begin so."""
        message.stop()
        self.renew()

    def renew(self) -> None:
        """Show the way as it is now. Raises UnknownRecord."""
        text = self.line.value.strip()
        other = self._called(text) if text else ""
        if not other:
            self.begin()
            if text:
                self.tell((Run("No actor is called so.", "dim"),))
            return
        rows = self._situation.link(self._actor, other, self._lens)
        one, title = self._situation.title_of(self._actor, self._lens), self._situation.title_of(other, self._lens)
        none = f"No chain of ties leads to {title}{_on_the_day(self._lens, keymap_of(self.app))}"
        self.list.lay_out(lambda width: link_sheet(one, rows, width, none))
        steps = f"{len(rows)} {'tie' if len(rows) == 1 else 'ties'}" if rows else "no known link"
        self.tell((Run(f"{one} and {title}: {steps}", "dim"),))

    def _called(self, text: str) -> Ref:
        """Return the most named actor with these words in its names, but the one that is asked about."""
        for kind in ACTOR_KINDS:
            rows = self._situation.index(kind, filter=text, sort="touches", count=2).rows
            found = [row.target for row in rows if row.target != self._actor]
            if found:
                return found[0]
        return ""

    def action_choose(self) -> None:
        """Give the actor under the cursor."""
        row = self.list.row
        if isinstance(row, TieRow):
            self.dismiss(row.target)


def _on_the_day(lens: Lens, keys: Keymap) -> str:
    """Return the end of what is said of no ties: of the day that is looked from, and the key for another, if one is."""
    return "." if lens.as_of is None else f" on the day that is looked from: {keys.key('as_of')} sets another."
