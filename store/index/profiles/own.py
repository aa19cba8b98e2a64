"""What a record says of itself: its times in the source's own words, what its editors note, how far it may go."""

from store.index.profiles import sections
from store.index.profiles.subject import Section, Subject
from store.index.reading import Document, line, lines, part, prose
from store.when import NotEdtf, parse, phrase


def said_as(document: Document, field: str) -> str:
    """Return how the source puts a time, and from when it counts: "“weeks ago”, counted from August 2016"."""
    when = part(document, field)
    said, anchor = line(when, "said"), line(when, "anchor")
    if not said:
        return ""
    return f"“{said}”, counted from {_words(anchor)}" if anchor else f"“{said}”"


def notes(subject: Subject) -> Section:
    """Return what editors note of a record, and its tags; the note of a source is its summary."""
    note = "" if subject.card.kind == "source" else prose(subject.document, "note")
    tags = ", ".join(lines(subject.document, "tags"))
    return sections.facts("Notes", subject, [("", note), ("tags", tags)])


def marking(document: Document) -> str:
    """Return how far a record may be passed on, as TLP writes it; nothing where that is not limited."""
    marked = line(document, "marking")
    return f"TLP:{marked.upper()}" if marked and marked != "clear" else ""


def _words(edtf: str) -> str:
    try:
        return phrase(parse(edtf))
    except NotEdtf:
        return edtf
