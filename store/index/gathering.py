"""The part of an index that is made of bare rows: nodes and links, their trees, and what is counted of them."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from store.index.bundles import Bundles
from store.index.database import Database
from store.index.filing import NodeRow
from store.index.progress import Progress
from store.index.schema import GATHERED, GATHERED_INDEXES
from store.index.tallying import tally
from store.index.writing import write_all_links, write_missing, write_nodes
from store.refs import Ref


class Gatherer(Protocol):
    """Who makes this part, in this process or another."""

    def add(self, nodes: Sequence[NodeRow], targets: Sequence[int], links: Sequence[int]) -> None:
        """Take further nodes in their order, and whom they name (as `bundles.in_columns` returns it)."""

    def finish(self, missing: Sequence[tuple[int, Ref]], progress: Progress) -> None:
        """Have all of it made, with nodes for what is named and not there."""


class Gathering:
    """It is made in a database that has none of it."""

    def __init__(self, database: Database) -> None:
        database.script(GATHERED)
        self._database = database
        self._bundles = Bundles()

    def add(self, nodes: Sequence[NodeRow], targets: Sequence[int], links: Sequence[int]) -> None:
        """Take further nodes."""
        write_nodes(self._database, nodes)
        self._bundles.add(nodes, targets, links)

    def finish(self, missing: Iterable[tuple[int, Ref]], progress: Progress) -> None:
        """Make all of it."""
        write_missing(self._database, missing)
        write_all_links(self._database, self._bundles.values(progress))
        self._database.script(GATHERED_INDEXES)
        tally(self._database)
