"""A source: who published it and when, how far it is to be relied on, and all that rests on it."""

from store.index.profiles import sections
from store.index.profiles.own import notes, said_as
from store.index.profiles.subject import Section, Subject
from store.index.reading import line, part
from store.index.shelves import CLAIMS, FACTION, LOCATION, PERSON, SOURCE
from store.scales import RELIABILITY


def source(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a source."""
    document, reliability = subject.document, subject.card.reliability
    told = f"{reliability}, {RELIABILITY[reliability]}" if reliability else ""
    return (
        sections.facts(
            "Published",
            subject,
            [
                ("publisher", line(document, "publisher")),
                ("author", line(document, "author")),
                ("when", subject.card.phrase),
                ("said as", said_as(document, "published")),
                ("address", line(document, "url")),
                ("terms", line(document, "terms")),
                ("kept at", line(part(document, "archive"), "url")),
            ],
        ),
        sections.facts("Reliability", subject, [("", told)]),
        sections.events("Events", subject),
        sections.claims(subject, CLAIMS),
        sections.quotes("Quotes", subject),
        sections.records("Factions", subject, FACTION),
        sections.records("People", subject, PERSON),
        sections.records("Places", subject, LOCATION),
        sections.records("Other sources", subject, SOURCE),
        notes(subject),
        sections.sources(subject),
    )
