"""Builds a whole index from what was counted in a store's file.

All records are numbered, then their texts and nodes are written one by one in the order of their numbers, and at last
links; so no more than a handful of records is in memory at a time.
"""

from contextlib import closing

from store.index.bundles import tallies
from store.index.census import Census
from store.index.database import Database
from store.index.disagreement import record_conflicts
from store.index.extent import measure
from store.index.hand import Hand
from store.index.numbered import finish_nodes, make_nodes
from store.index.progress import LINKED, NUMBERED, READ, TOLD, Progress, stretch
from store.index.schema import FINDINGS, NODES, NODES_INDEXES
from store.index.tallying import count_touches, tally_links
from store.index.telling import tell
from store.index.writing import write_all_links


def build(database: Database, census: Census, hand: Hand | None, progress: Progress) -> None:
    """Fill an empty database with the index of what was counted; if something raises, it is worth nothing."""
    census.number()
    if hand:
        _with_both_hands(database, census, hand, progress)
    else:
        _alone(database, census, progress)
    with database.transaction():
        database.script(FINDINGS)
        count_touches(database)
        measure(database)
        record_conflicts(database)
    progress(len(census), len(census))


def _alone(database: Database, census: Census, progress: Progress) -> None:
    with database.transaction():
        tell(database, census.texts(), census.renamed(), stretch(progress, READ, TOLD))
        bundles = make_nodes(database, census, stretch(progress, TOLD, NUMBERED))
        finish_nodes(database, census)
        columns = bundles.columns()
        write_all_links(database, columns, bundles.links(), stretch(progress, NUMBERED, LINKED))
        tally_links(database, tallies(columns))


def _with_both_hands(database: Database, census: Census, hand: Hand, progress: Progress) -> None:
    """Make nodes in a database beside the index, while the second process writes texts and links into the index."""
    hand.tell(census.texts(), census.renamed())
    with closing(Database.hurried(hand.beside)) as nodes, nodes.transaction():
        hand.link(make_nodes(nodes, census, stretch(progress, READ, NUMBERED)))
        finish_nodes(nodes, census)
    hand.wait(stretch(progress, NUMBERED, LINKED))
    database.script(NODES)
    database.script(NODES_INDEXES)
    database.take_in(hand.beside)
