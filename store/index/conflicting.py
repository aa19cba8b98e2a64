"""The accounts that cannot hold side by side, as they are shown."""

import json
from collections.abc import Iterable

from store.index.cards import Card, cards
from store.index.database import Condition, all_of
from store.index.index import Index
from store.index.narrowing import conditions_on_node
from store.index.shelves import shelves_of
from store.lens import Lens
from store.rows import ConflictRow, Slice

_ONE_OF_THEM = "SELECT 1 FROM nodes l WHERE l.node IN (c.node, c.other)"


def conflict_rows(index: Index, lens: Lens, start: int, count: int) -> Slice[ConflictRow]:
    """Return the accounts that cannot both hold, where the lens leaves either of them."""
    where = either_is_left(index, lens)
    database = index.database
    total = index.kept(
        ("conflicts", lens),
        lambda: int(database.value(f"SELECT count(*) FROM conflicts c WHERE {where.sql}", where.values)),
    )
    found = database.rows(
        f"SELECT c.node, c.other, c.about, c.why FROM conflicts c LEFT JOIN nodes about ON about.node = c.about"
        f" WHERE {where.sql} ORDER BY about.rank, c.node, c.other LIMIT ? OFFSET ?",
        (*where.values, count, start),
    )
    told = cards(database, {node for row in found for node in row[:3] if node is not None})
    rows = (_row(told[node], told[other], told.get(about), why) for node, other, about, why in found)
    return Slice(tuple(rows), start, total)


def either_is_left(index: Index, lens: Lens) -> Condition:
    """Return the condition that a lens leaves one of the accounts of a row `c` of the table of conflicts.

    On a day that is looked from, both must be there: what nobody contradicted yet was in no conflict.
    """
    conditions = conditions_on_node(index.narrow(lens))
    if lens.kinds:
        # The plus keeps SQLite from reading all of a shelf for each conflict.
        conditions.append(Condition(f"+l.shelf IN ({', '.join(map(str, shelves_of(lens.kinds)))})"))
    asked = all_of(conditions)
    either = Condition(f"EXISTS ({_ONE_OF_THEM} AND {asked.sql})", asked.values)
    if lens.from_today.empty:  # nobody says of two that are rejected that they contradict each other
        either = Condition("TRUE")
    if lens.day is None:
        return either
    return all_of((either, both_are_there(index, lens)))


def both_are_there(index: Index, lens: Lens) -> Condition:
    """Return the condition that both accounts of a row `c` were there on the days that a lens looks from."""
    there = _there(index, lens)
    return Condition(f"NOT EXISTS ({_ONE_OF_THEM} AND NOT ({there.sql}))", there.values)


def left_then(index: Index, lens: Lens, nodes: Iterable[int]) -> set[int]:
    """Return which of some nodes were there on the days that a lens looks from: all of them, if it looks from today."""
    if lens.day is None:
        return set(nodes)
    there = _there(index, lens)
    sql = f"SELECT l.node FROM nodes l WHERE l.node IN (SELECT value FROM json_each(?)) AND {there.sql}"
    return {node for (node,) in index.database.rows(sql, (json.dumps(list(nodes)), *there.values))}


def _there(index: Index, lens: Lens) -> Condition:
    """Return the condition that a node `l` was there on the days that a lens looks from."""
    return all_of(index.narrow(Lens(as_of=lens.as_of, known_by=lens.known_by)).conditions)


def contested_then(index: Index, lens: Lens, nodes: Iterable[int]) -> set[int]:
    """Return which of some nodes were contradicted already on the days that a lens looks from."""
    wanted = json.dumps(list(nodes))
    there = both_are_there(index, lens)
    asked = f"(SELECT value FROM json_each(?)) AND {there.sql}"
    pairs = "SELECT c.node, c.other FROM conflicts c WHERE"
    found = index.database.rows(
        f"{pairs} c.node IN {asked} UNION {pairs} c.other IN {asked}", (wanted, *there.values) * 2
    )
    return {node for pair in found for node in pair}


def _row(this: Card, other: Card, about: Card | None, why: str) -> ConflictRow:
    return ConflictRow(
        statement=this.ref,
        target=other.ref,
        about=about.title if about else "",
        this=_told(this),
        other=_told(other),
        why=why,
    )


def _told(card: Card) -> str:
    return f"{card.title}, {card.phrase}" if card.phrase else card.title
