"""Our own columns, read: a table whose rows say themselves what kind of record they are, or a record a line.

`docs/own.md` has the columns, and how a person may write what is JSON in a cell otherwise.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from store import records
from store.came import noting
from store.documents import Document
from store.errors import InvalidRecord
from store.formats.found import Column, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.given import Given
from store.formats.members import Member, members
from store.formats.own.cells import document
from store.formats.own.columns import COLUMNS, KIND
from store.formats.own.shorthand import in_short, written_out
from store.formats.tables import numbering
from store.formats.tables.cells import ABSENT
from store.formats.tables.header import KEPT, require_each_once
from store.formats.tables.rows import RawRow, Rows
from store.formats.tables.sheets import Sheet, read_sheets, sheets_of
from store.refs import KINDS, TABLES, Kind
from store.text import clean, one_line

SPACE = "csv"
"""Where `external` keeps the columns that are none of ours."""
_MEND = "give it columns `kind` and `id`; `sitroom export csv --kind event` shows what else there may be"
_MEND_LINES = "give each a `kind`; `sitroom export jsonl` shows how such lines look"
_STAMPS = frozenset({"created", "revision", "origin"})
_TOOLS = ("csv", "jsonl")
_SAYS_SO = "the field of that name"
_FIELDS = {kind: {column.name for column in columns} | {KIND, *in_short(kind)} for kind, columns in COLUMNS.items()}
"""The columns of each kind of record, and what may be written in short there."""
_OURS = frozenset[str]().union(*_FIELDS.values())


def overrules(stored: Document, found: Document) -> bool:
    """Tell whether a row replaces what is stored: it knew that revision, or one like it brought all of it."""
    if "revision" in found:
        return bool(found["revision"] == stored.get("revision", 1))
    origin = stored.get("origin", {})
    nothing_else = stored.get("external", {}).keys() <= found.get("external", {}).keys()
    return nothing_else and origin.get("by") == "import" and origin.get("tool") in _TOOLS


def _read_tables(given: Given) -> Iterator[Item]:
    for name, part in given.parts():
        read = partial(_read_sheet, f"{name}: " if name else "")
        with sheets_of(part) as sheets:
            yield from read_sheets(sheets, _is_of_records, read)


def _read_sheet(whose: str, sheet: Sheet) -> Iterator[Item]:
    return _read_table(sheet.rows(), whose)


def _is_of_records(header: list[str]) -> bool:
    return {KIND, "id"} <= {*_names(header)}


def _names(header: list[str]) -> list[str]:
    names = [one_line(cell).removeprefix("\ufeff") or f"column {at}" for at, cell in enumerate(header, 1)]
    return [name.lower() if name.lower() in _OURS else name for name in names]


def _read_table(rows: Rows, whose: str) -> Iterator[Item]:
    header = next(rows, None)
    if header is None or isinstance(header, Skipped):
        raise NotThisFormat(f"{whose}not a table of records: it has no header", _MEND)
    names = _names(header.cells)
    if KIND not in names or "id" not in names:
        raise NotThisFormat(f"{whose}not a table of records: no column ‘{KIND if KIND not in names else 'id'}’", _MEND)
    require_each_once(names, whose)
    yield Heading(tuple(Column(name, _becomes(name)) for name in names))
    for row in rows:
        yield row if isinstance(row, Skipped) else _of_row(names, row, whose)


def _becomes(name: str) -> str:
    if name in numbering.NAMES:
        return numbering.BECOMES
    return _SAYS_SO if name in _OURS else KEPT


def _of_row(names: list[str], row: RawRow, whose: str) -> Found | Skipped:
    if len(row.cells) != len(names):
        return Skipped(row.line, f"{whose}{len(row.cells)} cells, where the header names {len(names)}")
    cells = {name: _cell(name, cell) for name, cell in zip(names, row.cells, strict=True)}
    try:
        kind = _kind(cells[KIND])
        made = document(kind, written_out(kind, cells))
        unknown = {name: cell for name, cell in cells.items() if cell not in ABSENT and name not in _FIELDS[kind]}
        if unknown:
            kept = made.get("external")
            made["external"] = (kept if isinstance(kept, dict) else {}) | {SPACE: unknown}
        found = _found(row.line, kind, made)._replace(cautions=_of_another(kind, unknown))
        if "origin.by" in cells:
            found.entry.document.setdefault("origin", {"by": "human"})
    except (ValueError, InvalidRecord) as error:
        return Skipped(row.line, f"{whose}{one_line(str(error))}")
    # A file that has the column knows which revision it was made from; empty is the first.
    return _copied(found) if "revision" in cells else _written(found)


def _of_another(kind: Kind, unknown: Iterable[str]) -> tuple[str, ...]:
    """Tell of what stands in columns of ours that a record of this kind has not: somebody meant another column."""
    return tuple(
        f"{name}: {TABLES[kind]} have no such field, it is kept in external" for name in unknown if name in _OURS
    )


def _cell(name: str, cell: str) -> str:
    """Return a cell: empty for what R and pandas write for nothing, and for the numbers that they give to rows."""
    text = clean(cell)
    return "" if text in ABSENT or numbering.numbers_rows(name, text) else text


def _read_lines(given: Given) -> Iterator[Item]:
    found = members(given.pieces())
    first = next(found, None)
    if first is None or not isinstance(first.value, dict) or KIND not in first.value:
        raise NotThisFormat("not records line by line: it does not begin with an object that has a ‘kind’", _MEND_LINES)
    yield Heading((Column(KIND, "kind"), Column("all others", _SAYS_SO)))
    yield _of_object(first)
    yield from map(_of_object, found)


def _of_object(member: Member) -> Found | Skipped:
    if not isinstance(member.value, dict):
        return Skipped(member.line, "no record: it is not an object with fields by name")
    fields = dict(member.value)
    try:
        found = _found(member.line, _kind(fields.pop(KIND, "")), fields)
    except (ValueError, InvalidRecord) as error:
        return Skipped(member.line, one_line(str(error)))
    return found if _STAMPS.isdisjoint(fields) else _copied(found)


def _found(line: int, kind: Kind, made: Document) -> Found:
    """Return a record as the store writes it. Raises InvalidRecord."""
    said = {"revision": made["revision"]} if "revision" in made else {}
    return Found(line, Entry(kind, records.write(records.read(kind, made)) | said), ours=True)


def _copied(found: Found) -> Found:
    """Return a record that a store has handed on, with the revision that it was then: where it says none, the first."""
    found.entry.document.setdefault("revision", 1)
    return found


def _written(found: Found) -> Found:
    """Return a record of a sheet, with what it says noted: so it is known what a person changes before the next one."""
    return found._replace(entry=Entry(found.entry.kind, noting(found.entry.document, SPACE)))


def _kind(said: object) -> Kind:
    for kind in KINDS:
        if said == kind:
            return kind
    raise ValueError(f"kind: {said!r} is none of {', '.join(KINDS)}" if said else "kind: is empty")


CSV = Format("csv", _read_tables, SPACE, overrules=overrules)
JSONL = Format("jsonl", _read_lines, overrules=overrules)
