"""Links, gathered in the order of nodes and given out in the order of their tree.

Nodes are numbered in the order in which links lie behind a target and shelf, but that the undated come first there and
last here. So links bundled by target, shelf and datedness are in order as they come, and only the bundles have to be
sorted: that takes a tenth of the time that it takes to sort the links.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from store.index.filing import Sheets
from store.index.progress import Progress
from store.index.schema import UNDATED
from store.index.shelves import SELF

_ROLES = 12
"""Bits of a role; the node stands before them."""
_ROLE = (1 << _ROLES) - 1
_AT_ONCE = 4_000
"""Links that are given out together."""
_VALUES = 9
"""Columns of a link."""
_KEYS = 5
"""Bits of a shelf and of whether something is undated; the target stands before them."""


class Columns(NamedTuple):
    """What links repeat of nodes, and the links: as many bundles as nodes with the role behind them.

    A key is the shelf and whether a node is undated; a bundle is a target with a key behind it. The links of nodes to
    themselves are not among them.
    """

    keys: "array[int]"
    statuses: "array[int]"
    earliest: "array[int]"
    latest: "array[int]"
    ranks: "array[int]"
    places: "array[int]"
    bundles: "array[int]"
    links: "array[int]"

    @classmethod
    def blank(cls, *, nobody: int = 0) -> "Columns":
        """Return columns with nothing in them, but for so many nodes that are none."""
        short, long = array("b", (0,) * nobody), array("q", (0,) * nobody)
        return cls(short, short[:], long, long[:], long[:], long[:], array("q"), array("q"))


def in_columns(sheets: Sheets) -> Columns:
    """Return the nodes and links on sheets as columns."""
    columns = Columns.blank()
    nodes = sheets.nodes
    columns.keys.extend([row[6] << 1 | (row[8] == UNDATED) for row in nodes])
    columns.statuses.extend([row[7] for row in nodes])
    columns.earliest.extend([row[8] for row in nodes])
    columns.latest.extend([row[9] for row in nodes])
    columns.ranks.extend([row[5] for row in nodes])
    columns.places.extend([row[12] or 0 for row in nodes])
    for (node, roles), key in zip(sheets.links, columns.keys, strict=True):
        roles.pop(node, None)
        columns.bundles.extend([target << _KEYS | key for target in roles])
        columns.links.extend([node << _ROLES | role for role in roles.values()])
    return columns


class Bundles:
    """Links by target, shelf and datedness, and what a link repeats of its node."""

    def __init__(self) -> None:
        self._bundles: defaultdict[int, array[int]] = defaultdict(lambda: array("q"))
        self._of = Columns.blank(nobody=1)

    def add(self, columns: Columns) -> None:
        """Take further nodes, in their order, and their links."""
        for all_of_them, some in zip(self._of[:-2], columns[:-2], strict=True):
            all_of_them.extend(some)
        bundles = self._bundles
        for bundle, link in zip(columns.bundles, columns.links, strict=True):
            bundles[bundle].append(link)

    def values(self, progress: Progress) -> Iterator[list[int | None]]:
        """Yield the values of all links, nine a link, as the table has them and in its order: many at a time."""
        targets, packed = array("q"), array("q")
        passed = 0
        for some_targets, some in self._in_order():
            targets.extend(some_targets)
            packed.extend(some)
            if len(packed) >= _AT_ONCE:
                yield self._values(targets, packed)
                passed = max(passed, min(targets[-1], len(self._of.keys)))
                progress(passed, len(self._of.keys))
                del targets[:], packed[:]
        yield self._values(targets, packed)

    def _in_order(self) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Yield targets and links, shelf by shelf; those of nodes to themselves are among them."""
        itself, keys = 1, self._of.keys
        for key in sorted(self._bundles):
            target, bundle = key >> _KEYS, self._bundles[key]
            yield from _themselves(itself, min(target, len(keys)))
            itself = max(itself, min(target, len(keys)))
            if itself == target < len(keys) and key >= (own := itself << _KEYS | keys[itself]):
                if key == own:
                    bundle = array("q", sorted((*bundle, itself << _ROLES | SELF)))
                else:
                    yield from _themselves(itself, itself + 1)
                itself += 1
            for begin in range(0, len(bundle), _AT_ONCE):
                some = bundle[begin : begin + _AT_ONCE]
                yield [target] * len(some), some
        yield from _themselves(itself, len(keys))

    def _values(self, targets: Sequence[int], packed: Sequence[int]) -> list[int | None]:
        of, nodes = self._of, [link >> _ROLES for link in packed]
        of_each = itemgetter(*nodes, 0, 0)  # of one alone, it would return no tuple
        values: list[int | None] = [None] * (_VALUES * (len(nodes) + 2))
        end = -2 * _VALUES
        values[0:end:_VALUES] = targets
        values[1::_VALUES] = [key >> 1 for key in of_each(of.keys)]
        values[2::_VALUES] = of_each(of.earliest)
        values[3::_VALUES] = of_each(of.latest)
        values[4::_VALUES] = of_each(of.ranks)
        values[5:end:_VALUES] = nodes
        values[6::_VALUES] = of_each(of.statuses)
        values[7:end:_VALUES] = [link & _ROLE for link in packed]
        values[8::_VALUES] = [place or None for place in of_each(of.places)]
        del values[end:]
        return values


def _themselves(begin: int, end: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield the links of some nodes to themselves."""
    for first in range(begin, end, _AT_ONCE):
        nodes = range(first, min(first + _AT_ONCE, end))
        yield nodes, [node << _ROLES | SELF for node in nodes]
