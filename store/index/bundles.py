"""Links, gathered in the order of nodes and given out in the order of their tree.

Nodes are numbered in the order in which links lie behind a target and shelf, but that the undated come first there and
last here. So links bundled by target, shelf and datedness are in order as they come, and only the bundles have to be
sorted: that takes a tenth of the time that it takes to sort the links.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, repeat
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from store.index.filing import Sheets
from store.index.progress import Progress
from store.index.schema import UNDATED
from store.index.shelves import REJECTED

_ROLES = 12
"""Bits of a role; the node stands before them."""
_ROLE = (1 << _ROLES) - 1
_AT_ONCE = 4_000
"""Links that are given out together."""
_VALUES = 9
"""Columns of a link."""
_KEYS = 5
"""Bits of a shelf and of whether something is undated; the target stands before them."""


Packed: TypeAlias = Iterable["array[int]"]
"""All links in the order of their tree, as nodes with the role behind them: some thousands at a time."""


class Columns(NamedTuple):
    """What links repeat of nodes, whose numbers count from 1, and in which bundles they are.

    A bundle is a target with shelf and datedness behind it; it has so many of the links, those behind the bundle before
    it, as its size says, and so many of these are rejected.
    """

    shelves: "array[int]"
    statuses: "array[int]"
    earliest: "array[int]"
    latest: "array[int]"
    ranks: "array[int]"
    places: "array[int]"
    bundles: "array[int]"
    sizes: "array[int]"
    rejected: "array[int]"


class Bundles:
    """Links by target, shelf and datedness, and what a link repeats of its node."""

    def __init__(self) -> None:
        self._bundles: defaultdict[int, array[int]] = defaultdict(lambda: array("q"))
        self._rejected = Counter[int]()
        short, long = array("b", (0,)), array("q", (0,))  # of no node, since there is none of number 0
        self._of = (short, short[:], long, long[:], long[:], long[:])

    def add(self, sheets: Sheets) -> None:
        """Take the links of further nodes, in their order."""
        nodes = sheets.nodes
        shelves, statuses, earliest, latest, ranks, places = self._of
        shelves.extend([row[6] for row in nodes])
        statuses.extend([row[7] for row in nodes])
        earliest.extend([row[8] for row in nodes])
        latest.extend([row[9] for row in nodes])
        ranks.extend([row[5] for row in nodes])
        places.extend([row[12] or 0 for row in nodes])
        bundles = self._bundles
        for (node, roles), row in zip(sheets.links, nodes, strict=True):
            link, key = node << _ROLES, row[6] << 1 | (row[8] == UNDATED)
            for target, role in roles.items():
                bundles[target << _KEYS | key].append(link | role)
            if row[7] == REJECTED:
                self._rejected.update([target << _KEYS | key for target in roles])

    def columns(self) -> Columns:
        """Return all that is to be known of links, their bundles in the order of the tree."""
        keys = array("q", sorted(self._bundles))
        sizes = array("q", [len(self._bundles[key]) for key in keys])
        return Columns(*self._of, keys, sizes, array("q", [self._rejected[key] for key in keys]))

    def links(self) -> Iterator["array[int]"]:
        """Yield the links; then none are left here."""
        some = array("q")
        for key in sorted(self._bundles):
            some.extend(self._bundles.pop(key))
            if len(some) >= _AT_ONCE:
                yield some
                some = array("q")
        yield some


def values(columns: Columns, links: Packed, progress: Progress) -> Iterator[list[int | None]]:
    """Yield the values of all links, nine a link, as the table has them and in its order: many at a time."""
    done, total = 0, sum(columns.sizes)
    targets = chain.from_iterable(
        repeat(bundle >> _KEYS, size) for bundle, size in zip(columns.bundles, columns.sizes, strict=True)
    )
    for many in links:
        for begin in range(0, len(many), _AT_ONCE):
            some = many[begin : begin + _AT_ONCE]
            yield _values(columns, list(islice(targets, len(some))), some)
        done += len(many)
        progress(done, total)


def tallies(columns: Columns) -> Iterator[tuple[int, int, int, int]]:
    """Yield target, shelf, and how many links there are that are dated and undated, but for those that are rejected."""
    bundles = zip(columns.bundles, columns.sizes, columns.rejected, strict=True)
    for key, both in groupby(bundles, key=lambda bundle: bundle[0] >> 1):
        number = [0, 0]
        for bundle, size, rejected in both:
            number[bundle & 1] += size - rejected
        if any(number):
            yield key >> (_KEYS - 1), key & ((1 << (_KEYS - 1)) - 1), *number


def _values(of: Columns, targets: Sequence[int], links: Sequence[int]) -> list[int | None]:
    nodes = [link >> _ROLES for link in links]
    of_each = itemgetter(*nodes, 0, 0)  # of one alone, it would return no tuple
    values: list[int | None] = [None] * (_VALUES * (len(nodes) + 2))
    end = -2 * _VALUES
    values[0:end:_VALUES] = targets
    values[1::_VALUES] = of_each(of.shelves)
    values[2::_VALUES] = of_each(of.earliest)
    values[3::_VALUES] = of_each(of.latest)
    values[4::_VALUES] = of_each(of.ranks)
    values[5:end:_VALUES] = nodes
    values[6::_VALUES] = of_each(of.statuses)
    values[7:end:_VALUES] = [link & _ROLE for link in links]
    values[8::_VALUES] = [place or None for place in of_each(of.places)]
    del values[end:]
    return values
