"""What stands in a cell for a field, and the field that a cell stands for.

A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula and runs it. Such a text gets one
apostrophe in front, which spreadsheets take for "this is text"; reading takes it away again. A text that is what some
programs write for nothing, such as `NA`, gets one too. One that begins with apostrophes before either gets one more, so
that both ways are exact.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from store.documents import Document
from store.formats.own.columns import COLUMNS, Column
from store.formats.tables.cells import ABSENT
from store.refs import Kind

_MISREAD = re.compile(rf"'*(?:[=+\-@\t\r]|(?:{'|'.join(filter(None, map(re.escape, sorted(ABSENT))))})\Z)")
_CLEANED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What is taken out of a cell that comes in, or that XML has no place for: an imported row in one goes as escapes."""
_NUMBER = re.compile(r"[+-]?[0-9]+")
_DEGREES = ("point.lat", "point.lon")


def cells(kind: Kind, document: Document) -> list[str]:
    """Return the cells of a document's row, `kind` first; empty for what it has not."""
    return [kind, *(_cell(column, document) for column in COLUMNS[kind])]


def document(kind: Kind, row: Mapping[str, str]) -> Document:
    """Return the document of a row's cells by the name of their column; an empty cell is a field left out.

    It is not validated. Raises ValueError, naming the column, for a number that is none and JSON that cannot be read.
    """
    found: Document = {}
    for column in COLUMNS[kind]:
        cell = row.get(column.name, "")
        if not cell:
            continue
        *field, last = column.path
        holder = found.setdefault(field[0], {}) if field else found
        holder[last] = _read(column, cell)
    return found


def neutralised(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula, and nobody for nothing."""
    return f"'{text}" if _MISREAD.match(text) else text


def as_meant(cell: str) -> str:
    """Return the text that was neutralised."""
    return cell[1:] if cell.startswith("'") and _MISREAD.match(cell) else cell


def written(column: Column, document: Document) -> str:
    """Return what a document says in a column, as text; empty if it says nothing there."""
    value = _part(document, column.path)
    if value is None:
        return ""
    return _json(value) if column.form == "json" else f"{value}"


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _CLEANED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _cell(column: Column, document: Document) -> str:
    text = written(column, document)
    return neutralised(text) if column.form == "text" else text


def _part(document: Document, path: tuple[str, ...]) -> object:
    found: Any = document
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _read(column: Column, cell: str) -> object:
    if column.form == "text":
        return as_meant(cell)
    try:
        if column.form == "json":
            return json.loads(cell)
        if column.name in _DEGREES:  # in which a comma can be nothing but that of half the world's spreadsheets
            cell = cell.replace(",", ".")
        return int(cell) if _NUMBER.fullmatch(cell) else float(cell)
    except (ValueError, RecursionError):
        wanted = "JSON" if column.form == "json" else "a number"
        raise ValueError(f"{column.name}: is not {wanted}") from None
