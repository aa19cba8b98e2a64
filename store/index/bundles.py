"""Links, gathered in the order of nodes and given out in the order of their tree.

Nodes are numbered in the order in which links lie behind a target and shelf, but that the undated come first there and
last here. So links bundled by target, shelf and datedness are in order as they come, and only the bundles have to be
sorted: that takes a tenth of the time that it takes to sort the links.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from store.index.filing import Links, NodeRow, Row
from store.index.progress import Progress
from store.index.schema import UNDATED
from store.index.shelves import SELF

_ROLES = 12
"""Bits of a role; the node stands before them."""
_ROLE = (1 << _ROLES) - 1
_OFTEN = 5_000
_KEYS = 5
"""Bits of a shelf and of whether something is undated; the target stands before them."""


class Bundles:
    """Links by target, shelf and datedness, and what a link repeats of its node."""

    def __init__(self) -> None:
        self._bundles: defaultdict[int, array[int]] = defaultdict(lambda: array("q"))
        self._keys = array("b", (0,))
        self._statuses = array("b", (0,))
        self._earliest = array("q", (0,))
        self._latest = array("q", (0,))
        self._ranks = array("q", (0,))
        self._places = array("q", (0,))

    def add(self, nodes: Sequence[NodeRow], links: Iterable[Links]) -> None:
        """Take further nodes, in their order, and their links."""
        self._keys.extend([row[6] << 1 | (row[8] == UNDATED) for row in nodes])
        self._statuses.extend([row[7] for row in nodes])
        self._earliest.extend([row[8] for row in nodes])
        self._latest.extend([row[9] for row in nodes])
        self._ranks.extend([row[5] for row in nodes])
        self._places.extend([row[12] or 0 for row in nodes])
        bundles = self._bundles
        for node, roles in links:
            own, packed = self._keys[node], node << _ROLES
            for target, role in roles.items():
                if role != SELF:
                    bundles[target << _KEYS | own].append(packed | role)

    def rows(self, progress: Progress) -> Iterator[Row]:
        """Yield all links, as the table has them, in its order."""
        keys = sorted(self._bundles)
        passed = 0
        for node in range(1, len(self._keys)):
            if node % _OFTEN == 0:
                progress(node, len(self._keys) - 1)
            own = node << _KEYS | self._keys[node]
            while passed < len(keys) and keys[passed] < own:
                yield from self._rows(keys[passed], self._bundles[keys[passed]])
                passed += 1
            if passed < len(keys) and keys[passed] == own:
                yield from self._rows(own, sorted((*self._bundles[own], node << _ROLES | SELF)))
                passed += 1
            else:
                yield self._itself(node)
        for key in keys[passed:]:
            yield from self._rows(key, self._bundles[key])

    def _itself(self, node: int) -> Row:
        """Return the link of a node to itself."""
        shelf, place = self._keys[node] >> 1, self._places[node] or None
        earliest, latest, status = self._earliest[node], self._latest[node], self._statuses[node]
        return node, shelf, earliest, latest, self._ranks[node], node, status, SELF, place

    def _rows(self, key: int, bundle: Sequence[int]) -> Iterable[Row]:
        target, shelf = key >> _KEYS, key >> 1 & 0xF
        nodes = [packed >> _ROLES for packed in bundle]
        return zip(
            repeat(target),
            repeat(shelf),
            map(self._earliest.__getitem__, nodes),
            map(self._latest.__getitem__, nodes),
            map(self._ranks.__getitem__, nodes),
            nodes,
            map(self._statuses.__getitem__, nodes),
            [packed & _ROLE for packed in bundle],
            [self._places[node] or None for node in nodes],
            strict=False,
        )
