"""The account of an import: what was read, what became of it, what was not taken and why. It adds up."""

from typing import Any, NamedTuple

from store.formats.found import Column, Skipped
from store.refs import TABLES, Kind

_LINES_SHOWN = 3


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


class Caution(NamedTuple):
    """What is odd about some rows that were taken all the same: how many, and the lines that the first begin on."""

    what: str
    lines: tuple[int, ...]
    rows: int


class Account(NamedTuple):
    """What became of a file. `rows` counts the rows' own records; `beside` those that rows share, by kind."""

    file: str
    encoding: str
    columns: tuple[Column, ...]
    read: int
    rows: Tally
    beside: dict[Kind, Tally]
    skipped: tuple[Skipped, ...]
    cautions: tuple[Caution, ...]

    @property
    def adds_up(self) -> bool:
        """Tell whether every row that was read is accounted for, once."""
        return self.read == self.rows.total + len(self.skipped)

    @property
    def changed(self) -> bool:
        """Tell whether the store is another than before."""
        return any(tally.created or tally.updated for tally in (self.rows, *self.beside.values()))

    def lines(self) -> tuple[str, ...]:
        """Return the account as lines of text, the sum first."""
        return (
            f"{self.file}: {self.read} rows read = {_told(self.rows)} + {len(self.skipped)} skipped",
            *(f"  {_beside(kind)}: {_told(tally)}" for kind, tally in self.beside.items()),
            *([f"  edited by hand and left as they are: {self.rows.kept}"] if self.rows.kept else []),
            *([f"  read as {self.encoding}"] if self.encoding != "utf-8" else []),
            *(f"  caution: {caution.what}: {_lines_of(caution)}" for caution in self.cautions),
            *(f"  line {skip.line} skipped: {skip.reason}" for skip in self.skipped),
        )

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
            "skipped": [skip._asdict() for skip in self.skipped],
            "cautions": [caution._asdict() for caution in self.cautions],
            "beside": {TABLES[kind]: tally._asdict() for kind, tally in self.beside.items()},
            "columns": {column.name: column.becomes for column in self.columns},
        }


def _beside(kind: Kind) -> str:
    """Name the records that rows share; events among them are not the rows' own."""
    return "events that others are part of" if kind == "event" else TABLES[kind]


def _told(tally: Tally) -> str:
    return f"{tally.created} created + {tally.updated} updated + {tally.unchanged} unchanged"


def _lines_of(caution: Caution) -> str:
    shown = ", ".join(map(str, caution.lines[:_LINES_SHOWN]))
    more = caution.rows - min(len(caution.lines), _LINES_SHOWN)
    return f"line{'s' if caution.rows > 1 else ''} {shown}" + (f" and {more} more" if more else "")
