"""Counts and numbers the records before any is written: by their time, and by their titles."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from store.index.reading import Document, plain_line, time
from store.index.schema import GAP, OPEN_BEGIN, UNDATED
from store.index.titles import title
from store.refs import KINDS, TABLES, Kind, Ref, make
from store.text import fold

Tables: TypeAlias = Mapping[str, Mapping[str, Document]]

TIMES: dict[Kind, str] = {
    "faction": "active",
    "event": "when",
    "quote": "said",
    "claim": "when",
    "source": "published",
}
"""The field that says when a record of this kind was; people and places have none."""

_KINDS_BY_NEED: tuple[Kind, ...] = (*(kind for kind in KINDS if kind != "claim"), "claim")
"""Claims are called after other records, so these come first."""


class Head(NamedTuple):
    """What is known of a record before it is written. A claim's title may be made of others' titles."""

    node: int
    rank: int
    kind: Kind
    id: str
    title: str
    document: Document

    @property
    def own_title(self) -> str:
        """The title as far as the record's own document holds it, which is what words are looked up in."""
        return title(self.kind, self.document, lambda ref: "") if self.kind == "claim" else self.title


class Census(NamedTuple):
    """Every record of a store, in the order of their nodes, and how refs become nodes."""

    heads: list[Head]
    nodes: dict[Ref, int]


def take(tables: Tables) -> Census:
    """Return the census of a store. A record without a title is called by its id."""
    found = list(_found(tables))
    by_title = sorted(range(len(found)), key=lambda place: (fold(found[place][2]), found[place][0]))
    ranks = [0] * len(found)
    for order, place in enumerate(by_title, 1):
        ranks[place] = order * GAP
    # Sorted by title already, and sorting keeps the order of what is equal.
    by_time = sorted(by_title, key=lambda place: found[place][3:5])
    heads = []
    for node, place in enumerate(by_time, 1):
        kind, name, called, _, _, document = found[place]
        heads.append(Head(node, ranks[place], kind, name, called or name, document))
    nodes = {make(head.kind, head.id): head.node for head in heads}
    return Census(heads, nodes)


def _found(tables: Tables) -> Iterator[tuple[Kind, str, str, int, int, Document]]:
    """Yield kind, id, title, first and last day, document. The undated come first here: find reads backwards."""
    titles: dict[Ref, str] = {}

    def title_of(ref: Ref) -> str:
        return titles.get(ref, ref)

    for kind in _KINDS_BY_NEED:
        for key, document in tables.get(TABLES[kind], {}).items():
            name = plain_line(key)
            ref = make(kind, name)
            if ref in titles:
                continue
            called = title(kind, document, title_of)
            titles[ref] = called or name
            when = time(document, TIMES.get(kind, ""))
            first = OPEN_BEGIN - 1 if when.earliest == UNDATED else when.earliest
            yield kind, name, called, first, when.latest, document
