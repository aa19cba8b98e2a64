"""The index pane: records of one kind, by name, by how often they are named, or by time.

Who is in a lens? A statement that the lens leaves. And, because factions, people, places and sources have no time and
few words of their own, those of them that such a statement names: so a lens on a place lists who fought there.
"""

import json
from typing import Literal

from store.index.called import cards_then
from store.index.cards import Card
from store.index.database import Condition, all_of
from store.index.index import Index
from store.index.lookup import node_of
from store.index.narrowing import conditions_on_node, on_status
from store.index.runs import Run
from store.index.schema import EVERYTHING, UNDATED
from store.index.shelves import KIND_NUMBERS, SHELVES, STATEMENTS
from store.index.wording import match, tokens
from store.lens import Lens
from store.refs import Kind, Ref
from store.rows import IndexRow, Slice

Sort = Literal["name", "touches", "time"]

_ORDERS = {
    "name": "l.rank, l.node",
    "touches": "l.touches DESC, l.rank, l.node",
    "time": f"l.earliest = {UNDATED}, l.earliest DESC, l.latest DESC, l.rank DESC, l.node DESC",
}
_NAMED = ("faction", "person", "location")
_NAMED_BY_STATEMENTS = (*_NAMED, "source")
_MANY = 20_000
_FEW = 2_000
"""Records that are looked up and sorted; more are found one by one in the order that is asked for."""


class Listing:
    """The records of a kind that a lens leaves and whose names hold all words of a filter.

    A word may stand anywhere in a name of a faction, person or place; in titles it is the beginning of a word.
    """

    def __init__(self, index: Index, kind: Kind, lens: Lens, filter: str = "", sort: Sort = "name") -> None:  # noqa: A002
        self._index = index
        self._kind = kind
        self._lens = lens
        self._filter = tuple(tokens(filter))
        self._sort = sort

    def slice(self, start: int, count: int) -> Slice[IndexRow]:
        """Return the rows from a position on."""
        found = cards_then(self._index, self._lens, self._nodes(start, count))
        return Slice(tuple(_row(card) for card in found.values()), start, self.total)

    @property
    def total(self) -> int:
        """How many there are."""
        if not self._filter and not self._widened:
            return self._run.sizes.all
        return self._index.kept(("listed", self._kind, self._lens, self._filter), self._count)

    def position(self, ref: Ref) -> int | None:
        """Return where a record stands in the list; None if it does not."""
        node = node_of(self._index.database, ref)
        if self._in_time:
            return self._run.position(node)
        where = self._where()
        if self._sort == "time":
            found = self._index.database.rows(
                f"SELECT l.node FROM nodes l WHERE {where.sql} ORDER BY {_ORDERS['time']}", where.values
            )
            return next((place for place, row in enumerate(found) if row == (node,)), None)
        row = self._index.database.row(
            f"SELECT l.rank, l.node, l.touches FROM nodes l WHERE {where.sql} AND l.node = ?", (*where.values, node)
        )
        return None if row is None else self._ahead(where, row)

    def _nodes(self, start: int, count: int) -> list[int]:
        if self._in_time:
            return self._run.nodes(start, count)
        where = self._where()
        sql = f"SELECT l.node FROM nodes l WHERE {where.sql} ORDER BY {_ORDERS[self._sort]} LIMIT ? OFFSET ?"
        return [row[0] for row in self._index.database.rows(sql, (*where.values, count, start))]

    @property
    def _in_time(self) -> bool:
        """Whether it is a run of time, of what the lens leaves and nothing else."""
        return self._sort == "time" and not self._filter and not self._widened

    @property
    def _shelves(self) -> tuple[int, ...]:
        return () if self._lens.kinds and self._kind not in self._lens.kinds else SHELVES[self._kind]

    @property
    def _run(self) -> Run:
        return Run(self._index, self._lens, self._shelves)

    @property
    def _widened(self) -> bool:
        """Whether those are listed, too, that are named by what the lens leaves."""
        narrows = self._lens.from_today._replace(kinds=(), statuses=()) != Lens()
        return narrows and self._kind in _NAMED_BY_STATEMENTS and bool(self._shelves)

    def _ahead(self, where: Condition, of: tuple[int, ...]) -> int:
        rank, node, touches = of
        ahead = "l.rank < ? OR l.rank = ? AND l.node < ?"
        values: tuple[int, ...] = (rank, rank, node)
        if self._sort == "touches":
            ahead, values = f"l.touches > ? OR l.touches = ? AND ({ahead})", (touches, touches, *values)
        sql = f"SELECT count(*) FROM nodes l WHERE {where.sql} AND ({ahead})"
        return int(self._index.database.value(sql, (*where.values, *values)))

    def _where(self) -> Condition:
        """Return what holds of a node `l` in the list; nodes have the columns that a lens asks of links."""
        kind = Condition(f"l.kind = {KIND_NUMBERS[self._kind] if self._shelves else -1}")
        if self._widened or (self._lens.about and self._run.sizes.all < _FEW):
            members = self._index.kept(("members", self._kind, self._lens), self._members)
            return all_of((kind, Condition("l.node IN (SELECT value FROM json_each(?))", (members,)), *self._filters()))
        return all_of((kind, *conditions_on_node(self._index.narrow(self._lens)), *self._filters()))

    def _members(self) -> str:
        """Return the nodes of all that are listed, as JSON."""
        own = self._index.narrow(self._lens).links(self._shelves)
        sql, values = f"SELECT node FROM ({own.sql})", own.values
        if self._widened:
            named = self._named()
            sql, values = f"{sql} UNION {named.sql}", (*values, *named.values)
        return json.dumps([node for (node,) in self._index.database.rows(sql, values)])

    def _named(self) -> Condition:
        """Return a SELECT of the nodes of this kind that a statement of the lens names.

        Few statements are asked whom they name; where there are many, each of the kind is asked for one of them.
        """
        narrowing = self._index.narrow(self._lens)
        of_kind = f"e.shelf = {self._shelves[0]} AND {on_status(self._lens, 'e').sql}"
        if narrowing.targets != (EVERYTHING,) and Run(self._index, self._lens, STATEMENTS).sizes.all < _MANY:
            stated = narrowing.links(STATEMENTS)
            # CROSS JOIN keeps this order: mentions are only to be had by the one who mentions.
            mentioned = "CROSS JOIN nodes n ON n.node = s.node CROSS JOIN json_each(n.mentions) m"
            joined = f"{mentioned} CROSS JOIN nodes e ON e.node = m.value"
            return Condition(f"SELECT e.node FROM ({stated.sql}) s {joined} WHERE {of_kind}", stated.values)
        shelves = ", ".join(map(str, STATEMENTS))
        asked = all_of(conditions_on_node(narrowing))
        one = f"EXISTS (SELECT 1 FROM links l WHERE l.target = e.node AND l.shelf IN ({shelves}) AND {asked.sql}"
        ways = [Condition(f"{one} AND {seek.sql})", (*asked.values, *seek.values)) for seek in narrowing.bounds.ways]
        either = " OR ".join(way.sql for way in ways)
        values = tuple(value for way in ways for value in way.values)
        return Condition(f"SELECT e.node FROM nodes e WHERE {of_kind} AND ({either})", values)

    def _filters(self) -> list[Condition]:
        if not self._filter:
            return []
        if self._kind in _NAMED:
            anywhere = "l.node IN (SELECT node FROM naming WHERE instr(names, ?))"
            return [Condition(anywhere, (word,)) for word in self._filter]
        wanted = match(self._filter, column="title")
        return [Condition("l.node IN (SELECT rowid FROM words WHERE words MATCH ?)", (wanted,))]

    def _count(self) -> int:
        where = self._where()
        return int(self._index.database.value(f"SELECT count(*) FROM nodes l WHERE {where.sql}", where.values))


def _row(card: Card) -> IndexRow:
    return IndexRow(
        statement=card.ref,
        target=card.ref,
        title=card.title,
        detail=" · ".join(filter(None, (card.detail, card.near, card.when))),
        touches=card.touches,
        mark=card.mark,
    )
