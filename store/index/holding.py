"""Who held a place and when; or what an actor held: holds as spans of time that can be drawn."""

from store.index.cards import Card, card
from store.index.documents import document
from store.index.index import Index
from store.index.profiles.subject import Subject
from store.index.reading import Document, line, ref
from store.index.shelves import HOLD, OBJECT, SUBJECT
from store.lens import Lens
from store.rows import HoldRow
from store.when import Day
from store.when.civil import FUTURE

MOST = 200
"""Holds that are drawn, the newest of them."""

_HOW = {"controls": "held", "contests": "contested", "present-in": "present", "moved-to": "moved there"}
"""How a hold is told, whichever end one looks from."""


def holdings(index: Index, node: int, lens: Lens) -> tuple[HoldRow, ...]:
    """Return the holds on a place, or of an actor, in the light of a lens: other end by other end, each in its order.

    Who, or what, was held first stands first. Nothing for what is neither.
    """
    shown = card(index.database, node)
    if shown is None:
        return ()
    subject = Subject(index, shown, document(index.database, node), lens)
    linked = subject.linked((HOLD,), MOST, SUBJECT | OBJECT)
    kept = subject.documents_of(linked.cards)
    rows = [(_earliest(card), _row(subject, card, kept[card.node])) for card in linked.cards]
    first: dict[str, Day] = {}
    for earliest, row in rows:
        first[row.target] = min(earliest, first.get(row.target, FUTURE))
    rows.sort(key=lambda found: (first[found[1].target], found[1].name, found[0], found[1].statement))
    return tuple(row for _, row in rows)


def _earliest(card: Card) -> Day:
    return FUTURE if card.earliest is None else card.earliest


def _row(subject: Subject, card: Card, document: Document) -> HoldRow:
    holder, place = ref(document, "subject"), ref(document, "object")
    other = place if holder == subject.card.ref else holder
    predicate = line(document, "predicate")
    return HoldRow(
        statement=card.ref,
        target=other,
        name=subject.title_of(other),
        how=_HOW.get(predicate, predicate),
        when=card.phrase,
        grade=card.grade,
        mark=card.mark_or_conflict,
        edtf=card.edtf,
    )
