"""The values that records are made of: names, citations, times, tolls.

All are frozen Pydantic models that refuse fields they do not know. Text is cleaned as it comes in (`store.text`).
"""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from store import refs, when
from store.scales import Credibility
from store.text import clean, one_line


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _on_one_line(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


def _is_ref_of(*kinds: refs.Kind) -> BeforeValidator:
    def check(value: object) -> object:
        if isinstance(value, str) and refs.split(value).kind not in kinds:
            raise ValueError(f"{value!r} is not a {' or '.join(kinds)}")
        return value

    return BeforeValidator(check)


def _writable(value: object) -> object:
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_cleaned)]
"""Text of several lines, safe to show."""
Line = Annotated[str, BeforeValidator(_on_one_line)]
"""Text of one line, safe to show."""
Cell = Annotated[str, BeforeValidator(_writable)]
"""Text kept as it came, short of stray surrogates, which no file can hold. It is not safe to show: clean it first."""
Slug = Annotated[str, Field(pattern=rf"^{refs.SLUG.pattern}$", max_length=120)]
"""A record's id: small letters, digits, single hyphens."""
AnyRef = Annotated[str, BeforeValidator(_on_one_line), _is_ref_of(*refs.KINDS)]
ActorRef = Annotated[str, _is_ref_of(*refs.ACTOR_KINDS)]
LocationRef = Annotated[str, _is_ref_of("location")]
EventRef = Annotated[str, _is_ref_of("event")]
QuoteRef = Annotated[str, _is_ref_of("quote")]
ClaimRef = Annotated[str, _is_ref_of("claim")]
SourceRef = Annotated[str, _is_ref_of("source")]
Language = Annotated[str, Field(pattern=r"^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$")]
"""A BCP 47 tag, as `ar` or `ar-LY`; empty for not said."""
Count = Annotated[int, Field(ge=0)]


class Value(BaseModel):
    """What all values share: they cannot change, and a field nobody knows is refused rather than lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class When(Value):
    """A point or span of time with its uncertainty, as ISO 8601-2 (EDTF).

    `said` keeps the source's own words, and `anchor` is the date (EDTF too) that they are relative to. Empty `edtf` is
    undated: somebody may still have said "once". Everything else is derived, see `store.when`.
    """

    edtf: Line = ""
    said: Line = ""
    anchor: Line = ""

    @field_validator("edtf", "anchor")
    @classmethod
    def _is_edtf(cls, text: str) -> str:
        if text:
            when.parse(text)
        return text

    @property
    def span(self) -> when.Span | None:
        """The days meant; None when undated."""
        return when.parse(self.edtf) if self.edtf else None

    @property
    def phrase(self) -> str:
        """The time as a reader is shown it: "early 2014", "undated"."""
        span = self.span
        return when.phrase(span) if span else "undated"


class Name(Value):
    """One name of a faction, person or place; `when` says from when to when it was borne, where that is known."""

    text: Annotated[Line, Field(min_length=1)]
    language: Language = ""
    kind: Literal["primary", "alias", "abbreviation", "former"] = "primary"
    when: When = When()


LocatorKind: TypeAlias = Literal["paragraph", "page", "line", "row", "cell", "time", "section"]


class Locator(Value):
    """Where in a source: paragraph 4, page 2, line 9, row 12, cell B7, 00:12:30."""

    kind: LocatorKind
    value: Annotated[Line, Field(min_length=1)]


class Citation(Value):
    """Which source says so, where in it, in which words, and how credible that is (Admiralty 1-6)."""

    source: SourceRef
    locator: Locator | None = None
    words: Text = ""
    credibility: Credibility | None = None


class Point(Value):
    """A place on the globe, in degrees north and east (WGS 84)."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]


class Participant(Value):
    """An actor in an event, and what it did there."""

    actor: ActorRef
    role: Line = ""


class Deaths(Value):
    """People killed: the estimate with its bounds, and the parts of it that were told apart.

    `low <= best <= high` is not required: published tolls break it (UCDP GED, 13 rows of 1,000), and `check` tells.
    """

    low: Count | None = None
    best: Count | None = None
    high: Count | None = None
    side_a: Count | None = None
    side_b: Count | None = None
    civilians: Count | None = None
    unknown: Count | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("a toll without a number: leave it out instead")
        return self


class Codes(Value):
    """What the event is in the coding schemes of others."""

    ucdp: Line = ""
    acled: Line = ""
    cameo: Line = ""


class Origin(Value):
    """How the record came to be: by whose hand, or by which tool in which run."""

    by: Literal["human", "import", "extractor"] = "human"
    tool: Line = ""
    run: Line = ""


class Archive(Value):
    """A kept copy of a source, and its SHA-256 in hexadecimal."""

    url: Line = ""
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
