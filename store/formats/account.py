"""The account of an import: what was read, what became of it, what was not taken and why. It adds up."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from store.formats.alike import Alike
from store.formats.found import Column, Skipped
from store.refs import TABLES, Kind, Ref

_ROWS_SHOWN = 20
_NAMES_SHOWN, _FIRST_NAMES = 20, 8
_SKIPS_SHOWN = 10
"""Skipped rows that are told one by one; of more than these those that are alike are told together."""


class Tally(NamedTuple):
    """How many records were new, changed and the same; `kept` of those were the same because a person edited them."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0

    @property
    def total(self) -> int:
        """How many there were."""
        return self.created + self.updated + self.unchanged


class Clash(NamedTuple):
    """A field that a person edited and a later row changed: what the store kept, and what the row says, in brief."""

    line: int
    ref: Ref
    field: str
    kept: str
    row: str


class Account(NamedTuple):
    """What became of a file. `rows` counts the rows' own records; `beside` those that rows share, by kind.

    Of a great many skipped rows and clashes, the first are listed: `skips` and `more_clashes` tell how many there were,
    and how many more; `sorts` are those that were skipped for one reason, the most first. `namesakes` counts new
    records that may be others under the same name, for a person to decide.
    """

    file: str
    encoding: str
    columns: tuple[Column, ...]
    read: int
    rows: Tally
    beside: dict[Kind, Tally]
    skipped: tuple[Skipped, ...]
    skips: int
    cautions: tuple[Alike, ...]
    clashes: tuple[Clash, ...] = ()
    more_clashes: int = 0
    namesakes: int = 0
    sorts: tuple[Alike, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Tell whether every row that was read is accounted for, once."""
        return self.read == self.rows.total + self.skips

    @property
    def changed(self) -> bool:
        """Tell whether the store is another than before."""
        return any(tally.created or tally.updated for tally in (self.rows, *self.beside.values()))

    def lines(self) -> tuple[str, ...]:
        """Return the account as lines of text: the sum, what each column became, what is odd, what was skipped."""
        return (self.sum, *self.tallies(), *self.mapping(), *self.odd())

    @property
    def sum(self) -> str:
        """How many rows there were, and what became of them, on a line."""
        return f"{self.file}: {self.read} rows read = {_told(self.rows)} + {self.skips} skipped"

    def mapping(self) -> tuple[str, ...]:
        """Return what became of each column, on lines."""
        return tuple(_columns(self.columns))

    def odd(self) -> tuple[str, ...]:
        """Return what ought to be looked at, on lines: what is odd, what was not taken, what was kept."""
        return (
            *([f"  may be others under the same name: {self.namesakes}; see `sitroom matches`"] * bool(self.namesakes)),
            *(f"  caution: {caution.what}: {caution.where}" for caution in self.cautions),
            *_first(map(_clash, self.clashes), len(self.clashes) + self.more_clashes, "edits kept"),
            *self._skips(),
        )

    def tallies(self) -> tuple[str, ...]:
        """Return what came of it besides the sum, on lines: records that rows share, edits left alone, the encoding."""
        return (
            *(f"  {_beside(kind)}: {_told(tally)}" for kind, tally in self.beside.items()),
            *([f"  edited by hand and left as they are: {self.rows.kept}"] if self.rows.kept else []),
            *([f"  read as {self.encoding}"] if self.encoding != "utf-8" else []),
        )

    def _skips(self) -> Iterator[str]:
        """Tell of skipped rows: each where they are few, else those together that are alike."""
        if self.skips <= _SKIPS_SHOWN:
            yield from (f"  line {skip.line} skipped: {skip.reason}" for skip in self.skipped)
            return
        shown = self.sorts[:_ROWS_SHOWN]
        yield from (f"  {sort.as_skipped}" for sort in shown)
        if more := self.skips - sum(sort.rows for sort in shown):
            yield f"  and {more} more rows skipped"

    def as_json(self) -> dict[str, Any]:
        """Return the account as plain JSON values."""
        return {
            "file": self.file,
            "encoding": self.encoding,
            "read": self.read,
            "created": self.rows.created,
            "updated": self.rows.updated,
            "unchanged": self.rows.unchanged,
            "kept": self.rows.kept,
            "skips": self.skips,
            "skipped": [{"line": skip.line, "reason": skip.reason} for skip in self.skipped],
            "skipped_by_sort": {sort.what: sort.rows for sort in self.sorts},
            "cautions": [caution._asdict() for caution in self.cautions],
            "clashes": [clash._asdict() for clash in self.clashes],
            "namesakes": self.namesakes,
            "beside": {TABLES[kind]: tally._asdict() for kind, tally in self.beside.items()},
            "columns": {column.name: column.becomes for column in self.columns},
        }


def _beside(kind: Kind) -> str:
    """Name the records that rows share; events among them are not the rows' own."""
    return "events that others are part of" if kind == "event" else TABLES[kind]


def _told(tally: Tally) -> str:
    return f"{tally.created} created + {tally.updated} updated + {tally.unchanged} unchanged"


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    """Say where each column went, those that went to one place on one line."""
    places: dict[str, list[str]] = {}
    for column in columns:
        places.setdefault(column.becomes, []).append(column.name)
    return (f"  {_named(names)} → {becomes}" for becomes, names in places.items())


def _named(names: list[str]) -> str:
    """Return names in a row; of a great many, as all of our own columns are, the first and how many more there are."""
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    return f"{', '.join(names[:_FIRST_NAMES])} and {len(names) - _FIRST_NAMES} more"


def _clash(clash: Clash) -> str:
    return f"  {clash.ref} {clash.field}: kept as edited, {clash.kept}; line {clash.line} says {clash.row}"


def _first(lines: Iterator[str], number: int, what: str) -> Iterator[str]:
    for _, line in zip(range(_ROWS_SHOWN), lines, strict=False):
        yield line
    if number > _ROWS_SHOWN:
        yield f"  and {number - _ROWS_SHOWN} more {what}"
