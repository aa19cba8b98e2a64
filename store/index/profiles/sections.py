"""Sections that profiles of several kinds share."""

from collections.abc import Iterable, Sequence

from store.index.cards import Card
from store.index.citing import locator_label
from store.index.profiles.subject import Linked, Section, Subject
from store.index.quotes import speaker_of
from store.index.reading import Document, line, part, parts, prose, ref, whole
from store.index.shelves import (
    ASSESSMENT,
    CLAIMS,
    ESTIMATE,
    EVENT,
    HOLD,
    OBJECT,
    PART,
    QUOTE,
    SUBJECT,
    TIE,
)
from store.predicates import HELD, TIES, from_either_end, spoken
from store.refs import Ref
from store.rows import ProfileRow
from store.scales import estimative, grade
from store.text import one_line

MOST = 50
"""Rows of a section; what is beyond is in the timeline."""
MOST_EVENTS = 12


def ties(subject: Subject, most: int = MOST) -> Section:
    """Return the ties of the subject in both directions, like with like, newest first."""
    return _relations("Ties", subject, TIE, most)


def holds(heading: str, subject: Subject) -> Section:
    """Return the places that the subject holds, or who holds it."""
    return _relations(heading, subject, HOLD)


def estimates(subject: Subject) -> Section:
    """Return what numbers and dates are claimed of the subject, with how sure that is."""
    linked = subject.linked((ESTIMATE,), MOST)
    kept = subject.documents_of(linked.cards)
    rows = tuple(_estimate("Estimates", card, kept[card.node]) for card in linked.cards)
    return Section("Estimates", rows, linked.total)


def assessments(subject: Subject) -> Section:
    """Return what is thought of the subject, in words."""
    linked = subject.linked((ASSESSMENT,), MOST)
    kept = subject.documents_of(linked.cards)
    rows = tuple(
        row_of("Assessments", card, label=_sureness(kept[card.node]), text=_words_of(card, kept[card.node]))
        for card in linked.cards
    )
    return Section("Assessments", rows, linked.total)


def claims(subject: Subject, shelves: Sequence[int] = CLAIMS, roles: int = 0) -> Section:
    """Return the claims of these shelves that name the subject; of one about itself what it says, by its predicate."""
    linked = subject.linked(shelves, MOST, roles)
    kept = subject.documents_of(linked.cards)
    rows = (
        row_of("Claims", card, label=card.detail, text=_own_value(subject, kept[card.node])) for card in linked.cards
    )
    return Section("Claims", tuple(rows), linked.total)


def events(heading: str, subject: Subject, roles: int = 0) -> Section:
    """Return the newest events that name the subject."""
    return _timed(heading, subject.linked((EVENT,), MOST_EVENTS, roles))


def parts_of(heading: str, subject: Subject) -> Section:
    """Return the newest events that are part of the subject."""
    return _timed(heading, subject.linked((EVENT,), MOST, PART))


def records(heading: str, subject: Subject, shelf: int, roles: int = 0) -> Section:
    """Return the records of a shelf that name the subject."""
    return _listed(heading, subject.linked((shelf,), MOST, roles))


def quotes(heading: str, subject: Subject, roles: int = 0) -> Section:
    """Return what was said, and by whom."""
    linked = subject.linked((QUOTE,), MOST, roles)
    kept = subject.documents_of(linked.cards)
    rows = tuple(row_of(heading, card, label=speaker_of(card, kept[card.node])) for card in linked.cards)
    return Section(heading, rows, linked.total)


def sources(subject: Subject) -> Section:
    """Return the sources that the subject itself cites, each once for every grade, with the places cited in it.

    Those that were published after the lens's days are left out.
    """
    cited: dict[tuple[Ref, int | None], list[str]] = {}
    for citation in parts(subject.document, "citations"):
        locators = cited.setdefault((ref(citation, "source"), whole(citation, "credibility")), [])
        locators.append(locator_label(part(citation, "locator")))
    cards = {card.ref: card for card in subject.cards_of(list(dict.fromkeys(source for source, _ in cited)))}
    rows = [
        ProfileRow(
            statement=subject.card.ref,
            target=source,
            section="Sources",
            label="",
            text=" · ".join(filter(None, (cards[source].title, ", ".join(filter(None, dict.fromkeys(locators)))))),
            when=cards[source].phrase,
            grade=grade(cards[source].reliability, credibility),
            mark=cards[source].mark,
        )
        for (source, credibility), locators in cited.items()
        if source in cards and subject.published(cards[source])
    ]
    return Section("Sources", tuple(rows[:MOST]), len(rows))


def named(heading: str, subject: Subject, refs: Iterable[Ref], labels: Iterable[str] = ()) -> Section:
    """Return the records that the subject's own document names, each under a label."""
    rows = []
    told = iter(labels)
    for name in refs:
        label = next(told, "")
        if name:
            rows.append(_named_row(heading, subject, name, label))
    return Section(heading, tuple(rows[:MOST]), len(rows))


def facts(heading: str, subject: Subject, told: Iterable[tuple[str, str]]) -> Section:
    """Return what the subject's own document says in words or numbers: labels and texts; empty texts are left out."""
    rows = tuple(
        ProfileRow(subject.card.ref, "", heading, label, one_line(text), "", "", "") for label, text in told if text
    )
    return Section(heading, rows, len(rows))


def together(heading: str, *parts: Section) -> Section:
    """Return sections as one; what has no label of its own takes the heading it stood under for one."""
    rows = tuple(row._replace(section=heading, label=row.label or part.heading) for part in parts for row in part.rows)
    return Section(heading, rows, sum(part.total for part in parts))


def row_of(section: str, card: Card, *, label: str = "", text: str = "", target: Ref = "") -> ProfileRow:
    """Return the row of a record that states something about the subject; Enter follows it unless a target is given."""
    return ProfileRow(
        statement=card.ref,
        target=target or card.ref,
        section=section,
        label=label,
        text=text or card.title,
        when=card.phrase,
        grade=card.grade,
        mark=card.mark_or_conflict,
    )


def _listed(heading: str, linked: Linked) -> Section:
    return Section(heading, tuple(row_of(heading, card, label=card.detail) for card in linked.cards), linked.total)


def _timed(heading: str, linked: Linked) -> Section:
    """List events by their times: in short in front of what happened, or in full where that would leave out a year."""
    rows = (_dated(heading, card) for card in linked.cards)
    return Section(heading, tuple(rows), linked.total)


def _dated(heading: str, card: Card) -> ProfileRow:
    if card.when == card.when_with_year:
        return row_of(heading, card, label=card.when)._replace(when="")
    return row_of(heading, card)


def _relations(heading: str, subject: Subject, shelf: int, most: int = MOST) -> Section:
    linked = subject.linked((shelf,), most, SUBJECT | OBJECT)
    kept = subject.documents_of(linked.cards)
    rows = [_relation(heading, subject, card, kept[card.node]) for card in linked.cards]
    order = {predicate: place for place, predicate in enumerate((*TIES, *HELD))}
    places = {card.ref: order.get(line(kept[card.node], "predicate"), len(order)) for card in linked.cards}
    return Section(heading, tuple(sorted(rows, key=lambda row: places[row.statement])), linked.total)


def _relation(heading: str, subject: Subject, card: Card, document: Document) -> ProfileRow:
    predicate, doer, done_to = line(document, "predicate"), ref(document, "subject"), ref(document, "object")
    from_subject = doer == subject.card.ref
    forwards, backwards = from_either_end(predicate)
    other = done_to if from_subject else doer
    label = forwards if from_subject else backwards
    return row_of(heading, card, label=label, text=subject.title_of(other), target=other)


def _estimate(heading: str, card: Card, document: Document) -> ProfileRow:
    text = " · ".join(filter(None, (_words_of(card, document), _sureness(document))))
    return row_of(heading, card, label=spoken(line(document, "predicate")), text=text)


def _own_value(subject: Subject, document: Document) -> str:
    return line(document, "value") if ref(document, "subject") == subject.card.ref else ""


def _words_of(card: Card, document: Document) -> str:
    return line(document, "value") or one_line(prose(document, "text")) or card.title


def _sureness(document: Document) -> str:
    confidence = whole(document, "confidence")
    return estimative(confidence) if confidence is not None and confidence <= 100 else ""


def _named_row(heading: str, subject: Subject, name: Ref, label: str) -> ProfileRow:
    return ProfileRow(
        statement=subject.card.ref,
        target=name,
        section=heading,
        label=label,
        text=subject.title_of(name),
        when="",
        grade=subject.card.grade,
        mark="",
    )
