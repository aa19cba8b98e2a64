"""Builds a whole index from what a store's file holds.

First all records are counted and numbered, then they are filed one by one in the order of their numbers; so no more
than a handful of them is in memory at a time.
"""

from store.index.bundles import in_columns
from store.index.census import Census
from store.index.database import Database
from store.index.disagreement import record_conflicts
from store.index.extent import measure
from store.index.filing import Sheets, file, file_texts
from store.index.gathering import Gatherer, Gathering
from store.index.hand import Hand
from store.index.numbering import Around
from store.index.progress import FILED, LINKED, READ, TOLD, Progress, stretch
from store.index.schema import AS_USUAL, GATHERED, GATHERED_INDEXES, INDEXES, QUICKLY, TABLES
from store.index.tallying import count_lying
from store.index.within import Within
from store.index.writing import write

_BATCH = 1_000


def build(database: Database, census: Census, hand: Hand | None, progress: Progress) -> None:
    """Fill an empty database with the index of what was counted. A second process, if there is one, makes part of it.

    Rows come first, so that it makes what it can of them while texts are written here.
    """
    census.number()
    with database.transaction():
        database.script(TABLES)
        database.script(QUICKLY)
        gatherer = hand or Gathering(database)
        _file_rows(database, census, gatherer, stretch(progress, READ, FILED))
        gatherer.finish([(node, named) for named, node in census.missing.items()], stretch(progress, FILED, LINKED))
        _file_texts(database, census, stretch(progress, LINKED, TOLD))
        database.script(AS_USUAL)
        database.script(INDEXES)
    if hand:
        hand.wait()
        database.script(GATHERED)
        database.script(GATHERED_INDEXES)
        database.take_in(hand.place)
    with database.transaction():
        count_lying(database)
        measure(database)
        record_conflicts(database)
    progress(len(census), len(census))


def _file_rows(database: Database, census: Census, gatherer: Gatherer, progress: Progress) -> None:
    """Hand the rows of records on."""
    around = Around(census.nodes, Within(lambda place: census.within.get(place, "")).chain)
    sheets = Sheets.blank()
    for head, made in census.records():
        file(head, made, census.nodes, around, sheets)
        if head.node % _BATCH == 0 or head.node == len(census):
            gatherer.add(sheets.nodes, *in_columns(sheets.links))
            write(database, sheets)
            sheets.clear()
            progress(head.node, len(census))
    database.run_each("INSERT INTO tags VALUES (?, ?)", census.nodes.tags.items())


def _file_texts(database: Database, census: Census, progress: Progress) -> None:
    """Write what is told of records."""
    sheets = Sheets.blank()
    for node, name, texts, document in census.texts():
        file_texts(node, name, texts, document, sheets)
        if node % _BATCH == 0 or node == len(census):
            write(database, sheets)
            sheets.clear()
            progress(node, len(census))
