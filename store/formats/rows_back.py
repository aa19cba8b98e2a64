"""Rows that were brought in go back out cell for cell, from the `external` of the events that they became.

What has been made of a row since does not go with it: it is read again, and what the records say beyond it is told.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from store.documents import Document
from store.formats.csv_lines import csv_lines
from store.formats.handed import ALL_OF_IT, Handed, Losses, Writer
from store.formats.said import Said
from store.formats.tables.cells import BadCell
from store.formats.tables.reading import Reading
from store.refs import KINDS, make

Row: TypeAlias = dict[str, str]

_CHANGED = "not in the row that came in, which goes back as it was"
_FORMULA = re.compile(r"[=+@\t\r]|-(?![0-9.])")


class _Rows(NamedTuple):
    """A table of others: its name, where `external` keeps its rows, and how one is read. That may raise BadCell."""

    title: str
    namespace: str
    reading: Callable[[Row], Reading]


def rows_back(title: str, namespace: str, reading: Callable[[Row], Reading]) -> Writer:
    """Return what hands rows back: the header, then a row an event, in the order of the events' ids."""
    return Writer(partial(_write, _Rows(title, namespace, reading)), made_of="text")


def _write(table: _Rows, handed: Handed, losses: Losses) -> Iterator[bytes]:
    header, said = _gone_through(table, handed, losses)
    yield from csv_lines([header] if header else [])
    yield from csv_lines([row.get(name, "") for name in header] for row in _rows(table, handed))
    _tell_of_the_rest(table, handed, losses, said)


def _rows(table: _Rows, handed: Handed) -> Iterator[Row]:
    for document in handed.of("event"):
        if row := _row(table, document):
            yield row


def _row(table: _Rows, document: Document) -> Row:
    found: Row = document.get("external", {}).get(table.namespace, {})
    return found


def _gone_through(table: _Rows, handed: Handed, losses: Losses) -> tuple[list[str], Said]:
    """Return the names of all columns, and what the rows say of the records that they share."""
    header: list[str] = []
    layouts: set[tuple[str, ...]] = set()
    said = Said()
    formulas = 0
    for document in handed.of("event"):
        row = _row(table, document)
        if not row:
            continue
        if (names := tuple(row)) not in layouts:
            layouts.add(names)
            _merge(header, names)
        formulas += any(map(_FORMULA.match, row.values()))
        own = _read_again(table, row, said)
        for field in own.unsaid(make("event", document["id"]), document):
            losses.note("event", field, _CHANGED)
    if formulas:
        losses.warn(f"{formulas} row{'s' if formulas > 1 else ''} with a cell that a spreadsheet takes for a formula")
    return header, said


def _read_again(table: _Rows, row: Row, said: Said) -> Said:
    """Return what a row says of its own record, and add what it says of others to what is said of them."""
    own = Said()
    try:
        reading = table.reading(row)
    except BadCell:
        return own
    own.add(reading.entry)
    for entry in reading.beside:
        said.add(entry)
    return own


def _tell_of_the_rest(table: _Rows, handed: Handed, losses: Losses, said: Said) -> None:
    for kind in KINDS:
        for document in handed.of(kind):
            ref = make(kind, document["id"])
            if kind == "event" and _row(table, document):
                continue
            if ref not in said:
                losses.note(kind, ALL_OF_IT, f"not from a row of {table.title}")
                continue
            for field in said.unsaid(ref, document):
                losses.note(kind, field, _CHANGED)


def _merge(header: list[str], names: tuple[str, ...]) -> None:
    """Put the names that the header lacks after those that they follow in their own file."""
    place = 0
    for name in names:
        if name in header:
            place = header.index(name) + 1
        else:
            header.insert(place, name)
            place += 1
