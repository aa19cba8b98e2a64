"""What records are called, and which are contested, on the day that a lens looks from.

A name may say from when to when it was borne; what nobody had contradicted yet was not contested.

Lists keep their order, which is that of the names that records have today.
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from store.index.cards import Card, cards
from store.index.conflicting import contested_then
from store.index.database import Database
from store.index.documents import documents
from store.index.index import Index
from store.index.lookup import node_of, title_of
from store.index.reading import Document, line, parts, ref, time
from store.index.shelves import FACTION, LOCATION, PERSON
from store.index.titles import title
from store.lens import Lens
from store.refs import Ref
from store.when import Day

_NOT_BORNE_ALONE = ("alias", "abbreviation")


class Borne(NamedTuple):
    """A name with the days from and to which it was borne."""

    text: str
    first: Day
    last: Day


def names_then(index: Index, lens: Lens) -> Mapping[int, str]:
    """Return what is called otherwise on the lens's day than today, and how, by node."""
    day = lens.day
    return index.kept(("names", day), lambda: {} if day is None else _names_on(index, day))


def cards_then(index: Index, lens: Lens, nodes: Iterable[int]) -> dict[int, Card]:
    """Return the cards of nodes in the order asked for, as they are on the lens's days."""
    found = cards(index.database, nodes)
    if lens.day is None:
        return found
    disputed = [node for node, card in found.items() if card.in_conflict]
    contested = contested_then(index, lens, disputed) if disputed else ()
    for node in disputed:
        found[node] = found[node]._replace(in_conflict=node in contested)
    names = names_then(index, lens)
    return _renamed(index.database, found, names) if names else found


def title_then(index: Index, lens: Lens, named: Ref) -> str:
    """Return what a record is called on the lens's day; the ref itself if there is no such record."""
    names = names_then(index, lens)
    return (names.get(node_of(index.database, named)) if names else None) or title_of(index.database, named)


def renamed_between(index: Index, after: Day, until: Day) -> dict[int, tuple[str, str]]:
    """Return what was called otherwise on one day than on another: both names, by node."""
    before, then = _names_on(index, after), _names_on(index, until)
    nodes = sorted({*before, *then})
    today = {node: card.title for node, card in cards(index.database, nodes).items()}
    names = {node: (before.get(node, today[node]), then.get(node, today[node])) for node in today}
    return {node: (old, new) for node, (old, new) in names.items() if old != new}


def _names_on(index: Index, day: Day) -> dict[int, str]:
    borne = index.kept("borne", lambda: _borne(index.database))
    on_the_day = {
        node: next((name.text for name in names if name.first <= day <= name.last), "") for node, names in borne.items()
    }
    today = {node: card.title for node, card in cards(index.database, on_the_day).items()}
    return {node: name for node, name in on_the_day.items() if name and name != today[node]}


def _borne(database: Database) -> dict[int, tuple[Borne, ...]]:
    """Return the names of which it is known when they were borne, by node. It looks into few documents."""
    rows = database.rows(
        f"SELECT node, document FROM nodes JOIN documents USING (node) WHERE shelf IN ({FACTION}, {PERSON}, {LOCATION})"
        " AND instr(document, CAST('\"when\"' AS BLOB))"
    )
    found = {node: tuple(_of(json.loads(document))) for node, document in rows}
    return {node: names for node, names in found.items() if names}


def _of(document: Document) -> Iterable[Borne]:
    for name in parts(document, "names"):
        when, text = time(name, "when"), line(name, "text")
        if when.edtf and text and name.get("kind") not in _NOT_BORNE_ALONE:
            yield Borne(text, when.earliest, when.latest)


def _renamed(database: Database, found: dict[int, Card], names: Mapping[int, str]) -> dict[int, Card]:
    marks = ", ".join("?" * len(found))
    near = dict[int, int](database.rows(f"SELECT node, near FROM nodes WHERE node IN ({marks})", tuple(found)))
    claims = documents(database, [node for node, card in found.items() if card.kind == "claim"])

    def called(named: Ref) -> str:
        return names.get(node_of(database, named)) or title_of(database, named)

    def retitled(node: int, card: Card) -> str:
        claim = claims.get(node)
        if claim and any(node_of(database, ref(claim, field)) in names for field in ("subject", "object")):
            return title("claim", claim, called) or card.title
        return names.get(node, card.title)

    return {
        node: card._replace(title=retitled(node, card), near=names.get(near[node], card.near))
        for node, card in found.items()
    }
