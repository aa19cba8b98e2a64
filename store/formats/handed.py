"""What is handed on in a format of others, and what that format could not hold. Nothing is lost without a word."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from store.documents import Document
from store.refs import KIND_OF_TABLE, TABLES, Kind, Ref

ALL_OF_IT = "*"
"""Stands for the field where a record is not handed on at all."""
REJECTED = "rejected"
"""Why what somebody has rejected is not drawn: it would be taken for a fact there."""

_OF_EVERY_RECORD = frozenset({"created", "modified", "revision", "origin"})

Named: TypeAlias = Callable[[Ref], Document | None]
"""Gives the document that a ref names; None where it leads nowhere."""

Called: TypeAlias = Callable[[Ref], str]
"""Gives what a record is called on a day."""
_NAMED = frozenset({"faction", "person", "location"})


def _nobody(_: Ref) -> None:
    """Know no record."""


class Handed(NamedTuple):
    """A situation, or what a lens shows of it. Every table is there, and can be gone through more than once.

    `about` is the header's one document: title, format and so on. `named` gives what a record names. `scope` is the
    lens in words; `called`, where it looks from a day, gives what an actor or a place was called then.
    """

    about: Document
    tables: Mapping[str, Iterable[Document]]
    named: Named = _nobody
    scope: str = ""
    called: Called | None = None

    def of(self, kind: Kind) -> Iterable[Document]:
        """Return the documents of a kind."""
        return self.tables.get(TABLES[kind], ())

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no record in it."""
        return not any(True for documents in self.tables.values() for _ in documents)

    def title(self, ref: Ref) -> str:
        """Return what a record is called on the day: its name or its title; its id where it is called nothing."""
        if self.called and ref.partition(":")[0] in _NAMED:
            return self.called(ref)
        document = self.named(ref) or {}
        names = document.get("names") or [{"text": document.get("title", "")}]
        return names[0]["text"] or ref.partition(":")[2]


class Loss(NamedTuple):
    """A field of a kind that could not be handed on as it is: why, and in how many records."""

    kind: Kind
    field: str
    why: str
    records: int


class Losses:
    """What a format could not hold, counted while it is written."""

    def __init__(self) -> None:
        self._counted: Counter[tuple[Kind, str, str]] = Counter()
        self._warnings: dict[str, None] = {}

    def note(self, kind: Kind, field: str, why: str, records: int = 1) -> None:
        """Note that a field of a record is not handed on as it is."""
        self._counted[kind, field, why] += records

    def warn(self, what: str) -> None:
        """Note what whoever hands this on must know: terms of a source, a marking that the format lacks."""
        self._warnings[what] = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever hands this on must know, each once."""
        return tuple(self._warnings)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was lost, by kind and field."""
        kinds = tuple(KIND_OF_TABLE.values())
        ordered = sorted(self._counted.items(), key=lambda item: (kinds.index(item[0][0]), item[0][1:]))
        return tuple(Loss(*what, records) for what, records in ordered)

    def lines(self) -> tuple[str, ...]:
        """Return what to tell a person: warnings, then what was lost by kind and reason, then what all kinds share."""
        told: dict[tuple[str, str], Counter[str]] = {}
        for kind, field, why, records in sorted(self.losses, key=lambda loss: loss.field in _OF_EVERY_RECORD):
            whose = "of all records" if field in _OF_EVERY_RECORD else kind
            told.setdefault((whose, why), Counter())[field] += records
        return (*self.warnings, *(_line(whose, why, fields) for (whose, why), fields in told.items()))

    def as_json(self) -> dict[str, Any]:
        """Return the same as plain JSON values."""
        return {"warnings": list(self.warnings), "losses": [loss._asdict() for loss in self.losses]}


class Writer(NamedTuple):
    """A format that a situation can be handed on in: gives the file's bytes piece by piece, and counts what is lost.

    `made_of` says what a terminal may be shown of it. A writer gets records that are valid, in the form that the store
    writes; one that takes them `as_stored` gets whatever the store holds. Where each kind can have a file of its own,
    which is text, `of_kind` gives that.
    """

    write: Callable[[Handed, Losses], Iterator[bytes]]
    made_of: Literal["json", "xml", "text", "binary"] = "json"
    as_stored: bool = False
    of_kind: Callable[[Handed, Kind], Iterator[bytes]] | None = None


def _line(whose: str, why: str, fields: Mapping[str, int]) -> str:
    if ALL_OF_IT in fields:
        return f"{whose}: {fields[ALL_OF_IT]} not handed on: {why}"
    return f"{whose}: {', '.join(f'{field} ({records})' for field, records in fields.items())}: {why}"
