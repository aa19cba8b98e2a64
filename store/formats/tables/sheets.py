"""The tables of a file: of a text there is one, of a workbook one a sheet. All others are told of."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from store.formats.found import Found, Item, NotThisFormat, Skipped
from store.formats.given import Given
from store.formats.tables.aligning import aligned
from store.formats.tables.rows import RawRow, Rows, raw_rows
from store.formats.tables.workbook import opened_workbook
from store.text import brief
from store.unpacking import is_workbook

_SEPARATORS = ",;\t|"
_SEPARATOR = re.compile(r'\ufeff?"?sep=([,;\t|])"?\s*', re.IGNORECASE)
_TITLES_AT_MOST = 9
"""Rows above the header that a person may have put there."""
_NAMED_AT_MOST = 3


class Sheet(NamedTuple):
    """A table of a file; `rows` begins at its beginning each time. That of a text has no name."""

    name: str
    rows: Callable[[], Rows]

    def header(self) -> list[str]:
        """Return the cells of the first row; none where that is no row."""
        first = next(self.rows(), None)
        return list(first.cells) if isinstance(first, RawRow) else []


@contextmanager
def sheets_of(given: Given) -> Iterator[list[Sheet]]:
    """Open a file as its tables: at least one; of a workbook all sheets that hold anything."""
    if not is_workbook(given.binary()):
        yield [Sheet("", lambda: aligned(text_rows(given.lines())))]
        return
    with opened_workbook(given.binary()) as book:
        sheets = [Sheet(name, partial(book.rows, name)) for name in book.sheets]
        yield [sheet for sheet in sheets if sheet.header()] or sheets[:1]


def read_sheets(
    sheets: list[Sheet], fits: Callable[[list[str]], bool], read: Callable[[Sheet], Iterator[Item]]
) -> Iterator[Item]:
    """Read all sheets whose first row fits, or else the first: reading that tells what is amiss.

    The first row that is found tells which sheets were not read; what is skipped of several names its sheet.
    """
    if len(sheets) == 1:
        yield from _read(sheets[0], fits, read)
        return
    tables = [sheet for sheet in sheets if fits(sheet.header())] or sheets[:1]
    caution = _unread([sheet.name for sheet in sheets if sheet not in tables])
    for sheet in tables:
        for item in _read(sheet, fits, read):
            if isinstance(item, Found) and caution:
                item = item._replace(cautions=(caution, *item.cautions))
                caution = ""
            elif isinstance(item, Skipped) and len(tables) > 1:
                item = item._replace(reason=f"{sheet.name}: {item.reason}")
            yield item


def _read(sheet: Sheet, fits: Callable[[list[str]], bool], read: Callable[[Sheet], Iterator[Item]]) -> Iterator[Item]:
    try:
        yield from read(sheet)
    except NotThisFormat:
        for row in islice(sheet.rows(), 1, _TITLES_AT_MOST + 1):
            if isinstance(row, RawRow) and fits(row.cells):
                problem = f"not a table that can be read: its columns are named in line {row.line}, not in the first"
                raise NotThisFormat(problem, "take away what stands above them") from None
        raise


def text_rows(lines: Iterator[str]) -> Rows:
    """Return the rows that hold anything. What separates their cells is what the first line holds most of.

    Raises NotThisFormat for what is marked up.
    """
    first: list[str] = []
    for line in lines:
        if named := _SEPARATOR.fullmatch(line):  # as Excel has it, above the header
            return raw_rows(chain([*first, "\n"], lines), named[1])
        first.append(line)
        if line.strip():
            break
    if "".join(first[-1:]).lstrip("\ufeff \t").startswith("<"):
        raise NotThisFormat("not a table: it is XML or a web page", "save its table as CSV or .xlsx")
    # Where all is in one cell, a comma is as good as any.
    return raw_rows(chain(first, lines), max(_SEPARATORS, key="".join(first[-1:]).count))


def _unread(names: list[str]) -> str:
    """Tell which sheets are not read; nothing where all are."""
    named = ", ".join(f"‘{brief(name)}’" for name in names[:_NAMED_AT_MOST])
    more = len(names) - _NAMED_AT_MOST
    rest = f" and {more} more" if more > 0 else ""
    return f"sheets of the workbook that are no such table were not read: {named}{rest}" if named else ""
