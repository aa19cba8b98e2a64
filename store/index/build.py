"""Builds a whole index from what a store's file holds.

First all records are counted and numbered, then they are filed one by one in the order of their numbers; so no more
than a handful of them is in memory at a time.
"""

from store.index.bundles import Bundles
from store.index.census import Census
from store.index.database import Database
from store.index.disagreement import record_conflicts
from store.index.extent import measure
from store.index.filing import Sheets, file
from store.index.numbering import Around
from store.index.progress import FILED, LINKED, READ, Progress, stretch
from store.index.schema import AS_USUAL, INDEXES, QUICKLY, TABLES
from store.index.tallying import count_lying, tally
from store.index.within import Within
from store.index.writing import write, write_all_links, write_missing

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
    around = Around(census.nodes, Within(lambda place: census.within.get(place, "")).chain)
    bundles, sheets = Bundles(), Sheets.blank()
    for head, made in census.records():
        file(head, made, census.nodes, around, sheets)
        if head.node % _BATCH == 0:
            _write_batch(database, sheets, bundles)
            progress(head.node, len(census))
    _write_batch(database, sheets, bundles)
    progress(len(census), len(census))
    write_missing(database, ((node, named) for named, node in census.missing.items()))
    database.run_each("INSERT INTO tags VALUES (?, ?)", census.nodes.tags.items())
    return bundles


def _write_batch(database: Database, sheets: Sheets, bundles: Bundles) -> None:
    write(database, sheets)
    bundles.add(sheets.nodes, sheets.links)
    for rows in sheets:
        rows.clear()
