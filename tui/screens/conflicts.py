"""Facts on which sources disagree: a list of them, and for one fact every account of it side by side."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from store.lens import Lens
from store.refs import Ref
from store.rows import AccountRow, DisputeRow, Slice
from store.situation import Situation
from tui.screens.accounts_sheet import lay_out
from tui.screens.dialog import Dialog
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


class ConflictsScreen(Dialog[Ref]):
    """Lists the disputed facts of a lens; gives the ref that was chosen among the accounts of one."""

    title_text = "Conflicts"
    keys_text = "↵ the accounts · esc back"
    BINDINGS: ClassVar[list[BindingType]] = _LIKE_THE_ROOM

    def __init__(self, situation: Situation, lens: Lens) -> None:
        super().__init__()
        self._situation = situation
        self._lens = lens

    def begin(self) -> None:
        """List the facts; of one alone show the accounts at once."""

        def fetch(start: int, count: int) -> Slice[DisputeRow]:
            return self._situation.disputes(self._lens, start=start, count=count)

        self.list.show(Pages[DisputeRow](fetch, _fact, tall=2))
        facts = self.list.listing.rows
        narrowed = self._situation.describe(self._lens)
        scope = f" · {narrowed}" if narrowed else ""
        self.tell((Run(f"{facts:,} {'fact' if facts == 1 else 'facts'} on which sources disagree{scope}", "dim"),))
        if facts == 1:
            self.action_choose()

    def action_end(self, side: int) -> None:
        """Go to the first or the last fact."""
        self.list.move_to(0 if side < 0 else self.list.listing.rows - 1)

    def action_choose(self) -> None:
        """Show the accounts of the fact under the cursor."""
        fact = self.list.row
        if isinstance(fact, DisputeRow):
            accounts = self._situation.accounts(fact.target, fact.why)
            self.app.push_screen(AccountsScreen(fact, accounts), self._chosen)

    def _chosen(self, ref: Ref | None) -> None:
        if ref or self.list.listing.rows == 1:
            self.dismiss(ref)


class AccountsScreen(Dialog[Ref]):
    """Lists the accounts of one fact, their times drawn under each other; gives the ref of the one that is chosen."""

    title_text = "Accounts"
    fits = True
    keys_text = "↵ follow · esc back"
    BINDINGS: ClassVar[list[BindingType]] = _LIKE_THE_ROOM

    def __init__(self, fact: DisputeRow, accounts: Sequence[AccountRow]) -> None:
        super().__init__()
        self._fact = fact
        self._accounts = accounts

    def begin(self) -> None:
        """Show the fact, and under it each account."""
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


def _fact(width: int, row: DisputeRow, _before: DisputeRow | None) -> tuple[Line, Line]:
    """Lay out a fact: what it is about and what is asked of it; under that, what is told."""
    count = f"{row.accounts:>{_COUNT_WIDTH}}"
    matter = f" · {row.matter}"
    title = Run(cut(row.title, width - len(matter) - len(count)))
    rest = fit(matter, width - width_of((title,)) - len(count))
    return (title, Run(rest, "dim"), Run(count, "dim")), (Run(fit("  " + " ≠ ".join(row.versions), width), "dim"),)
