"""How far a situation reaches in time."""

from store.index.database import Database
from store.index.schema import OPEN_BEGIN, OPEN_END, UNDATED
from store.index.shelves import REJECTED, TIMELY
from store.when import Day


def span(database: Database) -> tuple[Day | None, Day | None]:
    """Return the first and the last day of what is dated; what is open counts as far as it is known."""
    found = dict[str, Day | None](database.rows("SELECT name, value FROM about WHERE name IN ('first', 'last')"))
    return found.get("first"), found.get("last")


def measure(database: Database) -> None:
    """Write down how far what is indexed reaches."""
    shelves = ", ".join(map(str, TIMELY))
    first, last = database.rows(
        f"SELECT min(nullif(earliest, {OPEN_BEGIN})),"
        f" max(CASE latest WHEN {OPEN_END} THEN nullif(earliest, {OPEN_BEGIN}) ELSE latest END)"
        f" FROM nodes WHERE shelf IN ({shelves}) AND earliest < {UNDATED} AND status < {REJECTED}"
    )[0]
    database.run_each("INSERT OR REPLACE INTO about VALUES (?, ?)", (("first", first), ("last", last)))
