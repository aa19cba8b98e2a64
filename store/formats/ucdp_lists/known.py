"""What can be known of a row of a list only from the rest of its file: who is who, and how its dates are written."""

from collections.abc import Iterator

from store.formats.tables.cells import BadCell, Row, day, shortened, whole, words
from store.formats.tables.date_order import Order, order_of, year_first
from store.formats.ucdp_lists.roll import Member, Roll, joined, parts
from store.when.days import edtf_of_day

_DATES = ("start_date", "start_date2", "ep_end_date")
_EXACT = 1
UNREAD = "start_date tells no day for certain: it is kept in external"


class Known:
    """What a file tells, row by row: `hear` takes them all before anything is asked."""

    def __init__(self) -> None:
        self._actors = Roll()
        self._states = Roll()
        self._dates: set[str] = set()
        self._order: Order = ""

    def hear(self, row: Row) -> None:
        """Take what a row tells; one that cannot be read tells nothing."""
        try:
            for side in "ab":
                self._hear_side(row, side)
        except BadCell:
            return
        self._dates.update(row.get(column, "") for column in _DATES)

    def settle(self) -> None:
        """Conclude from all that was heard."""
        self._actors.settle()
        self._states.settle()
        self._order = order_of(self._dates)

    def actors(self, row: Row, side: str) -> list[Member]:
        """Return whom a side names, with their ids where those are known. Raises BadCell."""
        named, numbered = f"side_{side}", f"side_{side}_id"
        if not words(row, named):
            raise BadCell(named, "", "is empty")
        try:
            return [_short(member) for member in self._actors.members(row[named], ids(row, numbered))]
        except ValueError:
            raise BadCell(numbered, row[numbered], "names another number of actors than the side") from None

    def states(self, row: Row, side: str) -> Iterator[tuple[Member, str]]:
        """Yield the states that stand beside a side: as actors, with their ids where the file knows them as such.

        Beside each stands its number among the states of Gleditsch and Ward, or nothing.
        """
        if not words(row, f"side_{side}_2nd"):
            return
        cell, numbers = row[f"side_{side}_2nd"], ids(row, f"gwno_{side}_2nd")
        try:
            states = self._states.members(cell, numbers)
        except ValueError:
            states = [Member(part) for part in parts(cell)]
        for state in states:
            yield _short(Member(state.name, self._actors.number(state.name))), state.number

    def start(self, row: Row) -> tuple[str, bool]:
        """Return since when, as EDTF, and whether that could be read; about a day that `start_prec` calls inexact."""
        cell = words(row, "start_date")
        if not cell:
            return "", True
        try:
            found = edtf_of_day(day({"start_date": year_first(cell, self._order)}, "start_date"))
        except BadCell:
            return "", False
        exact = words(row, "start_prec").removesuffix(".0") in ("", f"{_EXACT}")
        return f"{found}{'' if exact else '~'}/", True

    def _hear_side(self, row: Row, side: str) -> None:
        self._actors.hear(row.get(f"side_{side}", ""), ids(row, f"side_{side}_id"))
        self._states.hear(row.get(f"side_{side}", ""), ids(row, f"gwno_{side}"))
        seconds, numbers = row.get(f"side_{side}_2nd", ""), ids(row, f"gwno_{side}_2nd")
        if f"side_{side}_name" not in row:
            self._states.hear(seconds, numbers)
            return
        # The non-state list has its numbers in the order of its names, and no other does.
        for name, number in zip(parts(seconds), numbers, strict=False):
            self._states.hear(name, (number,))


def ids(row: Row, column: str) -> tuple[str, ...]:
    """Return the ids that a cell lists. Raises BadCell for what is none."""
    cell = row.get(column, "")
    return tuple(f"{whole({column: part}, column)}" for part in parts(cell)) if words(row, column) else ()


def _short(member: Member) -> Member:
    return member._replace(name=shortened(joined(member.name)))
