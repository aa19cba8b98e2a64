"""How much of a list began on which day: the ground of the density strip, and the way to jump into the middle of it."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from store.index.database import Database
from store.index.lasting import beginnings
from store.index.narrowing import Narrowing, in_role


class Calendar(NamedTuple):
    """The days on which something began, in order, and for each how much began before it; a last one counts all."""

    days: "array[int]"
    before: "array[int]"

    @property
    def total(self) -> int:
        """How much has a date."""
        return self.before[-1]

    def until(self, day: int) -> "Calendar":
        """Return the calendar of what began by a day."""
        place = bisect_right(self.days, day)
        return Calendar(self.days[:place], self.before[: place + 1])

    def together(self, other: "Calendar") -> "Calendar":
        """Return the calendar of what is in either of two that share nothing."""
        if not other.days:
            return self
        number = Counter(dict(self.counts()))
        number.update(dict(other.counts()))
        return _calendar(number)

    def counts(self) -> Iterable[tuple[int, int]]:
        """Yield each day, and how much began on it."""
        for place, day in enumerate(self.days):
            yield day, self.before[place + 1] - self.before[place]

    def ahead(self, day: int, *, newest_first: bool) -> int:
        """Return how much stands before what began on a day that is in the calendar."""
        place = bisect_left(self.days, day)
        return self.total - self.before[place + 1] if newest_first else self.before[place]

    def days_of(self, start: int, end: int) -> "array[int]":
        """Return the days on which what stands between two positions began, the oldest first."""
        return self.days[bisect_right(self.before, start) - 1 : bisect_left(self.before, end)]


def calendar(database: Database, narrowing: Narrowing, shelves: Sequence[int], roles: int = 0) -> Calendar:
    """Return the calendar of what a lens leaves of some shelves. It is a scan, but where days have been counted."""
    number: Counter[int] = Counter()
    for part in narrowing.parts:
        number.update(_beginnings(database, part, shelves, roles))
    return _calendar(number)


def _beginnings(database: Database, part: Narrowing, shelves: Sequence[int], roles: int) -> Mapping[int, int]:
    if part.tallied and not roles:
        kept = beginnings(database, part.targets[0], shelves, part.bounds)
        if kept is not None:
            return kept
    links = part.links(shelves, part.bounds.dated, *in_role(roles))
    sql = f"SELECT earliest, count(*) FROM ({links.sql}) GROUP BY earliest"
    return dict(database.rows(sql, links.values))


def _calendar(number: Counter[int]) -> Calendar:
    days = sorted(day for day, count in number.items() if count)
    return Calendar(array("q", days), array("q", accumulate(map(number.__getitem__, days), initial=0)))
