"""A faction or a person: its ties, what it holds, what is estimated and thought of it, what it says and does."""

from store.index.profiles import sections
from store.index.profiles.own import notes, said_as
from store.index.profiles.subject import Section, Subject
from store.index.shelves import ABOUT, SPEAKER, SPEAKS_FOR


def actor(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a faction or a person."""
    return (
        sections.ties(subject),
        sections.holds("Holds", subject),
        sections.estimates(subject),
        sections.assessments(subject),
        sections.quotes("Quotes by", subject, SPEAKER | SPEAKS_FOR),
        sections.quotes("Quotes about", subject, ABOUT),
        sections.events("Events", subject),
        sections.facts("Active", subject, [("said as", said_as(subject.document, "active"))]),
        notes(subject),
        sections.sources(subject),
    )
