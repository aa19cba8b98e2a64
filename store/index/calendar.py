"""How much of a list began on which day: the ground of the density strip, and the way to jump into the middle of it."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class Calendar(NamedTuple):
    """The days on which something began, in order, and for each how much began before it; a last one counts all."""

    days: "array[int]"
    before: "array[int]"

    @property
    def total(self) -> int:
        """How much has a date."""
        return self.before[-1]

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


def calendar(number: Counter[int]) -> Calendar:
    """Return the calendar of what is counted by day."""
    days = sorted(day for day, count in number.items() if count)
    return Calendar(array("q", days), array("q", accumulate(map(number.__getitem__, days), initial=0)))
