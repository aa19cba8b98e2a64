"""Makes a brief of its material: who and what, what happened, what was said, what is contested, and the sources."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, get_args

from store.brief import naming
from store.brief.brief import Brief, Part, Section, Statement
from store.brief.contesting import contests, matter
from store.brief.material import Material, span_of
from store.brief.numbering import Numbering, RecordOf
from store.predicates import HELD, TIES, from_either_end
from store.records import Claim, Event, Faction, Location, Person, Quote, Record, Source
from store.refs import Ref
from store.scales import Marking
from store.text import one_line
from store.tolls import toll
from store.when import sort_key

MOST = 500
"""Statements of a section, the newest of them; what is beyond is counted."""

RecordT = TypeVar("RecordT", bound=Record)
_ORDER = {predicate: place for place, predicate in enumerate((*TIES, *HELD))}
_HEADINGS = ("Ties", "Holds", "Estimates", "Assessments")


def compose(material: Material) -> Brief:
    """Return the brief; every statement cites its sources by number, and says that it is contested where it is."""
    return _Composer(material).brief()


class _Composer:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._record_of: RecordOf = material.record_of
        self._numbering = Numbering(material.record_of)
        self._contests = contests(material.accounts, material.record_of)
        self._contested = {account.ref for contest in self._contests for account in contest.accounts}
        self._used: dict[Ref, Record] = {}
        self._about: dict[Ref, list[Claim]] = {}
        for claim in material.claims:
            for end in {claim.subject, claim.object or claim.subject}:
                self._about.setdefault(end, []).append(claim)

    def brief(self) -> Brief:
        """Compose all of it, in the order in which it is read: so the sources are numbered in that order."""
        material = self._material
        parts = tuple(self._part(subject) for subject in material.subjects if not isinstance(subject, Claim | Quote))
        named = {part.ref for part in parts}
        others = [claim for claim in material.claims if not named & {claim.subject, claim.object}]
        events = [event for event in material.events if event.ref not in named]
        sections = (
            self._section("What happened", _in_order(events), self._event, material.beyond),
            self._section("What was said", _in_order(material.quotes), self._quote),
            self._section("Also stated", _in_order(others), self._other),
        )
        contested = tuple(matter(contest, self._record_of, self._numbering) for contest in self._contests)
        return Brief(
            title=material.title,
            scope=material.scope,
            marking=_strictest(
                (*self._used.values(), *material.subjects, *material.accounts, *self._numbering.records())
            ),
            parts=parts,
            sections=tuple(section for section in sections if section.statements),
            contested=contested,
            sources=self._numbering.listed(),
        )

    def _part(self, subject: Record) -> Part:
        return Part(
            ref=subject.ref,
            title=naming.title(subject, self._record_of),
            subtitle=" · ".join(filter(None, self._told_of(subject))),
            also=naming.also(subject),
            summary=subject.summary if isinstance(subject, Faction | Person | Location | Event) else subject.note,
            mark=self._mark(subject),
            cited=self._numbering.cited(subject),
            sections=tuple(self._relations(subject.ref, self._about.get(subject.ref, []))),
        )

    def _told_of(self, subject: Record) -> Iterator[str]:
        """Yield what sort of thing a subject is, where, when, and who took part."""
        match subject:
            case Faction():
                yield subject.faction_kind if subject.faction_kind != "other" else ""
                yield naming.title_of(subject.country, self._record_of) if subject.country else ""
            case Person():
                yield subject.role
            case Location():
                yield subject.location_kind
                yield naming.title_of(subject.within, self._record_of) if subject.within else ""
            case Source():
                yield subject.source_kind
                yield subject.publisher
            case Event():
                yield subject.event_kind
                yield from self._circumstances(subject)
        yield naming.time_of(subject)

    def _relations(self, about: Ref, claims: list[Claim]) -> Iterator[Section]:
        """Yield what is claimed of a subject, from its own end: ties, holds, estimates, assessments."""
        by_heading: dict[str, list[Claim]] = {heading: [] for heading in _HEADINGS}
        for claim in sorted(_in_order(claims), key=lambda claim: _ORDER.get(claim.predicate, len(_ORDER))):
            by_heading[_heading(claim)].append(claim)
        for heading, some in by_heading.items():
            if some:
                yield self._section(heading, some, lambda claim: self._relation(claim, about))

    def _section(
        self, heading: str, records: list[RecordT], tell: Callable[[RecordT], Statement], beyond: int = 0
    ) -> Section:
        told = records[-MOST:]
        self._used.update((record.ref, record) for record in told)
        return Section(heading, tuple(map(tell, told)), len(records) - len(told) + beyond)

    def _relation(self, claim: Claim, about: Ref) -> Statement:
        forwards, backwards = from_either_end(claim.predicate)
        if claim.predicate == "assessment":
            return self._other(claim)
        if claim.subject != about:
            return self._statement(claim, backwards, naming.title_of(claim.subject, self._record_of))
        return self._statement(claim, forwards, _with_sureness(claim, naming.value(claim, self._record_of)))

    def _event(self, event: Event) -> Statement:
        aside = ", ".join(filter(None, self._circumstances(event)))
        return self._statement(event, "", f"{event.title} ({aside})" if aside else event.title)

    def _circumstances(self, event: Event) -> Iterator[str]:
        yield naming.title_of(event.location, self._record_of) if event.location else ""
        yield ", ".join(naming.title_of(participant.actor, self._record_of) for participant in event.participants)
        if event.deaths:
            dead = toll(event.deaths.best, event.deaths.low, event.deaths.high)
            yield f"deaths: {dead}" if dead else ""

    def _quote(self, quote: Quote) -> Statement:
        translated = f" [{one_line(quote.translation)}]" if quote.translation else ""
        return self._statement(quote, naming.speaker(quote, self._record_of), naming.said(quote) + translated)

    def _other(self, claim: Claim) -> Statement:
        return self._statement(claim, "", _with_sureness(claim, naming.title(claim, self._record_of)))

    def _statement(self, record: Record, label: str, text: str) -> Statement:
        return Statement(label, text, naming.time_of(record), self._numbering.cited(record), self._mark(record))

    def _mark(self, record: Record) -> str:
        if record.status != "accepted":
            return record.status
        return "contested" if record.ref in self._contested else ""


def _heading(claim: Claim) -> str:
    if claim.predicate in TIES:
        return "Ties"
    if claim.predicate in HELD:
        return "Holds"
    return "Assessments" if claim.predicate == "assessment" else "Estimates"


def _with_sureness(claim: Claim, text: str) -> str:
    return f"{text} ({naming.sure(claim)})" if claim.confidence is not None else text


def _in_order(records: Iterable[RecordT]) -> list[RecordT]:
    """Return records in the order of their times, what is undated last."""
    return sorted(records, key=lambda record: (sort_key(span_of(record), ""), record.ref))


def _strictest(records: Iterable[Record]) -> Marking:
    order: tuple[Marking, ...] = get_args(Marking)
    return max((record.marking for record in records), key=order.index, default="clear")
