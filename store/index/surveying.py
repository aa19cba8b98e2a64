"""How much of a lens begins on which day, shelf by shelf: from tallies where they know it, else from a scan.

A scan of a shelf is kept, so that lists, counts and headings through one lens walk over its links once. What a lens
leaves as of a day is cut from what it leaves today, so that whoever moves the day waits for one scan, not one a day.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from store.index.index import Index
from store.index.lasting import beginnings
from store.index.schema import UNDATED
from store.index.shelves import ENDING
from store.index.tallying import tallied
from store.lens import Lens


class Days(NamedTuple):
    """Days, in order, and how much begins on each; UNDATED, which is behind all days, for what has no date.

    Many are kept: as arrays they take a tenth of what dicts would.
    """

    days: "array[int]"
    numbers: "array[int]"

    def until(self, day: int) -> "Days":
        """Return what begins by a day, and what has no date."""
        end = bisect_right(self.days, day)
        undated = slice(bisect_left(self.days, UNDATED), None)
        return Days(self.days[:end] + self.days[undated], self.numbers[:end] + self.numbers[undated])

    @property
    def undated(self) -> int:
        """How much has no date."""
        return self.numbers[-1] if self.days and self.days[-1] == UNDATED else 0


_NONE = Days(array("q"), array("q"))


def begun(index: Index, lens: Lens, shelves: Sequence[int]) -> Counter[int]:
    """Return how much of what a lens leaves on some shelves begins on which day."""
    number: Counter[int] = Counter()
    for place, part in enumerate(index.narrow(lens).parts):
        kept = beginnings(index.database, part.targets[0], shelves, part.bounds) if part.tallied else None
        if kept is None:
            for shelf in shelves:
                number.update(dict(zip(*_days(index, lens, place, shelf), strict=True)))
        else:
            number.update(kept)
    del number[UNDATED]
    return number


def undated(index: Index, lens: Lens, shelves: Sequence[int]) -> int:
    """Return how much of what a lens leaves on some shelves has no date."""
    total = 0
    for place, part in enumerate(index.narrow(lens).parts):
        if part.tallied:
            total += tallied(index.database, part.targets[0], shelves).undated
        else:
            total += sum(_days(index, lens, place, shelf).undated for shelf in shelves)
    return total


def _days(index: Index, lens: Lens, place: int, shelf: int) -> Days:
    """Return what begins when of a part of what a lens leaves on a shelf, whatever kinds it asks for."""
    lens = lens._replace(kinds=())
    return index.kept(("days", lens, place, shelf), lambda: _found(index, lens, place, shelf))


def _found(index: Index, lens: Lens, place: int, shelf: int) -> Days:
    day = lens.as_of
    if day is not None and shelf not in ENDING:  # then it cuts off what began after it, and takes no more away
        return _days(index, lens._replace(as_of=None), place, shelf).until(day)
    part = index.narrow(lens).parts[place]
    seek = () if part.bounds.undated else (part.bounds.dated,)
    links = part.links((shelf,), *seek, columns="l.earliest")
    sql = f"SELECT earliest, count(*) FROM ({links.sql}) GROUP BY earliest ORDER BY earliest"
    rows = index.database.rows(sql, links.values)
    return Days(*(array("q", column) for column in zip(*rows, strict=True))) if rows else _NONE
