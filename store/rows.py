"""The light rows that answer a question, and the slices that they come in.

Rows are what panes, formats and the command line see of a situation. They hold text that is ready to show, and are
tuples because a first screen is made of them before any heavier machinery is imported. Two fields are the same in every
row: `statement`, the record that the row rests on (whose citations `s` opens), and `target`, the record that Enter
follows; either may be empty.
"""

from typing import Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from store.refs import Kind, Ref
from store.when import Day, civil
from store.when.civil import MONTHS
from store.when.words import day_words, year_name


class Row(Protocol):
    """What every row answers."""

    @property
    def statement(self) -> Ref:
        """The record that the row rests on."""

    @property
    def target(self) -> Ref:
        """The record that Enter follows."""


RowT = TypeVar("RowT")


class Slice(NamedTuple, Generic[RowT]):
    """Some of the rows of an answer: those from `start` on, of `total` in all."""

    rows: tuple[RowT, ...]
    start: int
    total: int


class IndexRow(NamedTuple):
    """A record in the list of its kind. `touches` counts the records that name it; `mark` is a status not accepted."""

    statement: Ref
    target: Ref
    title: str
    detail: str
    touches: int
    mark: str


class ProfileRow(NamedTuple):
    """One statement about a record: "opposes", "Misrata militias", "2016", "B2".

    `section` is the heading that it stands under; `mark` is a status that is not accepted, or "conflict".
    """

    statement: Ref
    target: Ref
    section: str
    label: str
    text: str
    when: str
    grade: str
    mark: str


class Profile(NamedTuple):
    """A record laid out to be read: who or what it is, and what is stated about it, section by section.

    `counts` says how many there are in all of what is shown in part: `{"Events": 1204}`.
    """

    ref: Ref
    kind: Kind
    title: str
    subtitle: str
    also: tuple[str, ...]
    summary: str
    grade: str
    mark: str
    rows: tuple[ProfileRow, ...]
    counts: dict[str, int]


class TimelineRow(NamedTuple):
    """Something with a time. `when` is the brief phrase, `year` that in which it began ("undated" for none)."""

    statement: Ref
    target: Ref
    kind: Kind
    year: str
    when: str
    title: str
    grade: str
    mark: str
    earliest: Day | None
    latest: Day | None
    edtf: str


class Heading(NamedTuple):
    """What stands over a number of rows: some words, or the day, month or year from `first` to `last`."""

    number: int
    words: str = ""
    first: Day | None = None
    last: Day | None = None

    @property
    def label(self) -> str:
        """What it says. It is put into words when it is shown: a long timeline has thousands of headings."""
        if self.first is None or self.last is None:
            return self.words
        if self.first == self.last:
            return day_words(self.first)
        year, month, _ = civil(self.first)
        return year_name(year) if civil(self.last)[1] != month else f"{MONTHS[month - 1]} {year_name(year)}"


class Bucket(NamedTuple):
    """How many things began within some days, both ends included; `label` names the days: "2016", "Aug 2016"."""

    first: Day
    last: Day
    label: str
    number: int


class PlaceRow(NamedTuple):
    """A place on the map. `standing` says what is known of it on the lens's day.

    `standing` is "held", "contested", "present" or "" (nothing stated); `holders` names by whom. `touches` counts the
    statements of the lens that lie there. `mark` is "conflict" where another account contradicts one of those stated.
    """

    statement: Ref
    target: Ref
    title: str
    location_kind: str
    within: str
    lat: float
    lon: float
    standing: str
    holders: str
    touches: int
    mark: str = ""


class QuoteRow(NamedTuple):
    """What somebody said. `verbatim` tells words as printed from a gist in ours; `unnamed` that it is not said who."""

    statement: Ref
    target: Ref
    words: str
    verbatim: bool
    speaker: str
    unnamed: bool
    when: str
    locator: str
    grade: str
    mark: str


class CitationRow(NamedTuple):
    """One citation of a statement: the source with what is known of it, where in it, and the words cited."""

    statement: Ref
    target: Ref
    title: str
    publisher: str
    published: str
    reliability: str
    credibility: int | None
    locator: str
    words: str
    url: str


class FoundRow(NamedTuple):
    """A record that answers a query. `context` is the text that matched, `matches` the spans in it (start, end).

    `near` tells that it does so only if what was typed is misspelt.
    """

    statement: Ref
    target: Ref
    kind: Kind
    title: str
    detail: str
    context: str
    matches: tuple[tuple[int, int], ...]
    mark: str
    near: bool = False


class NewsRow(NamedTuple):
    """A record that was "added" or "changed": on which `day` (ISO 8601), `by` whom or by which import."""

    statement: Ref
    target: Ref
    kind: Kind
    title: str
    detail: str
    mark: str
    how: str
    day: str
    by: str
    revision: int


class ConflictRow(NamedTuple):
    """Two accounts that cannot both hold, and of what; `why` is "stated" or the rule that found it."""

    statement: Ref
    target: Ref
    about: str
    this: str
    other: str
    why: str


class DisputeRow(NamedTuple):
    """A fact that sources disagree on. `matter` asks for it: "who controlled it"; `why` is as in ConflictRow.

    `versions` names what is told, the preferred or else the newest account's first; `accounts` counts who tells it.
    """

    statement: Ref
    target: Ref
    title: str
    matter: str
    why: str
    versions: tuple[str, ...]
    accounts: int
    when: str


class AccountRow(NamedTuple):
    """One source's version of a disputed fact: what it is, when it held, when it was said, by whom, in which words.

    `disputed` tells that another account of the fact contradicts it; `rank` is "preferred", "deprecated" or "".
    """

    statement: Ref
    target: Ref
    value: str
    held: str
    said: str
    source: str
    locator: str
    grade: str
    sureness: str
    words: str
    reasoning: str
    rank: str
    mark: str
    disputed: bool
    edtf: str


class TieRow(NamedTuple):
    """A tie in the web of an actor or on the way between two: from `near`, called `from_`, to the target, `text`.

    `depth` counts from 1: the steps from the actor that the web is of, or where the way begins.
    """

    statement: Ref
    target: Ref
    depth: int
    near: Ref
    from_: str
    label: str
    text: str
    when: str
    grade: str
    mark: str


class HoldRow(NamedTuple):
    """A hold on a place, seen from one end: the target is the other, `name` its title, `how` "held" or the like."""

    statement: Ref
    target: Ref
    name: str
    how: str
    when: str
    grade: str
    mark: str
    edtf: str


class ChangeRow(NamedTuple):
    """Something that changed between two days.

    `change` is "renamed", "began", "ended", "came and went" or "became known".
    """

    statement: Ref
    target: Ref
    kind: Kind
    change: str
    when: str
    title: str
    grade: str
    mark: str


Group: TypeAlias = Literal["kind", "actor", "place"]
"""By what is counted."""


class FrequencyRow(NamedTuple):
    """How many statements of a lens there are of a kind, or name an actor or a place; `group` says which of these.

    Of a kind there is no target; `kind` is then the kind counted, and else that of the target.
    """

    statement: Ref
    target: Ref
    group: Group
    kind: Kind
    name: str
    detail: str
    number: int
