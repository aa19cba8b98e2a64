"""How much of what names a busy target begins when, and ends when: read from what is tallied, without a scan.

A lens's days leave what begins by its ceiling and lasts until its floor. Whatever begins from the floor on does so;
of what begins before it only that counts which lasts, and that is among the spans.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from store.index.bounds import EVER, Bounds
from store.index.database import Database
from store.index.schema import UNDATED
from store.index.tallying import by_day, own_of

_BEGINNING = """
SELECT day, sum(number) FROM days WHERE target = ? AND shelf IN ({shelves}) AND day BETWEEN ? AND ? GROUP BY day
"""
_LASTING = """
SELECT earliest, sum(number) FROM spans WHERE target = ? AND shelf IN ({shelves}) AND earliest <= ? AND latest >= ?
GROUP BY earliest
"""
_REACHING = """
SELECT earliest, latest, sum(number) FROM spans
WHERE target = ? AND shelf IN ({shelves}) AND earliest IN (SELECT value FROM json_each(?)) AND earliest <= ?
AND latest >= ? GROUP BY earliest, latest
"""


def beginnings(database: Database, target: int, shelves: Sequence[int], bounds: Bounds) -> Counter[int] | None:
    """Return how much begins on which day; None where that is not tallied."""
    if not by_day(database, target):
        return None
    found: Counter[int] = Counter()
    for floor, some in _by_floor(shelves, bounds):
        marks = ", ".join(map(str, some))
        found.update(dict(database.rows(_BEGINNING.format(shelves=marks), (target, floor, bounds.ceiling))))
        if floor > EVER:
            before = min(floor - 1, bounds.ceiling)
            found.update(dict(database.rows(_LASTING.format(shelves=marks), (target, before, floor))))
    own = own_of(database, target, shelves)
    if own and own.earliest <= bounds.ceiling and own.latest >= bounds.floor(own.shelf) and own.earliest < UNDATED:
        found[own.earliest] += 1
    return found


def begun(database: Database, target: int, shelf: int, first: int, last: int) -> int | None:
    """Return how much on a shelf begins on one of some days; None where that is not tallied."""
    if not by_day(database, target):
        return None
    sql = "SELECT total(number) FROM days WHERE target = ? AND shelf = ? AND day BETWEEN ? AND ?"
    own = own_of(database, target, (shelf,))
    return int(database.value(sql, (target, shelf, first, last))) + (own is not None and first <= own.earliest <= last)


def reaching(
    database: Database, target: int, shelves: Sequence[int], bounds: Bounds, days: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Yield of what begins on some days, and lasts longer, on which later day how much of it ends."""
    wanted = json.dumps(list(days))
    for floor, some in _by_floor(shelves, bounds):
        sql = _REACHING.format(shelves=", ".join(map(str, some)))
        yield from database.rows(sql, (target, wanted, bounds.ceiling, floor))
    own = own_of(database, target, shelves)
    if own and own.earliest in days and own.latest > own.earliest and own.latest >= bounds.floor(own.shelf):
        yield own.earliest, own.latest, own.earliest <= bounds.ceiling


def _by_floor(shelves: Sequence[int], bounds: Bounds) -> Iterator[tuple[int, list[int]]]:
    """Yield the shelves on which things must last until the same day, with that day."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for shelf in shelves:
        found[bounds.floor(shelf)].append(shelf)
    yield from found.items()
