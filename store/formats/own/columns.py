"""The columns that a record has in a spreadsheet, of each kind in their order: one list to write and to read by.

A column is named for the field that it holds; `when.edtf` is the part `edtf` of the field `when`. The first column of a
file is `kind`, so that one row says by itself what it is.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from store.refs import KINDS, Kind

KIND = "kind"
"""The column that names the kind of record."""


class Column(NamedTuple):
    """A column: `text` as it is, a `number` in figures, or `json` for what is a list or a table of its own."""

    name: str
    form: Literal["text", "number", "json"]

    @property
    def path(self) -> tuple[str, ...]:
        """The field, and the part of it if it has parts."""
        return tuple(self.name.split("."))


# `#` is a number, `*` is JSON.
_FIRST = "id status"
_LAST = "tags* citations* note marking created modified revision# origin.by origin.tool origin.run external*"
_OWN: dict[Kind, str] = {
    "faction": "names* faction_kind country summary active.edtf active.said active.anchor",
    "person": "names* role summary",
    "location": "names* location_kind within point.lat# point.lon# precision# summary",
    "event": (
        "title summary event_kind codes.ucdp codes.acled codes.cameo when.edtf when.said when.anchor location "
        "where_precision participants* deaths.low# deaths.best# deaths.high# deaths.side_a# deaths.side_b# "
        "deaths.civilians# deaths.unknown# clarity part_of"
    ),
    "quote": (
        "words gist form speaker described_as anonymity why_unnamed speaks_for said.edtf said.said said.anchor place "
        "about* language translation"
    ),
    "claim": (
        "subject predicate object value when.edtf when.said when.anchor text confidence# rank conflicts_with* "
        "reasoning quote"
    ),
    "source": (
        "title source_kind publisher author url published.edtf published.said published.anchor retrieved.edtf "
        "retrieved.said retrieved.anchor reliability terms archive.url archive.sha256"
    ),
}


def _columns(words: str) -> Iterator[Column]:
    for word in words.split():
        name = word.rstrip("#*")
        yield Column(name, "number" if word.endswith("#") else "json" if word.endswith("*") else "text")


COLUMNS: dict[Kind, tuple[Column, ...]] = {kind: tuple(_columns(f"{_FIRST} {_OWN[kind]} {_LAST}")) for kind in KINDS}
"""The columns of each kind after `kind`."""
