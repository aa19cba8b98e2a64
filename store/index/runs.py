"""A run: what a lens leaves of some shelves, in the order of time, with the undated at its end."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from store.index.calendar import Calendar, calendar
from store.index.database import Condition
from store.index.index import Index
from store.index.lasting import reaching
from store.index.narrowing import IN_ORDER, UNDATED_ONLY, in_role
from store.index.schema import UNDATED
from store.index.surveying import begun, undated
from store.index.tallying import Sizes, by_day, tallied
from store.lens import Lens
from store.when import Day

_FORWARDS = "earliest, latest, rank, node"
_BACKWARDS = "earliest DESC, latest DESC, rank DESC, node DESC"
_BY_TITLE = "rank, node"
_NEAR = 1_000
"""Rows that are skipped without looking for a shorter way."""


class Run:
    """A list in the order of time, oldest or newest first, read in slices by position.

    `shelves` are those of what has a date; what has none is listed by title from `undated` (the same shelves if it is
    None), whichever way time runs. `roles` keeps only links in one of these roles (bits of `shelves`).
    """

    def __init__(
        self,
        index: Index,
        lens: Lens,
        shelves: Sequence[int],
        undated: Sequence[int] | None = None,
        *,
        newest_first: bool = True,
        roles: int = 0,
    ) -> None:
        self._index = index
        self._lens = lens
        self._narrowing = index.narrow(lens)
        self._shelves = tuple(shelves)
        self._undated_shelves = tuple(shelves if undated is None else undated)
        self._newest_first = newest_first
        self._roles = roles
        self._key = (lens, roles, self._shelves, self._undated_shelves)

    @property
    def sizes(self) -> Sizes:
        """How long it is; counted once for each lens."""
        return self._index.kept(("sizes", *self._key), self._count)

    @property
    def calendar(self) -> Calendar:
        """How much of it began on which day; counted once for each lens."""
        return self._index.kept(("calendar", *self._key), self._calendar)

    def nodes(self, start: int, count: int) -> list[int]:
        """Return the nodes from a position on."""
        dated, undated = self.sizes
        end = min(start + count, dated + undated)
        found: list[int] = []
        if start < min(end, dated):
            found += self._dated(start, min(end, dated) - start)
        if end > dated:
            first = max(start, dated)
            found += self._read(UNDATED_ONLY, _BY_TITLE, first - dated, end - first)
        return found

    def newest(self, column: str, most: int) -> list[Any]:
        """Return a column of the links that come last in time, the undated behind them: so many at most."""
        bounds = self._narrowing.bounds
        begun = bounds.dated if bounds.since is None else _between(bounds.since, bounds.ceiling)
        found = self._column(column, begun, most)
        if len(found) < most and bounds.since is not None:
            days = self.calendar.days[: bisect_left(self.calendar.days, bounds.since)]
            found += self._column(column, _on(days), most - len(found))
        if len(found) < most and bounds.undated:
            found += self._column(column, UNDATED_ONLY, most - len(found))
        return found

    def position(self, node: int) -> int | None:
        """Return where a node stands; None if it is not in the run."""
        row = self._index.database.row("SELECT earliest, latest, rank, node FROM nodes WHERE node = ?", (node,))
        if row is None:
            return None
        which = UNDATED_ONLY if row[0] == UNDATED else self._narrowing.bounds.dated
        if not self._counted(which, Condition("(l.earliest, l.latest, l.rank, l.node) = (?, ?, ?, ?)", row)):
            return None
        if which is UNDATED_ONLY:
            return self.sizes.dated + self._counted(which, Condition("(l.rank, l.node) < (?, ?)", row[2:]))
        ahead = f"l.earliest = ? AND (l.latest, l.rank, l.node) {'>' if self._newest_first else '<'} (?, ?, ?)"
        return self.calendar.ahead(row[0], newest_first=self._newest_first) + self._counted(
            which, Condition(ahead, row)
        )

    def reaching(self, days: Sequence[int]) -> dict[int, Counter[int]]:
        """Return for each of some days how much that began on it ends on which later day, if anything does."""
        found: dict[int, Counter[int]] = {}
        for first, last, number in self._reaching(days):
            found.setdefault(first, Counter())[last] += number
        return found

    def _reaching(self, days: Sequence[int]) -> Iterator[tuple[int, ...]]:
        database = self._index.database
        for part in self._narrowing.parts:
            if part.tallied and not self._roles and by_day(database, part.targets[0]):
                yield from reaching(database, part.targets[0], self._shelves, part.bounds, days)
                continue
            links = part.links(self._shelves, part.bounds.dated, _on(days), *in_role(self._roles))
            found = f"SELECT earliest, latest, count(*) FROM ({links.sql}) WHERE latest > earliest"
            yield from database.each(f"{found} GROUP BY earliest, latest", links.values)

    def _dated(self, start: int, count: int) -> list[int]:
        """Read from whichever end is near; from the middle, begin with the day that is there.

        What is skipped has to be walked over, which takes 0.2 s for a million; and so has what ended before the first
        day of a lens. So what began before that day, and lasted, is looked for on the days on which it began.
        """
        bounds = self._narrowing.bounds
        behind = self.sizes.dated - start - count
        if bounds.since is None and start <= _NEAR:
            return self._read(bounds.dated, self._order(self._newest_first), start, count)
        if bounds.since is None and behind <= _NEAR:
            return self._read(bounds.dated, self._order(not self._newest_first), behind, count)[::-1]
        first = behind if self._newest_first else start
        days = self.calendar.days_of(first, first + count)
        sparse = bounds.since is not None and days[0] < bounds.since
        there = _on(days) if sparse else _between(days[0], days[-1])
        from_day = days[-1] if self._newest_first else days[0]
        skipped = start - self.calendar.ahead(from_day, newest_first=self._newest_first)
        return self._read(there, self._order(self._newest_first), skipped, count)

    @staticmethod
    def _order(newest_first: bool) -> str:
        return _BACKWARDS if newest_first else _FORWARDS

    def _read(self, which: Condition, order: str, start: int, count: int) -> list[int]:
        links = self._links(which)
        sql = f"{links.sql} ORDER BY {order} LIMIT ? OFFSET ?"
        return [row[3] for row in self._index.database.rows(sql, (*links.values, count, start))]

    def _column(self, column: str, which: Condition, most: int) -> list[Any]:
        links = self._links(which, columns=f"{IN_ORDER}, {column} AS asked")
        sql = f"SELECT asked FROM ({links.sql} ORDER BY {_BACKWARDS} LIMIT ?)"
        return [asked for (asked,) in self._index.database.rows(sql, (*links.values, most))]

    def _counted(self, which: Condition, *more: Condition) -> int:
        links = self._links(which, *more)
        sql = f"SELECT count(*) FROM ({links.sql})"
        return int(self._index.database.value(sql, links.values))

    def _links(self, which: Condition, *more: Condition, columns: str = IN_ORDER) -> Condition:
        """Return a SELECT of the links of which these hold; the first says whether they are dated."""
        shelves = self._undated_shelves if which is UNDATED_ONLY else self._shelves
        return self._narrowing.links(shelves, which, *more, *in_role(self._roles), columns=columns)

    @property
    def _tallied(self) -> bool:
        """Whether tallies know how much there is."""
        return self._narrowing.tallied and len(self._narrowing.targets) == 1 and not self._roles

    def _calendar(self) -> Calendar:
        if not self._roles:
            return calendar(begun(self._index, self._lens, self._shelves))
        links = self._links(self._narrowing.bounds.dated)
        sql = f"SELECT earliest, count(*) FROM ({links.sql}) GROUP BY earliest"
        return calendar(Counter(dict(self._index.database.rows(sql, links.values))))

    def _count(self) -> Sizes:
        return Sizes(self._count_dated(), self._count_undated() if self._narrowing.bounds.undated else 0)

    def _count_dated(self) -> int:
        if self._roles:
            return self._counted(self._narrowing.bounds.dated)
        if self._tallied and self._narrowing.bounds.all_time:
            return tallied(self._index.database, self._narrowing.targets[0], self._shelves).dated
        return self.calendar.total

    def _count_undated(self) -> int:
        if self._roles:
            return self._counted(UNDATED_ONLY)
        return undated(self._index, self._lens, self._undated_shelves)


def _between(first: Day, last: Day) -> Condition:
    """Return the condition that a link begins on one of these days: one bound on each side, by which SQLite seeks."""
    return Condition("l.earliest BETWEEN ? AND ?", (first, last))


def _on(days: Sequence[Day]) -> Condition:
    return Condition("l.earliest IN (SELECT value FROM json_each(?))", (json.dumps(list(days)),))
