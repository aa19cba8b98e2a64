"""Turns a record into the rows of the index that are its own."""

from typing import Any, NamedTuple, TypeAlias

import orjson

from store.index.entries import Entry, Texts, folded
from store.index.numbering import Named, Numbers
from store.index.shelves import AROUND, KIND_NUMBERS, LOCATION
from store.refs import Kind

Row: TypeAlias = tuple[object, ...]
NodeRow: TypeAlias = tuple[Any, ...]
Links: TypeAlias = tuple[int, dict[int, int]]
"""A node, and whom else it names -> in which roles: the rest of a link is in the node's own row."""


class Head(NamedTuple):
    """What is known of a record beside what its document says. A claim's title may be made of others' titles."""

    node: int
    rank: int
    kind: Kind
    id: str
    title: str


class Sheets(NamedTuple):
    """Rows by table, gathered to be written together."""

    nodes: list[NodeRow]
    documents: list[Row]
    links: list[Links]
    places: list[Row]
    naming: list[Row]
    names: list[Row]
    words: list[Row]

    @classmethod
    def blank(cls) -> "Sheets":
        """Return sheets with nothing on them."""
        return cls([], [], [], [], [], [], [])

    def clear(self) -> None:
        """Take all rows off the sheets."""
        for rows in self:
            rows.clear()


def file(head: Head, made: Entry[Named], numbers: Numbers[Named], sheets: Sheets) -> None:
    """Add the rows of a record to the sheets, but for its texts."""
    node = head.node
    roles: dict[int, int] = _roles(made, numbers)
    roles.pop(node, None)
    sheets.nodes.append(
        (
            node,
            KIND_NUMBERS[head.kind],
            head.id,
            head.title,
            made.detail,
            head.rank,
            made.shelf,
            made.status,
            made.earliest,
            made.latest,
            made.edtf,
            made.said,
            numbers[made.place] if made.place else None,
            numbers[made.near] if made.near else None,
            numbers[made.cited] if made.cited else None,
            made.credibility,
            made.reliability,
            made.citations,
            orjson.dumps([*roles]).decode(),  # in half the time that str takes
        )
    )
    sheets.links.append((node, roles))
    if made.shelf == LOCATION:
        sheets.places.append((node, numbers[made.within] if made.within else None, *(made.point or (None, None))))


def file_texts(node: int, name: str, texts: Texts, document: bytes, sheets: Sheets) -> None:
    """Add the texts of a record that has this id to the sheets, and its document as JSON."""
    sheets.documents.append((node, document))
    sheets.words.append((node, folded(name) if texts.called is None else texts.called, texts.body))
    if texts.names:
        sheets.naming.append((node, texts.names))
        sheets.names.append((node, texts.names))


def _roles(made: Entry[Named], numbers: Numbers[Named]) -> dict[int, int]:
    """Return whom a record names, and how: those in its document, what its places lie within, its tags."""
    roles = {numbers[target]: role for target, role in made.links.items()}
    for place in made.places:
        for number in numbers.around(place):
            roles[number] = roles.get(number, 0) | AROUND
    for tag in made.tags:
        roles[numbers.tag(tag)] = 0
    return roles
