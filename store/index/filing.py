"""Turns a record into the rows of the index that are its own, and writes rows in batches."""
# ruff: noqa: S608 - the SQL is put together from names and numbers of ours

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

import orjson

from store.index.census import Head
from store.index.database import Database
from store.index.entries import Entry, common, entry, folded
from store.index.schema import UNDATED
from store.index.shelves import AROUND, KIND_NUMBERS, LOCATION, MISSING, NO_SHELF, PLACE, SELF
from store.refs import Ref

Row: TypeAlias = tuple[object, ...]
Chain: TypeAlias = Callable[[Ref], tuple[Ref, ...]]
"""Returns what a place lies within, nearest first."""

_COLUMNS = {
    "nodes": "node, kind, id, title, detail, rank, shelf, status, earliest, latest, edtf, said, place, near,"
    " cited, credibility, reliability, citations",
    "documents": "node, document",
    "loose": "target, shelf, earliest, latest, rank, node, status, role, place",
    "links": "target, shelf, earliest, latest, rank, node, status, role, place",
    "mentions": "node, target",
    "places": "node, within, lat, lon",
    "naming": "node, names",
    "names": "rowid, text",
    "words": "rowid, title, body",
}


class Numbers:
    """How refs and tags become nodes. `new` gives a number to a ref that has none in `nodes` yet."""

    def __init__(self, nodes: dict[Ref, int], tags: dict[str, int], new: Callable[[Ref], int]) -> None:
        self.tags = tags
        self._nodes = nodes
        self._new = new

    def node(self, ref: Ref) -> int | None:
        """Return the node of a ref, None for the empty one."""
        if not ref:
            return None
        found = self._nodes.get(ref)
        if found is None:
            found = self._nodes[ref] = self._new(ref)
        return found

    def tag(self, tag: str) -> int:
        """Return the target that stands for a tag: a negative number."""
        return self.tags.setdefault(tag, -1 - len(self.tags))


class Filed(NamedTuple):
    """The rows that are a record's own, by table; `links` go to the table of that name, or are sorted into it."""

    nodes: list[Row]
    documents: list[Row]
    links: list[Row]
    mentions: list[Row]
    places: list[Row]
    naming: list[Row]
    names: list[Row]
    words: list[Row]


def file(head: Head, numbers: Numbers, chain: Chain) -> Filed:
    """Return the rows of a record."""
    made, shared = entry(head.kind, head.document), common(head.document)
    kind, node = KIND_NUMBERS[head.kind], head.node
    own = (node, kind, head.id, head.title, made.detail, head.rank, made.shelf, shared.status, *made.time)
    place = numbers.node(made.place)
    named = (
        place,
        numbers.node(made.near),
        numbers.node(shared.cited),
        shared.credibility,
        made.reliability,
        shared.citations,
    )
    roles = _roles(made, numbers, chain, shared.tags)
    order = (made.shelf, made.time.earliest, made.time.latest, head.rank, node, shared.status)
    return Filed(
        nodes=[own + named],
        documents=[(node, orjson.dumps(head.document))],
        links=[(target, *order, role, place) for target, role in {**roles, node: SELF}.items()],
        mentions=[(node, target) for target in roles if target != node],
        places=[(node, numbers.node(made.within), *(made.point or (None, None)))] if made.shelf == LOCATION else [],
        naming=[(node, folded(*made.names))] if made.names else [],
        names=[(node, folded(*made.names))] if made.names else [],
        words=[(node, folded(head.own_title, *made.names), made.body)],
    )


def missing_row(node: int, ref: Ref) -> Row:
    """Return the row of `nodes` for what is named and not there. It is called by its ref."""
    kind, _, name = ref.partition(":")
    number = next(number for known, number in KIND_NUMBERS.items() if known == kind)
    return (
        node,
        number,
        name,
        ref,
        "",
        0,
        NO_SHELF,
        MISSING,
        UNDATED,
        UNDATED,
        "",
        "",
        None,
        None,
        None,
        None,
        None,
        0,
    )


def write(database: Database, table: str, rows: Iterable[Row]) -> None:
    """Add rows to a table, with the columns that `file` gives them."""
    columns = _COLUMNS[table]
    marks = ", ".join("?" * len(columns.split(",")))
    database.run_each(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def erase(database: Database, filed: Filed) -> None:
    """Take the rows of a record out again. FTS5 without content wants to be told what it was given."""
    node = filed.documents[0][0]
    keys = [row[:6] for row in filed.links]
    database.run_each(
        "DELETE FROM links WHERE (target, shelf, earliest, latest, rank, node) = (?, ?, ?, ?, ?, ?)", keys
    )
    for table in ("nodes", "documents", "mentions", "places", "naming"):
        database.run(f"DELETE FROM {table} WHERE node = ?", (node,))
    for table in ("names", "words"):
        columns = _COLUMNS[table]
        marks = ", ".join("?" * len(columns.split(",")))
        rows: list[Row] = getattr(filed, table)
        database.run_each(f"INSERT INTO {table} ({table}, {columns}) VALUES ('delete', {marks})", rows)


def _roles(made: Entry, numbers: Numbers, chain: Chain, tags: tuple[str, ...]) -> dict[int, int]:
    """Return whom a record names, and how: those in its document, and all that its places lie within."""
    named = dict(made.links)
    if made.place:
        named[made.place] = named.get(made.place, 0) | PLACE
    for target in [target for target in named if target.startswith("location:")]:
        for around in chain(target):
            named[around] = named.get(around, 0) | AROUND
    roles = {numbers.tag(tag): 0 for tag in tags}
    for target, role in named.items():
        node = numbers.node(target)
        assert node is not None  # a link's ref is never empty
        roles[node] = role
    return roles
