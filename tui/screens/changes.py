"""What changed between two days."""

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.lens import Lens
from store.refs import Ref
from store.rows import ChangeRow
from store.situation import Situation
from store.when import Day, ordinal
from store.when.civil import civil
from store.when.words import day_words
from tui.contents.changes import Asked, asked_days, changes_listing, said
from tui.screens.following import FollowingDialog
from tui.widgets.runs import Run

HELD, KNOWN = "what began and ended", "what became known"


class ChangesScreen(FollowingDialog[Ref]):
    """Lists what changed between the days that are typed; gives the record that is chosen."""

    title_text = "Changes"
    keys_text = "↵ follow · tab when it held or was known · esc back"
    prompt = "2016-05 to 2016-08"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,shift+tab", "turn", show=False)]

    def __init__(self, situation: Situation, lens: Lens) -> None:
        super().__init__(situation)
        self._lens = lens._replace(since=None, until=None)
        self._last = situation.span()[1] or date.today().toordinal()
        self._asked: Asked | None = _first_asked(lens, self._last)
        self._known = lens.known_by is not None

    def begin(self) -> None:
        """Show what changed in the lens's span, or else since the day that is looked from, or in the last year."""
        assert self._asked is not None
        self.list.nothing = "Nothing changed: type other dates, or tab for the other question."
        self.line.value = said(self._asked)
        self.line.cursor_position = len(self.line.value)
        self._list()

    def renew(self) -> None:
        """List what changed between the same days."""
        self._list()

    def on_input_changed(self, message: Input.Changed) -> None:
        """List what changed between the days as they are typed."""
        message.stop()
        asked = asked_days(self.line.value, self._last, self._last)
        if asked is None:
            self.tell((Run("no two dates, the earlier first: 2016-05 to 2016-08, or early 2016", "warn"),))
        elif asked != self._asked:
            self._asked = asked
            self._list()
        else:
            self._say()

    def action_turn(self) -> None:
        """Ask the other question: when it held, or when it was known."""
        self._known = not self._known
        self._list()

    def action_choose(self) -> None:
        """Give the record under the cursor."""
        row = self.list.row
        if isinstance(row, ChangeRow):
            self.dismiss(row.target)

    def _list(self) -> None:
        assert self._asked is not None
        self.list.show(changes_listing(self._situation, self._lens, self._asked, known=self._known))
        self._say()

    def _say(self) -> None:
        assert self._asked is not None
        first, last = (day_words(day) for day in self._asked)
        self.tell((Run(f"{self.list.listing.rows:,} · {KNOWN if self._known else HELD}, {first} – {last}", "accent"),))


def _first_asked(lens: Lens, last: Day) -> Asked:
    if lens.since is not None or lens.until is not None:
        until = last if lens.until is None else lens.until
        return Asked(_year_before(until) if lens.since is None else lens.since, until)
    if lens.day is not None and lens.day < last:
        return Asked(lens.day + 1, last)
    return Asked(_year_before(last), last)


def _year_before(day: Day) -> Day:
    year, month, of_month = civil(day)
    return ordinal(year - 1, month, min(of_month, 28))
