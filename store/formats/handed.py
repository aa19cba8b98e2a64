"""What is handed on in a format of others, and what that format could not hold. Nothing is lost without a word."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from store.records import Document
from store.refs import KIND_OF_TABLE, TABLES, Kind


class Handed(NamedTuple):
    """A situation, or what a lens shows of it. Every table is there, and can be gone through more than once.

    `about` is the header's one document: title, format and so on.
    """

    about: Document
    tables: Mapping[str, Iterable[Document]]

    def of(self, kind: Kind) -> Iterable[Document]:
        """Return the documents of a kind."""
        return self.tables.get(TABLES[kind], ())


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
        """Return what to tell a person, warnings first."""
        told = (f"{loss.kind} {loss.field}: {loss.why} ({loss.records})" for loss in self.losses)
        return (*self.warnings, *told)

    def as_json(self) -> dict[str, Any]:
        """Return the same as plain JSON values."""
        return {"warnings": list(self.warnings), "losses": [loss._asdict() for loss in self.losses]}


class Writer(NamedTuple):
    """A format that a situation can be handed on in: gives the file's bytes piece by piece, and counts what is lost."""

    write: Callable[[Handed, Losses], Iterator[bytes]]
