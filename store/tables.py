"""Rows of cells under named columns, for a person to take away: as Markdown, CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from store import markdown
from store.text import clean, escaped_json, one_line

Cell: TypeAlias = str | int | float | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of something to be worked out."""
_MARK = "\ufeff"
"""Tells a spreadsheet that what follows is UTF-8."""


class Table(NamedTuple):
    """Rows, each as long as there are columns; `note` says what they are part of, if they are not all there is."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def as_markdown(table: Table) -> Iterator[str]:
    """Yield a page with a heading and the table, in pieces."""
    yield f"# {markdown.escaped(table.title)}\n\n"
    if table.note:
        yield f"{markdown.escaped(table.note)}\n\n"
    rows = [[_text(cell) for cell in row] for row in table.rows]
    yield from (f"{line}\n" for line in markdown.table(list(table.columns), rows))


def as_csv(table: Table) -> Iterator[str]:
    """Yield the columns' names and the rows (RFC 4180), for spreadsheets.

    Text that one would take for a formula has an apostrophe in front, as OWASP advises: a name that came from outside
    must not be worked out on somebody's machine.
    """
    yield _MARK
    yield _csv_line(table.columns)
    for row in table.rows:
        yield _csv_line([_harmless(cell) for cell in row])


def as_json(table: Table) -> Iterator[str]:
    """Yield an object with the title, the note and the rows, each an object by its columns."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    told = {"title": table.title, "note": table.note, "rows": rows}
    yield escaped_json(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


FORMS: dict[str, Callable[[Table], Iterator[str]]] = {".md": as_markdown, ".csv": as_csv, ".json": as_json}
"""How a table is written, by how a file's name ends."""


def _csv_line(cells: "tuple[str, ...] | list[Cell]") -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = clean(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else one_line(str(cell))
