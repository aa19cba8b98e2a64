"""How far a situation reaches in time."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from store.index.database import Database, Values
from store.index.schema import OPEN_BEGIN, OPEN_END, UNDATED
from store.index.shelves import REJECTED, TIMELY
from store.when import Day

Span: TypeAlias = tuple[Day | None, Day | None]


def span(database: Database) -> Span:
    """Return the first and the last day of what is dated; what is open counts as far as it is known."""
    found = dict[str, Day | None](database.rows("SELECT name, value FROM about WHERE name IN ('first', 'last')"))
    return found.get("first"), found.get("last")


def reach(database: Database, nodes: Iterable[int]) -> Span:
    """Return the first and the last day of some nodes."""
    # CROSS JOIN keeps this order: else all of a shelf would be read.
    return _reach(database, "json_each(?) CROSS JOIN nodes ON node = value", (json.dumps([*nodes]),))


def measure(database: Database) -> None:
    """Write down how far what is indexed reaches."""
    _write(database, _reach(database, "nodes"))


def measure_change(database: Database, before: Span, after: Span) -> None:
    """Write down how far it reaches now that some of it, which reached so far before, does so after a change.

    All is looked through again only where that was the first or the last of it, which takes 0.2 s for a million.
    """
    first, last = span(database)
    if (before[0] is not None and before[0] == first) or (before[1] is not None and before[1] == last):
        measure(database)
        return
    firsts = [day for day in (first, after[0]) if day is not None]
    lasts = [day for day in (last, after[1]) if day is not None]
    _write(database, (min(firsts, default=None), max(lasts, default=None)))


def _reach(database: Database, those: str, values: Values = ()) -> Span:
    shelves = ", ".join(map(str, TIMELY))
    row = database.row(
        f"SELECT min(nullif(earliest, {OPEN_BEGIN})),"
        f" max(CASE latest WHEN {OPEN_END} THEN nullif(earliest, {OPEN_BEGIN}) ELSE latest END)"
        f" FROM {those} WHERE shelf IN ({shelves}) AND earliest < {UNDATED} AND status < {REJECTED}",
        values,
    )
    return row[:2] if row else (None, None)


def _write(database: Database, reached: Span) -> None:
    rows = zip(("first", "last"), reached, strict=True)
    database.run_each("INSERT OR REPLACE INTO about VALUES (?, ?)", rows)
