"""What was known when: the day on which each record became known, for lenses that ask what was known by a day.

A source became known when it was published or, where nobody says when that was, when it was retrieved. Whatever cites
sources became known with the first of them. What cites none, or none that has a date, cannot have been known before it
began: then its own time counts, which of a quote is when it was said. What has no date at all was always known.
"""

from collections.abc import Iterator

from store.index.database import Condition, Database
from store.index.documents import documents
from store.index.reading import time
from store.index.schema import OPEN_BEGIN, UNDATED
from store.index.shelves import SOURCE, SOURCE_OF
from store.when import Day

_ANEW = """
PRAGMA temp_store = MEMORY;
DROP TABLE IF EXISTS temp.published;
DROP TABLE IF EXISTS temp.known;
CREATE TEMP TABLE published (node INTEGER PRIMARY KEY, day INTEGER NOT NULL);
CREATE TEMP TABLE known (node INTEGER PRIMARY KEY, day INTEGER NOT NULL)
"""
_AT_ONCE = 500


def find_known(database: Database) -> None:
    """Work out for every record that cites a dated source, and for those sources, when it became known.

    It is kept beside the index, by this connection alone: a store is asked for it only by a lens that looks back.
    """
    database.script(_ANEW)
    database.run(
        f"INSERT INTO published SELECT node, earliest FROM nodes WHERE shelf = {SOURCE} AND earliest < {UNDATED}"
    )
    database.run_each("INSERT INTO published VALUES (?, ?)", tuple(_retrieved(database)))
    # CROSS JOIN keeps this order: the links of each source are one range of their tree.
    database.run(
        "INSERT INTO known SELECT l.node, min(p.day) FROM published p CROSS JOIN links l ON l.target = p.node"
        f" WHERE l.role & {SOURCE_OF} GROUP BY l.node"
    )
    database.run("INSERT OR REPLACE INTO known SELECT node, day FROM published")


_OWN = f"CASE l.earliest WHEN {UNDATED} THEN {OPEN_BEGIN} ELSE l.earliest END"
_KNOWN = f"ifnull((SELECT k.day FROM known k WHERE k.node = l.node), {_OWN})"


def known_by(day: Day) -> Condition:
    """Return the condition that a link or node `l` was known by a day."""
    return Condition(f"{_KNOWN} <= ?", (day,))


def became_known(after: Day, until: Day) -> Condition:
    """Return the condition that a link or node `l` became known after one day and by another."""
    return Condition(f"{_KNOWN} BETWEEN ? AND ?", (after + 1, until))


def _retrieved(database: Database) -> Iterator[tuple[int, Day]]:
    """Yield the sources that do not say when they were published, and when they were retrieved, where that is known."""
    sql = f"SELECT node FROM nodes WHERE shelf = {SOURCE} AND earliest = {UNDATED}"
    undated = [node for (node,) in database.rows(sql)]
    for start in range(0, len(undated), _AT_ONCE):
        for node, document in documents(database, undated[start : start + _AT_ONCE]).items():
            retrieved = time(document, "retrieved").earliest
            if retrieved < UNDATED:
                yield node, retrieved
