"""Links, gathered in the order of nodes and given out in the order of their tree.

Nodes are numbered in the order in which links lie behind a target and shelf, but that the undated come first there and
last here. So links bundled by target, shelf and datedness are in order as they come, and only the bundles have to be
sorted: that takes a tenth of the time that it takes to sort the links.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from store.index.filing import Links, NodeRow
from store.index.progress import Progress
from store.index.schema import UNDATED
from store.index.shelves import SELF

_ROLES = 12
"""Bits of a role; the node stands before them."""
_ROLE = (1 << _ROLES) - 1
_AT_ONCE = 20_000
"""Links that are given out together."""
_KEYS = 5
"""Bits of a shelf and of whether something is undated; the target stands before them."""


def in_columns(links: Iterable[Links]) -> "tuple[array[int], array[int]]":
    """Return links as two columns: whom a node names, and the node with the role behind it; not those to itself."""
    targets, packed = array("q"), array("q")
    for node, roles in links:
        roles.pop(node, None)
        targets.extend(roles)
        packed.extend([node << _ROLES | role for role in roles.values()])
    return targets, packed


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

    def add(self, nodes: Sequence[NodeRow], targets: Sequence[int], links: Sequence[int]) -> None:
        """Take further nodes, in their order, and whom they name in two columns."""
        self._keys.extend([row[6] << 1 | (row[8] == UNDATED) for row in nodes])
        self._statuses.extend([row[7] for row in nodes])
        self._earliest.extend([row[8] for row in nodes])
        self._latest.extend([row[9] for row in nodes])
        self._ranks.extend([row[5] for row in nodes])
        self._places.extend([row[12] or 0 for row in nodes])
        bundles, keys = self._bundles, self._keys
        for target, link in zip(targets, links, strict=True):
            bundles[target << _KEYS | keys[link >> _ROLES]].append(link)

    def values(self, progress: Progress) -> Iterator[list[int | None]]:
        """Yield the values of all links, nine a link, as the table has them and in its order: many at a time."""
        targets, packed = array("q"), array("q")
        for target, bundle in self._in_order():
            for begin in range(0, len(bundle), _AT_ONCE):
                some = bundle[begin : begin + _AT_ONCE]
                targets.extend([target] * len(some))
                packed.extend(some)
                if len(packed) >= _AT_ONCE:
                    yield self._values(targets, packed)
                    del targets[:], packed[:]
                    progress(max(target, 0), len(self._keys) - 1)
        yield self._values(targets, packed)

    def _in_order(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield every target with its links, shelf by shelf; those of nodes to themselves are among them."""
        itself = 1
        for key in sorted(self._bundles):
            target, bundle = key >> _KEYS, self._bundles[key]
            while itself < min(target, len(self._keys)):
                yield itself, (itself << _ROLES | SELF,)
                itself += 1
            if itself == target < len(self._keys) and key >= (own := itself << _KEYS | self._keys[itself]):
                link = itself << _ROLES | SELF
                if key == own:
                    bundle = array("q", sorted((*bundle, link)))
                else:
                    yield itself, (link,)
                itself += 1
            yield target, bundle
        for left in range(itself, len(self._keys)):
            yield left, (left << _ROLES | SELF,)

    def _values(self, targets: Sequence[int], packed: Sequence[int]) -> list[int | None]:
        nodes = [link >> _ROLES for link in packed]
        values: list[int | None] = [None] * (9 * len(nodes))
        values[0::9] = targets
        values[1::9] = [self._keys[node] >> 1 for node in nodes]
        values[2::9] = map(self._earliest.__getitem__, nodes)
        values[3::9] = map(self._latest.__getitem__, nodes)
        values[4::9] = map(self._ranks.__getitem__, nodes)
        values[5::9] = nodes
        values[6::9] = map(self._statuses.__getitem__, nodes)
        values[7::9] = [link & _ROLE for link in packed]
        values[8::9] = [self._places[node] or None for node in nodes]
        return values
