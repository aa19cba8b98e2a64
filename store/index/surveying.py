"""How much of a lens begins on which day, shelf by shelf: from tallies where they know it, else from one scan for all.

A scan is kept, so that lists, counts and headings through one lens walk over its links once. What a lens leaves as of
a day is cut from what it leaves today, so that whoever moves the day waits for one scan and not for one a day.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.index.index import Index
from store.index.lasting import beginnings
from store.index.narrowing import Narrowing
from store.index.schema import UNDATED
from store.index.shelves import ENDING, SHELVES
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


Survey = Mapping[int, Days]
"""What begins when, by shelf."""
_NONE = Days(array("q"), array("q"))
_ALL = tuple(shelf for shelves in SHELVES.values() for shelf in shelves)


def begun(index: Index, lens: Lens, shelves: Sequence[int]) -> Counter[int]:
    """Return how much of what a lens leaves on some shelves begins on which day."""
    number: Counter[int] = Counter()
    for place, part in enumerate(index.narrow(lens).parts):
        kept = beginnings(index.database, part.targets[0], shelves, part.bounds) if part.tallied else None
        if kept is None:
            survey = _survey(index, lens, place)
            for shelf in shelves:
                number.update(dict(zip(*survey.get(shelf, _NONE), strict=True)))
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
            survey = _survey(index, lens, place)
            total += sum(survey.get(shelf, _NONE).undated for shelf in shelves)
    return total


def _survey(index: Index, lens: Lens, place: int) -> Survey:
    """Return the survey of a part of what a lens leaves, whatever kinds it asks for."""
    lens = lens._replace(kinds=())
    return index.kept(("survey", lens, place), lambda: _made(index, lens, place))


def _made(index: Index, lens: Lens, place: int) -> Survey:
    day = lens.as_of
    if day is None:
        return _scanned(index, index.narrow(lens).parts[place], _ALL)
    # A day cuts off what began after it; of ties and holds it takes more away.
    today = _survey(index, lens._replace(as_of=None), place)
    then = {shelf: days.until(day) for shelf, days in today.items() if shelf not in ENDING}
    return {**then, **_scanned(index, index.narrow(lens).parts[place], ENDING)}


def _scanned(index: Index, part: Narrowing, shelves: Sequence[int]) -> Survey:
    found: dict[int, Days] = {}
    seek = () if part.bounds.undated else (part.bounds.dated,)
    for shelf in shelves:  # one by one: a single shelf is a range of its own, in the order of days
        links = part.links((shelf,), *seek, columns="l.earliest")
        sql = f"SELECT earliest, count(*) FROM ({links.sql}) GROUP BY earliest ORDER BY earliest"
        rows = index.database.rows(sql, links.values)
        if rows:
            days, numbers = zip(*rows, strict=True)
            found[shelf] = Days(array("q", days), array("q", numbers))
    return found
