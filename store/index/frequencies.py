"""How often: how many statements there are of each kind, and which actors and places they name most."""

from collections.abc import Iterator
from typing import NamedTuple

from store.index.cards import cards
from store.index.database import Found
from store.index.index import Index
from store.index.mapping import touches_of
from store.index.narrowing import IN_ORDER
from store.index.runs import Run
from store.index.shelves import FACTION, KIND_NUMBERS, PERSON, REJECTED, SHELVES, STATEMENTS, shelves_of
from store.lens import Lens
from store.refs import ACTOR_KINDS, Kind
from store.rows import FrequencyRow

COUNTED: tuple[Kind, ...] = ("event", "claim", "quote", "source")
MANY = 20_000
"""Statements that are asked one by one whom they name; of more, the newest of them."""
_BUSIEST = 100
"""Actors that are counted one by one where all statements are looked at: those that are named most of all."""


class Frequencies(NamedTuple):
    """Kinds, then actors, then places, each with the most first; actors are counted in the newest `of` of `total`."""

    rows: tuple[FrequencyRow, ...]
    of: int
    total: int


def frequencies(index: Index, lens: Lens, count: int) -> Frequencies:
    """Return the kinds, and of actors and places so many at most."""
    return index.kept(("frequencies", lens, count), lambda: _frequencies(index, lens, count))


def _frequencies(index: Index, lens: Lens, count: int) -> Frequencies:
    total = Run(index, lens, _shelves(lens)).sizes.all
    by_actor = total > MANY and not (lens.about or lens.also or lens.tags or lens.words or lens.phrases or lens.without)
    actors = _each_of_the_busiest(index, lens) if by_actor else _named(index, lens)
    lying = sorted(_places(index, lens).items(), key=lambda place: (-place[1], place[0]))
    rows = (
        *_kinds(index, lens),
        *_rows(index, "actor", [found for found in actors if found[1]][:count]),
        *_rows(index, "place", lying[:count]),
    )
    return Frequencies(rows, total if by_actor else min(total, MANY), total)


def _shelves(lens: Lens) -> tuple[int, ...]:
    """Return the shelves of the statements that a lens lets through."""
    return tuple(shelf for shelf in shelves_of(lens.kinds) if shelf in STATEMENTS) if lens.kinds else STATEMENTS


def _kinds(index: Index, lens: Lens) -> Iterator[FrequencyRow]:
    for kind in COUNTED:
        number = Run(index, lens, SHELVES[kind]).sizes.all if kind in (lens.kinds or COUNTED) else 0
        if number:
            yield FrequencyRow("", "", "kind", kind, kind, "", number)


def _each_of_the_busiest(index: Index, lens: Lens) -> list[tuple[int, int]]:
    """Count for each of the actors that are named most how many statements of a lens name it."""
    numbers = ", ".join(str(KIND_NUMBERS[kind]) for kind in ACTOR_KINDS)
    found = index.database.rows(
        f"SELECT node FROM nodes WHERE kind IN ({numbers}) AND status < {REJECTED} ORDER BY touches DESC, rank LIMIT ?",
        (_BUSIEST,),
    )
    busiest = cards(index.database, [node for (node,) in found])
    counts = [
        (node, Run(index, lens._replace(about=(card.ref,)), _shelves(lens)).sizes.all) for node, card in busiest.items()
    ]
    return sorted(counts, key=lambda counted: -counted[1])


def _named(index: Index, lens: Lens) -> Found:
    """Count whom the newest statements of a lens name."""
    links = index.narrow(lens).links(_shelves(lens), columns=IN_ORDER)
    newest = f"SELECT node FROM ({links.sql}) ORDER BY earliest DESC, latest DESC, rank DESC, node DESC LIMIT {MANY}"
    # CROSS JOIN keeps this order: mentions are only to be had by the one who mentions.
    return index.database.rows(
        f"SELECT e.node, count(*) FROM ({newest}) s CROSS JOIN mentions m ON m.node = s.node"
        f" CROSS JOIN nodes e ON e.node = m.target WHERE e.shelf IN ({FACTION}, {PERSON}) AND e.status < {REJECTED}"
        " GROUP BY e.node ORDER BY 2 DESC, e.rank",
        links.values,
    )


def _places(index: Index, lens: Lens) -> dict[int, int]:
    if lens.empty:
        return dict[int, int](
            index.database.rows("SELECT node, lying FROM places WHERE lying ORDER BY lying DESC LIMIT 100")
        )
    return touches_of(
        index, lens._replace(kinds=tuple(kind for kind in lens.kinds if kind != "source") or COUNTED[:-1])
    )


def _rows(index: Index, group: str, found: list[tuple[int, int]]) -> Iterator[FrequencyRow]:
    told = cards(index.database, [node for node, _ in found])
    for node, number in found:
        card = told[node]
        yield FrequencyRow(
            statement=card.ref,
            target=card.ref,
            group=group,  # type: ignore[arg-type]  # it is one of these
            kind=card.kind,
            name=card.title,
            detail=" · ".join(filter(None, (card.detail, card.near))),
            number=number,
        )
