"""What a lens asks of days: how long something must last, and by when it must have begun."""

from typing import NamedTuple

from store.index.database import Condition
from store.index.schema import OPEN_END, UNDATED
from store.index.shelves import ENDING
from store.lens import Lens
from store.when import Day

EVER = -(2**62)
"""Before all days, also before that which stands for a beginning that is not known."""


class Bounds(NamedTuple):
    """The days of a lens. What is dated must begin by `ceiling`, and on each shelf last until its `floor`."""

    since: Day | None = None
    until: Day | None = None
    as_of: Day | None = None

    @classmethod
    def of(cls, lens: Lens) -> "Bounds":
        """Return the days that a lens asks for."""
        return cls(lens.since, lens.until, lens.as_of)

    @property
    def all_time(self) -> bool:
        """Whether nothing is asked."""
        return self == Bounds()

    @property
    def undated(self) -> bool:
        """Whether it leaves what has no date."""
        return self.since is None and self.until is None

    @property
    def ceiling(self) -> Day:
        """The last day on which it may begin."""
        return min((OPEN_END, *(day for day in (self.until, self.as_of) if day is not None)))

    def floor(self, shelf: int) -> Day:
        """Return the day until which what stands on a shelf must last, at the least."""
        looked_from = self.as_of if shelf in ENDING else None
        return max((EVER, *(day for day in (self.since, looked_from) if day is not None)))

    @property
    def dated(self) -> Condition:
        """The condition on a link that it is dated and begins by the ceiling: the one by which SQLite is to seek it."""
        return Condition("l.earliest <= ?", (self.ceiling,))

    @property
    def ways(self) -> tuple[Condition, ...]:
        """The ways in which SQLite is to seek a link within the bounds, the one by which most are found first."""
        if self.since is None:
            return (Condition("TRUE") if self.undated else self.dated,)
        within = Condition("l.earliest BETWEEN ? AND ?", (self.since, self.ceiling))
        return within, Condition("l.earliest < ?", (min(self.since, self.ceiling + 1),))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that is asked of a link or node `l`, in such words that SQLite does not seek it by them."""
        asked = []
        if self.since is not None:
            asked.append(Condition(f"(l.latest >= ? AND +l.earliest < {UNDATED})", (self.since,)))
        if self.until is not None:
            asked.append(Condition("+l.earliest <= ?", (self.until,)))
        if self.as_of is not None:
            ending = ", ".join(map(str, ENDING))
            asked.append(Condition(f"(+l.earliest <= ? OR +l.earliest = {UNDATED})", (self.as_of,)))
            asked.append(Condition(f"(l.latest >= ? OR l.shelf NOT IN ({ending}))", (self.as_of,)))
        return tuple(asked)
