"""Links, gathered in the order of nodes and given out in the order of their tree.

Nodes are numbered in the order in which links lie behind a target and shelf, but that the undated come first there and
last here. So links bundled by target, shelf and datedness are in order as they come, and only the bundles have to be
sorted: that takes a tenth of the time that it takes to sort the links.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from store.index.filing import Link, Row
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
        self._bundles: dict[int, array[int]] = {}
        self._keys = array("b", (0,))
        self._statuses = array("b", (0,))
        self._earliest = array("q", (0,))
        self._latest = array("q", (0,))
        self._ranks = array("q", (0,))
        self._places = array("q", (0,))

    def add(self, nodes: Iterable[Row], links: Iterable[Link]) -> None:
        """Take further nodes, in their order, and their links."""
        for _, _, _, _, _, rank, shelf, status, earliest, latest, _, _, place, *_ in nodes:
            self._keys.append(shelf << 1 | (earliest == UNDATED))  # type: ignore[operator]  # as `filing` made it
            self._statuses.append(status)  # type: ignore[arg-type]
            self._earliest.append(earliest)  # type: ignore[arg-type]
            self._latest.append(latest)  # type: ignore[arg-type]
            self._ranks.append(rank)  # type: ignore[arg-type]
            self._places.append(place or 0)  # type: ignore[arg-type]
        bundles, keys = self._bundles, self._keys
        for target, node, role in links:
            if role != SELF:
                key = target << _KEYS | keys[node]
                if key not in bundles:
                    bundles[key] = array("q")
                bundles[key].append(node << _ROLES | role)

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
            itself = node << _ROLES | SELF
            if passed < len(keys) and keys[passed] == own:
                yield from self._rows(own, sorted((*self._bundles[own], itself)))
                passed += 1
            else:
                yield from self._rows(own, (itself,))
        for key in keys[passed:]:
            yield from self._rows(key, self._bundles[key])

    def _rows(self, key: int, bundle: Sequence[int]) -> Iterator[Row]:
        target, shelf = key >> _KEYS, key >> 1 & 0xF
        earliest, latest, ranks = self._earliest, self._latest, self._ranks
        statuses, places = self._statuses, self._places
        for packed in bundle:
            node = packed >> _ROLES
            yield (
                target,
                shelf,
                earliest[node],
                latest[node],
                ranks[node],
                node,
                statuses[node],
                packed & _ROLE,
                places[node] or None,
            )
