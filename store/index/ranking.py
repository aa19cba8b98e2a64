"""Where a new title stands in the order of titles."""

from store.index.database import Database
from store.index.schema import GAP
from store.refs import KINDS
from store.text import fold


def rank_for(database: Database, title: str) -> int:
    """Return a rank between those of the titles before and after this one.

    Where no number is left between them it is that of the title before: nodes of one rank stand in the order in which
    they came.
    """
    wanted = fold(title)
    low, high = 1, (database.value("SELECT max(rank) FROM nodes") or 0) + 1
    before, after = 0, None
    while low < high:
        middle = (low + high) // 2
        found = _next(database, middle)
        if found is None or fold(found[1]) > wanted:
            high, after = middle, found[0] if found else after
        else:
            low, before = found[0] + 1, found[0]
    return before + GAP if after is None else (before + after) // 2


def _next(database: Database, rank: int) -> tuple[int, str] | None:
    """Return the first rank from this one on that is taken, and its title; each kind has its own tree of ranks."""
    arms = " UNION ALL ".join(
        f"SELECT * FROM (SELECT rank, title FROM nodes WHERE kind = {kind} AND rank >= ?1 ORDER BY rank LIMIT 1)"
        for kind in range(len(KINDS))
    )
    found = database.row(f"SELECT rank, title FROM ({arms}) ORDER BY rank LIMIT 1", (rank,))
    return None if found is None else (found[0], found[1])
