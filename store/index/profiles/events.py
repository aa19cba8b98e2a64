"""An event: where, who, how many died, what it is part of, what is said of it."""

from store.index.profiles import sections
from store.index.profiles.locations import chain
from store.index.profiles.own import notes, said_as
from store.index.profiles.subject import Section, Subject
from store.index.reading import Document, line, part, parts, ref, whole
from store.tolls import toll as in_words

_SIDES = (
    ("side_a", "first side"),
    ("side_b", "second side"),
    ("civilians", "civilians"),
    ("unknown", "not known whose"),
)


def event(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of an event."""
    document = subject.document
    place = ref(document, "location")
    participants = parts(document, "participants")
    return (
        sections.named(
            "Where",
            subject,
            (card.ref for card in chain(subject, place)),
            (line(document, "where_precision"),),
        ),
        sections.named(
            "Who",
            subject,
            (ref(participant, "actor") for participant in participants),
            (line(participant, "role") for participant in participants),
        ),
        sections.facts("When", subject, [("said as", said_as(document, "when"))]),
        sections.facts("Toll", subject, toll(part(document, "deaths"))),
        sections.named("Part of", subject, (ref(document, "part_of"),)),
        sections.parts_of("Parts", subject),
        sections.claims(subject),
        sections.quotes("Quotes", subject),
        notes(subject),
        sections.sources(subject),
    )


def toll(deaths: Document) -> list[tuple[str, str]]:
    """Return the dead in words: "12 (10–15)", and the parts that are told apart."""
    told = in_words(*(whole(deaths, name) for name in ("best", "low", "high")))
    sides = ((label, whole(deaths, name)) for name, label in _SIDES)
    return [("deaths", told), *((label, f"{number:,}") for label, number in sides if number)]
