"""Who held a place, or what an actor held, drawn over time."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.lens import Lens
from store.refs import Ref, split
from store.rows import HoldRow
from store.situation import Situation
from tui.screens.citations import CitationsScreen
from tui.screens.following import FollowingDialog
from tui.screens.holds_sheet import lay_out
from tui.widgets.listing import Listing
from tui.widgets.runs import Run


class HoldsScreen(FollowingDialog[Ref]):
    """Lists holds as bars over time; gives the holder, or the place, that is chosen."""

    title_text = "Who held what"
    fits = True
    keys_text = "↵ follow · {sources} source · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("s", "sources", show=False),
        Binding("H,q,backspace", "leave", show=False),
    ]

    def __init__(self, situation: Situation, subject: Ref, lens: Lens) -> None:
        super().__init__(situation)
        self._subject = subject
        self._lens = lens
        self._as_of = lens.as_of
        self._heading = ""
        self._rows: tuple[HoldRow, ...] = ()

    def begin(self) -> None:
        """Show the bars, and what they are drawn with."""
        self.renew()

    def renew(self) -> None:
        """Show the bars as they are now. Raises UnknownRecord."""
        name = self._situation.title_of(self._subject, self._lens)
        self._heading = f"Who held {name}" if self._is_place else f"What {name} held"
        # All of its time is drawn, with the day that is looked from marked on it.
        self._rows = self._situation.holdings(self._subject, self._lens._replace(as_of=None))
        self.list.lay_out(self._lay_out)
        if self._rows:
            self.tell((Run("█ surely  ░ possibly" + "  ▼ the day looked from" * (self._as_of is not None), "dim"),))

    def _lay_out(self, width: int) -> Listing:
        nothing = f"Nothing is recorded of {'who held it' if self._is_place else 'what it held'}."
        return lay_out(self._heading, self._rows, self._as_of, width, nothing)

    @property
    def _is_place(self) -> bool:
        return split(self._subject).kind == "location"

    async def action_sources(self) -> None:
        """Show who says so."""
        row = self.list.row
        if isinstance(row, HoldRow):
            title, citations = (
                self._situation.title_of(row.statement, self._lens),
                self._situation.citations(row.statement, self._lens),
            )
            await self.app.push_screen(CitationsScreen(title, citations), self._chosen)

    def action_choose(self) -> None:
        """Give the other end of the hold under the cursor."""
        row = self.list.row
        if isinstance(row, HoldRow):
            self.dismiss(row.target)

    def _chosen(self, ref: Ref | None) -> None:
        if ref:
            self.dismiss(ref)
