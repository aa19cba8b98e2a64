"""How a lens becomes SQL: which links it leaves.

A lens is answered from the links of one group of its targets, the one with the fewest; whatever else it asks is a
condition on these links. What comes back is always a list of (earliest, latest, rank, node), in the order of the tree
of links, so that slices of it are read without sorting.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.index.bounds import Bounds
from store.index.database import Condition, Database, all_of
from store.index.known import known_by
from store.index.lookup import node_of
from store.index.schema import EVERYTHING, UNDATED
from store.index.shelves import REJECTED, STATUSES
from store.index.wording import match
from store.lens import Lens
from store.refs import ACTOR_KINDS, Ref

IN_ORDER = "l.earliest, l.latest, l.rank, l.node"
_ITSELF = "(SELECT *, 0 AS role FROM nodes)"
"""Nodes as links of themselves."""
UNDATED_ONLY = Condition(f"l.earliest = {UNDATED}")


def in_role(roles: int) -> tuple[Condition, ...]:
    """Return the condition that a link is in one of these roles; none for 0, which means any."""
    return (Condition("l.role & ?", (roles,)),) if roles else ()


class Narrowing(NamedTuple):
    """What a lens leaves: links to one of `targets`, the largest first, for which all `conditions` hold.

    `tallied` is true when nothing but targets and `bounds` narrows it, so that of one target tallies know how many
    there are. `own` tells on which shelf each target stands itself, if it is a record.
    """

    targets: tuple[int, ...]
    conditions: tuple[Condition, ...]
    bounds: Bounds
    tallied: bool
    own: dict[int, int]

    def links(self, shelves: Sequence[int], *more: Condition, columns: str = IN_ORDER) -> Condition:
        """Return a SELECT of columns of the links of what stands on these shelves, each node once."""
        where = all_of((*self.conditions, *more))
        if self.targets == (EVERYTHING,):
            # The plus keeps SQLite from reading shelf by shelf, which it would have to sort.
            some = f"l.shelf = {shelves[0]}" if len(shelves) == 1 else f"+l.shelf IN ({', '.join(map(str, shelves))})"
            return Condition(f"SELECT {columns} FROM nodes l WHERE {some} AND {where.sql}", where.values)
        arms = [arm for target, part in self._apart(where) for arm in self._arms(target, shelves, part, columns)]
        arms = arms or [Condition(f"SELECT {columns} FROM links l WHERE FALSE")]
        return Condition(" UNION ALL ".join(arm.sql for arm in arms), tuple(v for arm in arms for v in arm.values))

    @property
    def parts(self) -> "tuple[Narrowing, ...]":
        """What it leaves, in parts of one target each that share nothing."""
        whole = all_of(self.conditions)
        return tuple(
            Narrowing((target,), (part,), self.bounds, self.tallied and not place, self.own)
            for place, (target, part) in enumerate(self._apart(whole))
        )

    def _arms(self, target: int, shelves: Sequence[int], where: Condition, columns: str) -> Iterator[Condition]:
        """Yield SELECTs of the links to a target, shelf by shelf, and of the target itself if it stands on one."""
        for shelf in shelves:
            sql = f"SELECT {columns} FROM links l WHERE l.target = ? AND l.shelf = ? AND {where.sql}"
            yield Condition(sql, (target, shelf, *where.values))
        if self.own.get(target) in shelves:
            sql = f"SELECT {columns} FROM {_ITSELF} l WHERE l.node = ? AND {where.sql}"
            yield Condition(sql, (target, *where.values))

    def _apart(self, where: Condition) -> Iterator[tuple[int, Condition]]:
        """Yield each target with the condition on its links, which are counted with the first that they name.

        That is several times cheaper than to compare whole links, as UNION does: only smaller targets are asked.
        """
        for place, target in enumerate(self.targets):
            before = _names_one_of(self.targets[:place])
            yield target, all_of((where, Condition(f"NOT {before.sql}", before.values))) if place else where


def narrow(database: Database, lens: Lens) -> Narrowing:
    """Return what a lens leaves. A ref that nobody names leaves nothing."""
    groups = [tuple(node_of(database, ref) or -(2**62) for ref in group) for group in groups_of(lens.about)]
    groups += [(node_of(database, ref) or -(2**62),) for ref in lens.also]
    groups += [(_tag(database, tag),) for tag in lens.tags]
    groups.sort(key=lambda group: _size(database, group))
    targets = groups[0] if groups else (EVERYTHING,)
    targets = tuple(sorted(targets, key=lambda target: -_size(database, (target,)))) if len(targets) > 1 else targets
    bounds = Bounds.of(lens)
    more = [*(_names_one_of(group) for group in groups[1:]), *_on_words(lens)]
    if lens.known_by is not None:
        more.append(known_by(lens.known_by))
    tallied = not more and not lens.statuses
    return Narrowing(targets, (*more, *bounds.conditions, on_status(lens)), bounds, tallied, _own(database, targets))


def conditions_on_node(narrowing: Narrowing) -> list[Condition]:
    """Return what the lens leaves as conditions on a node `l`, which has the columns of a link."""
    if narrowing.targets == (EVERYTHING,):
        return list(narrowing.conditions)
    return [_names_one_of(narrowing.targets), *narrowing.conditions]


def groups_of(about: tuple[Ref, ...]) -> list[tuple[Ref, ...]]:
    """Return the refs in groups that narrow each other: actors, places, sources, the rest."""
    groups: dict[str, list[Ref]] = {}
    for ref in dict.fromkeys(about):
        kind = ref.partition(":")[0]
        group = "actor" if kind in ACTOR_KINDS else kind if kind in ("location", "source") else "rest"
        groups.setdefault(group, []).append(ref)
    return [tuple(group) for group in groups.values()]


def _tag(database: Database, tag: str) -> int:
    return database.value("SELECT target FROM tags WHERE tag = ?", (tag,)) or -(2**62)


def _own(database: Database, targets: tuple[int, ...]) -> dict[int, int]:
    marks = ", ".join("?" * len(targets))
    return dict[int, int](database.rows(f"SELECT node, shelf FROM nodes WHERE node IN ({marks})", targets))


def _size(database: Database, targets: tuple[int, ...]) -> int:
    marks = ", ".join("?" * len(targets))
    sql = f"SELECT total(dated + undated) FROM tallies WHERE target IN ({marks})"
    return int(database.value(sql, targets))


def _names_one_of(targets: tuple[int, ...]) -> Condition:
    """Return the condition that a link or node `l` is of one of some targets, or names one."""
    marks = ", ".join("?" * len(targets))
    sql = (
        f"(l.node IN ({marks}) OR EXISTS (SELECT 1 FROM links m WHERE m.target IN ({marks}) AND m.shelf = l.shelf"
        " AND m.earliest = l.earliest AND m.latest = l.latest AND m.rank = l.rank AND m.node = l.node))"
    )
    return Condition(sql, (*targets, *targets))


def _on_words(lens: Lens) -> list[Condition]:
    wanted = match(lens.words, lens.phrases)
    conditions = []
    if wanted:
        conditions.append(Condition("l.node IN (SELECT rowid FROM words WHERE words MATCH ?)", (wanted,)))
    for word in lens.without:
        unwanted = match((word,))
        if unwanted:
            conditions.append(Condition("l.node NOT IN (SELECT rowid FROM words WHERE words MATCH ?)", (unwanted,)))
    return conditions


def on_status(lens: Lens, alias: str = "l") -> Condition:
    """Return the condition that a link or node has a status that the lens asks for, or any but rejected."""
    if not lens.statuses:
        return Condition(f"{alias}.status < {REJECTED}")
    wanted = [STATUSES.index(status) for status in lens.statuses if status in STATUSES]
    return Condition(f"{alias}.status IN ({', '.join(map(str, wanted))})")
