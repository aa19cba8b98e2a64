"""Where a new title stands in the order of titles, in which equal ones stand by their refs."""

from store.index.database import Database, IndexFailed
from store.index.lookup import ref_of
from store.index.schema import GAP
from store.refs import KINDS, Ref
from store.text import fold


class NoRoom(IndexFailed):
    """There is no number left between two ranks: all have to be given anew."""


def rank_for(database: Database, title: str, ref: Ref) -> int:
    """Return a rank between those of the titles before and after this one. Raises NoRoom."""
    wanted = fold(title), ref
    low, high = 1, _last(database) + 1
    before, after = 0, None
    while low < high:
        middle = (low + high) // 2
        found = _next(database, middle)
        if found is None or found[1] > wanted:
            high, after = middle, found[0] if found else after
        else:
            low, before = found[0] + 1, found[0]
    if after is None:
        return before + GAP
    if after - before < 2:
        raise NoRoom(f"there is no room for {title!r} in the order of titles")
    return (before + after) // 2


def _last(database: Database) -> int:
    """Return the last rank that is taken; to ask for it of all kinds at once would be to read them all."""
    arms = (f"(SELECT max(rank) FROM nodes WHERE kind = {kind})" for kind in range(len(KINDS)))
    return max(rank or 0 for rank in database.row(f"SELECT {', '.join(arms)}") or ())


def _next(database: Database, rank: int) -> tuple[int, tuple[str, Ref]] | None:
    """Return the first rank from this one on that is taken, and by whom; each kind has its own tree of ranks."""
    arms = " UNION ALL ".join(
        f"SELECT * FROM (SELECT rank, kind, id, title FROM nodes WHERE kind = {kind} AND rank >= ?1"
        " ORDER BY rank LIMIT 1)"
        for kind in range(len(KINDS))
    )
    row = database.row(f"SELECT rank, kind, id, title FROM ({arms}) ORDER BY rank LIMIT 1", (rank,))
    return None if row is None else (row[0], (fold(row[3]), ref_of(row[1], row[2])))
