"""Facts on which sources disagree: a list of them, and for one fact every account of it side by side."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.lens import Lens
from store.refs import Ref
from store.rows import AccountRow, DisputeRow, Slice
from store.situation import Situation
from tui.screens.accounts_sheet import lay_out
from tui.screens.citations import CitationsScreen
from tui.screens.following import FollowingDialog
from tui.screens.preferring import Preference, ReasonScreen
from tui.widgets.listing import Listing, Pages
from tui.widgets.runs import Line, Run, cut, fit, width_of

_LIKE_THE_ROOM: list[BindingType] = [
    Binding("k", "move(-1)", show=False),
    Binding("j", "move(1)", show=False),
    Binding("g,home", "end(-1)", show=False),
    Binding("G,end", "end(1)", show=False),
    Binding("c,q,backspace", "leave", show=False),
]
_COUNT_WIDTH = 4


class ConflictsScreen(FollowingDialog[Ref | Preference]):
    """Lists the disputed facts of a lens; gives the account of one that is followed, or preferred."""

    title_text = "Conflicts"
    keys_text = "↵ the accounts · esc back"
    BINDINGS: ClassVar[list[BindingType]] = _LIKE_THE_ROOM

    def __init__(self, situation: Situation, lens: Lens) -> None:
        super().__init__(situation)
        self._lens = lens

    def begin(self) -> None:
        """List the facts; of one alone show the accounts at once."""
        self.renew()
        if self.list.listing.rows == 1:
            self.action_choose()

    def renew(self) -> None:
        """List the facts."""

        def fetch(start: int, count: int) -> Slice[DisputeRow]:
            return self._situation.disputes(self._lens, start=start, count=count)

        self.list.show(Pages[DisputeRow](fetch, _fact, tall=2))
        facts = self.list.listing.rows
        narrowed = self._situation.describe(self._lens)
        scope = f" · {narrowed}" if narrowed else ""
        self.tell((Run(f"{facts:,} {'fact' if facts == 1 else 'facts'} on which sources disagree{scope}", "dim"),))

    def action_end(self, side: int) -> None:
        """Go to the first or the last fact."""
        self.list.move_to(0 if side < 0 else self.list.listing.rows - 1)

    def action_choose(self) -> None:
        """Show the accounts of the fact under the cursor."""
        fact = self.list.row
        if isinstance(fact, DisputeRow):
            self.app.push_screen(AccountsScreen(self._situation, fact, self._lens), self._chosen)

    def _chosen(self, chosen: Ref | Preference | None) -> None:
        if chosen or self.list.listing.rows == 1:
            self.dismiss(chosen)


class AccountsScreen(FollowingDialog[Ref | Preference]):
    """Lists the accounts of one fact, drawn under each other; gives the one that is followed, or preferred."""

    title_text = "Accounts"
    fits = True
    keys_text = "↵ follow · {prefer} prefer · {sources} source · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        *_LIKE_THE_ROOM,
        Binding("p", "prefer", show=False),
        Binding("s", "sources", show=False),
    ]

    def __init__(self, situation: Situation, fact: DisputeRow, lens: Lens) -> None:
        super().__init__(situation)
        self._fact = fact
        self._lens = lens
        self._accounts: tuple[AccountRow, ...] = ()

    def begin(self) -> None:
        """Show the fact, and under it each account."""
        self.renew()

    def renew(self) -> None:
        """Show the fact, and under it each account as it is told now."""
        self._accounts = self._situation.accounts(self._fact.target, self._fact.why, self._lens)
        self.list.nothing = "Nobody tells of it any more."
        self.list.lay_out(self._lay_out)

    def _lay_out(self, width: int) -> Listing:
        return lay_out(self._fact, self._accounts, width)

    def action_end(self, side: int) -> None:
        """Go to the first or the last account."""
        self.list.move_to(0 if side < 0 else self.list.listing.rows - 1)

    def action_choose(self) -> None:
        """Give the account under the cursor."""
        row = self.list.row
        if isinstance(row, AccountRow):
            self.dismiss(row.target)

    async def action_sources(self) -> None:
        """Show who says so."""
        row = self.list.row
        if isinstance(row, AccountRow):
            title = self._situation.title_of(row.statement, self._lens)
            citations = self._situation.citations(row.statement, self._lens)
            await self.app.push_screen(CitationsScreen(title, citations), self._follow_source)

    def _follow_source(self, ref: Ref | None) -> None:
        if ref:
            self.dismiss(ref)

    async def action_prefer(self) -> None:
        """Ask why the account under the cursor is preferred; of the one that is, take that back."""
        row = self.list.row
        if not isinstance(row, AccountRow):
            return
        if not row.statement.startswith("claim:"):
            self.tell((Run("The event tells this itself: only claims can be preferred.", "warn"),))
            return
        among = tuple(dict.fromkeys(account.statement for account in self._accounts))
        if row.rank == "preferred":
            self.dismiss(Preference(row.statement, among, ""))
            return
        told = " · ".join(filter(None, (row.value, row.held, row.source)))
        await self.app.push_screen(
            ReasonScreen(told), lambda reason: self._preferred(Preference(row.statement, among, reason or ""))
        )

    def _preferred(self, preference: Preference) -> None:
        if preference.reason:
            self.dismiss(preference)


def _fact(width: int, row: DisputeRow, _before: DisputeRow | None) -> tuple[Line, Line]:
    """Lay out a fact: what it is about and what is asked of it; under that, what is told."""
    count = f"{row.accounts:>{_COUNT_WIDTH}}"
    matter = f" · {row.matter}"
    title = Run(cut(row.title, width - len(matter) - len(count)))
    rest = fit(matter, width - width_of((title,)) - len(count))
    return (title, Run(rest, "dim"), Run(count, "dim")), (Run(fit("  " + " ≠ ".join(row.versions), width), "dim"),)
