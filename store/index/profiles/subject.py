"""The record that a profile is about, with what its sections are made of."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.index.called import cards_then, title_then
from store.index.cards import Card
from store.index.database import Database
from store.index.documents import documents
from store.index.index import Index
from store.index.lookup import node_of
from store.index.reading import Document
from store.index.runs import Run
from store.lens import Lens
from store.refs import Ref
from store.rows import ProfileRow


class Linked(NamedTuple):
    """Records that name the subject: the first of them, and how many there are in all."""

    cards: tuple[Card, ...]
    total: int


class Section(NamedTuple):
    """A heading and its rows; `total` is how many there are in all."""

    heading: str
    rows: tuple[ProfileRow, ...]
    total: int


class Subject:
    """A record in the light of a lens: of what names it, only what the lens's days, span and statuses leave."""

    def __init__(self, index: Index, card: Card, document: Document, lens: Lens) -> None:
        self.card = card
        self.document = document
        self._index = index
        self._lens = Lens(
            about=(card.ref,),
            statuses=lens.statuses,
            since=lens.since,
            until=lens.until,
            as_of=lens.as_of,
            known_by=lens.known_by,
        )

    @property
    def database(self) -> Database:
        """The index that it stands in."""
        return self._index.database

    def linked(self, shelves: Sequence[int], most: int, roles: int = 0) -> Linked:
        """Return what names the subject from these shelves, newest first, without the subject itself."""
        run = Run(self._index, self._lens, shelves, roles=roles)
        found = cards_then(self._index, self._lens, run.nodes(0, most + 1))
        others = tuple(card for card in found.values() if card.node != self.card.node)[:most]
        own = self.card.node in found or (self.card.shelf in shelves and run.position(self.card.node) is not None)
        return Linked(others, run.sizes.all - own)

    def title_of(self, ref: Ref) -> str:
        """Return what a record is called on the lens's day."""
        return title_then(self._index, self._lens, ref)

    def published(self, source: Card) -> bool:
        """Tell whether a source may have been published by the days that the lens looks from."""
        days = (day for day in (self._lens.as_of, self._lens.known_by) if day is not None)
        return source.earliest is None or all(source.earliest <= day for day in days)

    def documents_of(self, linked: Iterable[Card]) -> dict[int, Document]:
        """Return the documents of some cards, by node."""
        return documents(self.database, [card.node for card in linked])

    def cards_of(self, refs: Iterable[Ref]) -> list[Card]:
        """Return the cards of refs in a document; what is missing is called by its ref."""
        return self.cards_at(node_of(self.database, ref) for ref in refs)

    def cards_at(self, nodes: Iterable[int]) -> list[Card]:
        """Return the cards of nodes."""
        return list(cards_then(self._index, self._lens, nodes).values())
