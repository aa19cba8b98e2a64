"""How many records there are, of what kind and status."""

from typing import NamedTuple

from store.index.extent import span
from store.index.index import Index
from store.index.listing import Listing
from store.index.shelves import MISSING, STATUSES
from store.lens import Lens
from store.refs import KINDS, Kind
from store.when import Day


class Stats(NamedTuple):
    """A situation in numbers. `bytes` is the size of its file; `untitled` counts records called by their ids."""

    kinds: dict[Kind, int]
    statuses: dict[str, int]
    first: Day | None
    last: Day | None
    bytes: int
    citations: int
    conflicts: int
    untitled: int


def counts(index: Index, lens: Lens) -> dict[Kind, int]:
    """Return how many records of each kind the lens leaves."""
    return {kind: Listing(index, kind, lens).total for kind in KINDS}


def stats(index: Index, size: int) -> Stats:
    """Return the numbers of all that is stored, whatever its status; `size` is that of the file."""
    database = index.database
    kinds = dict.fromkeys(KINDS, 0)
    statuses = dict.fromkeys(STATUSES, 0)
    sql = f"SELECT kind, status, count(*) FROM nodes WHERE status <> {MISSING} GROUP BY kind, status"
    for kind, status, number in database.rows(sql):
        kinds[KINDS[kind]] += number
        statuses[STATUSES[status]] += number
    first, last = span(database)
    return Stats(
        kinds=kinds,
        statuses=statuses,
        first=first,
        last=last,
        bytes=size,
        citations=int(database.value("SELECT total(citations) FROM nodes")),
        conflicts=database.value("SELECT count(*) FROM conflicts"),
        untitled=database.value(f"SELECT count(*) FROM nodes WHERE title = id AND status <> {MISSING}"),
    )
