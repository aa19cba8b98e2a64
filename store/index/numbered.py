"""Makes nodes of records: in their order, with whom they name."""

from store.index.bundles import Bundles
from store.index.census import Census
from store.index.database import Database
from store.index.filing import Sheets, file
from store.index.progress import Progress
from store.index.schema import NODES, NODES_INDEXES, TALLIES
from store.index.tallying import count_lying, tally_nodes
from store.index.writing import write_missing, write_nodes

_BATCH = 1_000


def make_nodes(database: Database, census: Census, progress: Progress) -> Bundles:
    """Write the nodes of a whole index into a database that has none; return their links."""
    database.script(NODES)
    sheets, bundles = Sheets.blank(), Bundles()
    for head, made, numbers in census.records():
        file(head, made, numbers, sheets)
        if head.node % _BATCH == 0 or head.node == len(census):
            bundles.add(sheets)
            write_nodes(database, sheets)
            sheets.clear()
            progress(head.node, len(census))
    return bundles


def finish_nodes(database: Database, census: Census) -> None:
    """Write what else belongs to nodes when all of them are made, and count them."""
    write_missing(database, ((node, named) for named, node in census.missing.items()))
    database.run_each("INSERT INTO tags VALUES (?, ?)", census.tags.items())
    count_lying(database)
    database.script(NODES_INDEXES)
    database.script(TALLIES)
    tally_nodes(database)
