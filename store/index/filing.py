"""Turns a record into the rows of the index that are its own."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from store.index.census import Head
from store.index.entries import Common, Entry, common, entry, folded
from store.index.shelves import AROUND, KIND_NUMBERS, LOCATION, PLACE, SELF, SOURCE_OF
from store.refs import Ref

Row: TypeAlias = tuple[object, ...]
Link: TypeAlias = tuple[int, int, int]
"""Target, node, role: the rest of a link is in the node's own row."""
Chain: TypeAlias = Callable[[Ref], tuple[Ref, ...]]
"""Returns what a place lies within, nearest first."""


class Numbers:
    """How refs and tags become nodes. `new` gives a number to a ref that has none in `nodes` yet."""

    def __init__(self, nodes: dict[Ref, int], tags: dict[str, int], new: Callable[[Ref], int]) -> None:
        self.tags = tags
        self._nodes = nodes
        self._new = new

    def node(self, ref: Ref) -> int:
        """Return the node of a ref."""
        found = self._nodes.get(ref)
        if found is None:
            found = self._nodes[ref] = self._new(ref)
        return found

    def node_or_none(self, ref: Ref) -> int | None:
        """Return the node of a ref, None for the empty one."""
        return self.node(ref) if ref else None

    def tag(self, tag: str) -> int:
        """Return the target that stands for a tag: a negative number."""
        return self.tags.setdefault(tag, -1 - len(self.tags))


class Sheets(NamedTuple):
    """Rows by table, gathered to be written together."""

    nodes: list[Row]
    documents: list[Row]
    links: list[Link]
    places: list[Row]
    naming: list[Row]
    names: list[Row]
    words: list[Row]

    @classmethod
    def blank(cls) -> "Sheets":
        """Return sheets with nothing on them."""
        return cls([], [], [], [], [], [], [])


def file(head: Head, numbers: Numbers, chain: Chain, sheets: Sheets) -> None:
    """Add the rows of a record to the sheets."""
    made, shared = entry(head.kind, head.document), common(head.document)
    node, number = head.node, numbers.node_or_none
    called = folded(*made.names) if made.names else ""
    sheets.nodes.append(
        (
            node,
            KIND_NUMBERS[head.kind],
            head.id,
            head.title,
            made.detail,
            head.rank,
            made.shelf,
            shared.status,
            *made.time,
            number(made.place),
            number(made.near),
            number(shared.cited),
            shared.credibility,
            made.reliability,
            len(shared.sources),
        )
    )
    sheets.documents.append((node, head.text))
    sheets.links.extend(_links(node, made, shared, numbers, chain))
    sheets.words.append((node, folded(head.own_title, called), made.body))
    if called:
        sheets.naming.append((node, called))
        sheets.names.append((node, called))
    if made.shelf == LOCATION:
        sheets.places.append((node, number(made.within), *(made.point or (None, None))))


def _links(node: int, made: Entry, shared: Common, numbers: Numbers, chain: Chain) -> list[Link]:
    """Return whom a record names, and how: those in its document, what its places lie within, its tags, itself."""
    named = made.links
    for source in shared.sources:
        if source:
            named[source] = named.get(source, 0) | SOURCE_OF
    if made.place:
        named[made.place] = named.get(made.place, 0) | PLACE
    roles = {numbers.node(target): role for target, role in named.items()}
    for target in named:
        if target.startswith("location:"):
            for around in chain(target):
                number = numbers.node(around)
                roles[number] = roles.get(number, 0) | AROUND
    roles[node] = SELF
    for tag in shared.tags:
        roles[numbers.tag(tag)] = 0
    return [(target, node, role) for target, role in roles.items()]
