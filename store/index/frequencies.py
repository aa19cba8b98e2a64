"""How often: how many statements there are of each kind, and which actors and places they name most."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.index.called import cards_then
from store.index.index import Index
from store.index.runs import Run
from store.index.shelves import KIND_NUMBERS, REJECTED, SHELVES, STATEMENTS, shelves_of
from store.lens import Lens
from store.refs import ACTOR_KINDS, KINDS, Kind, Ref, make
from store.rows import FrequencyRow, Group

COUNTED: tuple[Kind, ...] = ("event", "claim", "quote", "source")
_GROUPS: dict[Group, tuple[Kind, ...]] = {"actor": ACTOR_KINDS, "place": ("location",)}
MANY = 10_000
"""Statements that are asked one by one whom they name, which takes 50 ms; of more, the newest of them."""
_NAMED: tuple[Kind, ...] = (*ACTOR_KINDS, "location")
_Counted = tuple[Kind, int, int]
"""A kind, a node of it, and how often it is named."""
# CROSS JOIN keeps this order: mentions are only to be had from the one who mentions. What is named is looked up once.
_MENTIONED = """
SELECT e.kind, e.node, times FROM (
    SELECT m.value AS named, count(*) AS times FROM json_each(?) s CROSS JOIN nodes l ON l.node = s.value
    CROSS JOIN json_each(l.mentions) m GROUP BY m.value
) CROSS JOIN nodes e ON e.node = named
WHERE e.shelf IN ({shelves}) AND e.status < {rejected} ORDER BY times DESC, e.rank
"""


class Frequencies(NamedTuple):
    """Kinds, then actors, then places, each with the most first; these are counted in the newest `of` of `total`."""

    rows: tuple[FrequencyRow, ...]
    of: int
    total: int


def frequencies(index: Index, lens: Lens, count: int) -> Frequencies:
    """Return the kinds, and of actors and places so many at most."""
    return index.kept(("frequencies", lens, count), lambda: _frequencies(index, lens, count))


def _frequencies(index: Index, lens: Lens, count: int) -> Frequencies:
    total = Run(index, lens, _shelves(lens)).sizes.all
    # Of all there is, whatever kinds are asked for, tallies know who is named how often.
    one_by_one = total > MANY and lens._replace(kinds=()).empty
    found = _of_the_busiest(index, lens, 3 * count) if one_by_one else _named(index, lens)
    rows = [*_kinds(index, lens)]
    for group, kinds in _GROUPS.items():
        rows += _rows(index, lens, group, [(node, number) for kind, node, number in found if kind in kinds][:count])
    return Frequencies(tuple(rows), total if one_by_one else min(total, MANY), total)


def _shelves(lens: Lens) -> tuple[int, ...]:
    """Return the shelves of the statements that a lens lets through."""
    return tuple(shelf for shelf in shelves_of(lens.kinds) if shelf in STATEMENTS) if lens.kinds else STATEMENTS


def _kinds(index: Index, lens: Lens) -> Iterator[FrequencyRow]:
    for kind in COUNTED:
        number = Run(index, lens, SHELVES[kind]).sizes.all if kind in (lens.kinds or COUNTED) else 0
        if number:
            yield FrequencyRow("", "", "kind", kind, kind, "", number)


def _of_the_busiest(index: Index, lens: Lens, most: int) -> list[_Counted]:
    """Count for each of those that are named most in all how many statements of a lens name it."""
    counted: list[_Counted] = []
    for kind in _NAMED:
        busiest = index.database.rows(
            f"SELECT node, id FROM nodes WHERE kind = ? AND status < {REJECTED} ORDER BY touches DESC, rank LIMIT ?",
            (KIND_NUMBERS[kind], most),
        )
        counted += [(kind, node, _number(index, lens, make(kind, name))) for node, name in busiest]
    return sorted((one for one in counted if one[2]), key=lambda one: -one[2])


def _number(index: Index, lens: Lens, named: Ref) -> int:
    return Run(index, lens._replace(about=(named,)), _shelves(lens)).sizes.all


def _named(index: Index, lens: Lens) -> list[_Counted]:
    """Count whom the newest statements of a lens name, and what their places lie within."""
    newest = json.dumps(Run(index, lens, _shelves(lens)).newest("l.node", MANY))
    sql = _MENTIONED.format(shelves=", ".join(map(str, shelves_of(_NAMED))), rejected=REJECTED)
    return [(KINDS[kind], node, number) for kind, node, number in index.database.rows(sql, (newest,))]


def _rows(index: Index, lens: Lens, group: Group, found: Sequence[tuple[int, int]]) -> Iterator[FrequencyRow]:
    told = cards_then(index, lens, [node for node, _ in found])
    for node, number in found:
        card = told[node]
        yield FrequencyRow(
            statement=card.ref,
            target=card.ref,
            group=group,
            kind=card.kind,
            name=card.title,
            detail=" · ".join(filter(None, (card.detail, card.near))),
            number=number,
        )
