"""The seven kinds of record, as they are written down in a store.

A record is frozen: a change makes a new one with a higher revision. Refs are checked for form here and for existence by
`store.check`, because records arrive in any order.
"""

from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import AwareDatetime, ConfigDict, Field, ValidationError, model_validator

from store import refs
from store.documents import (
    HOLDS,
    TIES,
    Document,
    FactionKind,
    LocationKind,
    Predicate,
    Rank,
    Status,
    WherePrecision,
)
from store.errors import InvalidRecord
from store.misfit import misfits
from store.scales import Marking, Reliability
from store.values import (
    ActorRef,
    AnyRef,
    Archive,
    Cell,
    Citation,
    ClaimRef,
    Codes,
    Deaths,
    EventRef,
    Language,
    Line,
    LocationRef,
    Name,
    Origin,
    Participant,
    Point,
    QuoteRef,
    Slug,
    Text,
    Value,
    When,
)

Names = Annotated[tuple[Name, ...], Field(min_length=1)]
External: TypeAlias = dict[str, dict[str, Cell]]
"""`{namespace: {column: text}}`: an imported row as it came, so that nothing is lost."""


class Record(Value):
    """What every record has, whatever its kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", revalidate_instances="never")
    kind: ClassVar[refs.Kind]

    id: Slug
    status: Status = "accepted"
    citations: tuple[Citation, ...] = ()
    tags: tuple[Line, ...] = ()
    note: Text = ""
    marking: Marking = "clear"
    created: AwareDatetime | None = None
    modified: AwareDatetime | None = None
    revision: Annotated[int, Field(ge=1)] = 1
    origin: Origin = Origin()
    external: External = {}  # noqa: RUF012  (Pydantic copies a default)

    @property
    def ref(self) -> refs.Ref:
        """`kind:id`, by which other records name this one."""
        return refs.make(self.kind, self.id)


class Faction(Record):
    """A side: a state, an army, an armed group, a tribe, a party, a newspaper."""

    kind = "faction"
    names: Names
    faction_kind: FactionKind = "other"
    country: LocationRef | None = None
    summary: Text = ""
    active: When = When()


class Person(Record):
    """Somebody who has a name."""

    kind = "person"
    names: Names
    role: Line = ""
    summary: Text = ""


class Location(Record):
    """A place: a country, a city, a border, a sea. `precision` is metres around the point (as STIX location has it)."""

    kind = "location"
    names: Names
    location_kind: LocationKind = "site"
    within: LocationRef | None = None
    point: Point | None = None
    precision: Annotated[int, Field(ge=0)] | None = None
    summary: Text = ""


class Event(Record):
    """Something that happened, or went on for a time."""

    kind = "event"
    title: Annotated[Line, Field(min_length=1)]
    summary: Text = ""
    event_kind: Line = ""
    codes: Codes = Codes()
    when: When = When()
    location: LocationRef | None = None
    where_precision: WherePrecision | None = None
    participants: tuple[Participant, ...] = ()
    deaths: Deaths | None = None
    clarity: Literal["precise", "summary"] | None = None
    part_of: EventRef | None = None


class Claim(Record):
    """One account of a fact: a tie, a hold on a place, an estimate, an assessment.

    A predicate of TIES or HOLDS needs an object; the others take a value, or words alone.
    """

    kind = "claim"
    subject: AnyRef
    predicate: Predicate
    object: AnyRef | None = None
    value: Line = ""
    when: When = When()
    text: Text = ""
    confidence: Annotated[int, Field(ge=0, le=100)] | None = None
    rank: Rank = "normal"
    conflicts_with: tuple[ClaimRef, ...] = ()
    reasoning: Text = ""
    quote: QuoteRef | None = None

    @model_validator(mode="after")
    def _says_what_it_claims(self) -> Self:
        if self.object and self.value:
            raise ValueError("a claim has an object or a value, not both")
        if self.predicate in TIES | HOLDS and not self.object:
            raise ValueError(f"{self.predicate!r} needs an object: the ref of whom or what")
        if not (self.object or self.value or self.text):
            raise ValueError("says nothing: give it an object, a value or a text")
        return self


class Quote(Record):
    """What somebody said: `words` as printed, `gist` in ours. `described_as` is how a source names who is unnamed."""

    kind = "quote"
    words: Text = ""
    gist: Text = ""
    form: Literal["direct", "indirect", "mixed"] = "direct"
    speaker: ActorRef | None = None
    described_as: Line = ""
    anonymity: Literal["named", "role", "anonymous", "collective"] = "named"
    why_unnamed: Line = ""
    speaks_for: ActorRef | None = None
    said: When = When()
    place: LocationRef | None = None
    about: tuple[AnyRef, ...] = ()
    language: Language = ""
    translation: Text = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.words or self.gist):
            raise ValueError("says nothing: give it words or a gist")
        return self


class Source(Record):
    """Where statements come from: an article, a data set, a broadcast, a person."""

    kind = "source"
    title: Annotated[Line, Field(min_length=1)]
    source_kind: Literal["article", "dataset", "document", "broadcast", "post", "person"] = "document"
    publisher: Line = ""
    author: Line = ""
    url: Line = ""
    published: When = When()
    retrieved: When = When()
    reliability: Reliability | None = None
    terms: Line = ""
    archive: Archive | None = None


RECORDS: dict[refs.Kind, type[Record]] = {
    model.kind: model for model in (Faction, Person, Location, Event, Quote, Claim, Source)
}


def read(kind: refs.Kind, document: Document) -> Record:
    """Return the record that a document of this kind's table holds.

    Raises InvalidRecord, which names the record, the first field that is wrong, and the reason.
    """
    try:
        return RECORDS[kind].model_validate(document)
    except ValidationError as error:
        raise _told(kind, document, error) from None


def write(record: Record) -> Document:
    """Return the record as the file holds it: JSON values, without what is at its default."""
    return {"id": record.id} | record.model_dump(mode="json", exclude_defaults=True)


def _told(kind: refs.Kind, document: Document, error: ValidationError) -> InvalidRecord:
    first, *others = misfits(document, error)
    return InvalidRecord(f"{kind}:{document.get('id', '?')}", first.field, first.reason, others=len(others))
