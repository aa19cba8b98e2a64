"""Builds a whole index from what a store's file holds.

First all records are counted and numbered, then they are filed one by one in the order of their numbers; so no more
than a handful of them is in memory at a time.
"""

from store.index.bundles import Bundles
from store.index.census import Census
from store.index.database import Database
from store.index.disagreement import record_conflicts
from store.index.extent import measure
from store.index.filing import Numbers, Sheets, file
from store.index.progress import FILED, LINKED, READ, Progress, stretch
from store.index.schema import AS_USUAL, INDEXES, QUICKLY, TABLES
from store.index.tallying import count_lying, tally
from store.index.within import Within
from store.index.writing import write, write_all_links, write_mentions, write_missing
from store.refs import Ref

_BATCH = 1_000


def build(database: Database, census: Census, progress: Progress) -> None:
    """Fill an empty database with the index of what was counted: all of it or, if something raises, nothing."""
    census.number()
    with database.transaction():
        database.script(TABLES)
        database.script(QUICKLY)
        bundles = _filed(database, census, stretch(progress, READ, FILED))
        write_all_links(database, bundles.rows(stretch(progress, FILED, LINKED)))
        database.script(AS_USUAL)
        database.script(INDEXES)
        tally(database)
        count_lying(database)
        measure(database)
        record_conflicts(database)
    progress(len(census), len(census))


def _filed(database: Database, census: Census, progress: Progress) -> Bundles:
    """Write the records and return their links."""
    missing: dict[Ref, int] = {}

    def new(named: Ref) -> int:
        missing[named] = len(census) + len(missing) + 1
        return missing[named]

    numbers = Numbers(census.nodes, {}, new)
    chain = Within(lambda place: census.within.get(place, "")).chain
    bundles, sheets = Bundles(), Sheets.blank()
    for head in census.heads():
        file(head, numbers, chain, sheets)
        if head.node % _BATCH == 0:
            _write_batch(database, sheets, bundles)
            progress(head.node, len(census))
    _write_batch(database, sheets, bundles)
    progress(len(census), len(census))
    write_missing(database, ((node, named) for named, node in missing.items()))
    database.run_each("INSERT INTO tags VALUES (?, ?)", numbers.tags.items())
    return bundles


def _write_batch(database: Database, sheets: Sheets, bundles: Bundles) -> None:
    write(database, sheets)
    write_mentions(database, sheets.links)
    bundles.add(sheets.nodes, sheets.links)
    for rows in sheets:
        rows.clear()
