"""A place: what it lies within, who holds it, what lies in it and happened there."""

from store.index.cards import Card
from store.index.documents import document
from store.index.profiles import sections
from store.index.profiles.own import notes
from store.index.profiles.subject import Section, Subject
from store.index.reading import ref
from store.index.shelves import ASSESSMENT, ESTIMATE, LOCATION, PART, TIE
from store.refs import Ref

_DEEPEST = 32


def location(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a place."""
    around = chain(subject, ref(subject.document, "within"))
    return (
        sections.named("Within", subject, (card.ref for card in around), (card.detail for card in around)),
        sections.holds("Held by", subject),
        sections.records("Places within", subject, LOCATION, PART),
        sections.events("Events here", subject),
        sections.claims(subject, (TIE, ESTIMATE, ASSESSMENT)),
        sections.quotes("Quotes", subject),
        notes(subject),
        sections.sources(subject),
    )


def chain(subject: Subject, place: Ref) -> list[Card]:
    """Return a place and all it lies within, nearest first."""
    found: dict[Ref, Card] = {}
    while place and place not in found and len(found) < _DEEPEST:
        cards = subject.cards_of([place])
        if not cards:
            break
        found[place] = cards[0]
        place = ref(document(subject.database, cards[0].node), "within")
    return list(found.values())
