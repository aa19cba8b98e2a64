"""The profile of any record."""

from collections.abc import Callable

from store.index.called import cards_then
from store.index.cards import Card
from store.index.documents import document
from store.index.index import Index
from store.index.profiles.actors import actor
from store.index.profiles.events import event
from store.index.profiles.locations import chain, location
from store.index.profiles.own import marking
from store.index.profiles.sources import source
from store.index.profiles.statements import claim, quote
from store.index.profiles.subject import Section, Subject
from store.index.reading import line, prose, ref
from store.index.titles import names
from store.lens import Lens
from store.refs import Kind
from store.rows import Profile
from store.text import one_line

_SECTIONS: dict[Kind, Callable[[Subject], tuple[Section, ...]]] = {
    "faction": actor,
    "person": actor,
    "location": location,
    "event": event,
    "claim": claim,
    "quote": quote,
    "source": source,
}
_SUMMARIES: dict[Kind, tuple[str, ...]] = {"claim": ("text",), "quote": ("gist", "translation"), "source": ("note",)}


def profile(index: Index, node: int, lens: Lens) -> Profile:
    """Return the profile of a node whose record is there."""
    shown = cards_then(index, lens, (node,))[node]  # the caller has looked that it is there
    subject = Subject(index, shown, document(index.database, node), lens)
    sections = [section for section in _SECTIONS[shown.kind](subject) if section.rows]
    texts = (prose(subject.document, field) for field in _SUMMARIES.get(shown.kind, ("summary",)))
    return Profile(
        ref=shown.ref,
        kind=shown.kind,
        title=shown.title,
        subtitle=_subtitle(subject),
        also=tuple(name for name in names(subject.document) if name != shown.title),
        summary="\n".join(text for text in texts if text and one_line(text) != shown.title),
        grade=shown.reliability or shown.grade,
        mark=shown.mark_or_conflict,
        rows=tuple(row for section in sections for row in section.rows),
        counts={section.heading: section.total for section in sections if section.total > len(section.rows)},
    )


def _subtitle(subject: Subject) -> str:
    shown = subject.card
    return " · ".join(filter(None, (_sort(shown), _around(subject), *_also_told(subject), marking(subject.document))))


def _sort(shown: Card) -> str:
    """Return what sort of record it is: its kind, and a claim's predicate, or what is closer."""
    if shown.kind == "claim":
        return f"claim · {shown.detail}"
    return shown.kind if shown.kind in ("quote", "source") else shown.detail


def _around(subject: Subject) -> str:
    """Return the country of a faction; of a place the country that it lies in, or else the next place around it."""
    if subject.card.kind != "location":
        return subject.card.near if subject.card.kind == "faction" else ""
    around = chain(subject, ref(subject.document, "within"))
    countries = (place.title for place in around if place.detail == "country")
    return next(countries, subject.card.near)


def _also_told(subject: Subject) -> tuple[str, ...]:
    if subject.card.kind == "source":
        return (line(subject.document, "publisher"), subject.card.phrase)
    return (subject.card.phrase,) if subject.card.kind in ("faction", "event", "quote") else ()
