"""A table read from its header to its last row: a stream, whatever its size."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from store.formats.found import Column, Entry, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.tables.cells import BadCell
from store.formats.tables.date_order import Dates
from store.formats.tables.rows import RawRow, is_tags
from store.text import clean


class Layout(NamedTuple):
    """The columns of a file in its order. `headless` tells that the first row is a row already."""

    columns: tuple[Column, ...]
    headless: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, under which cells are kept."""
        return tuple(column.name for column in self.columns)


class Reading(NamedTuple):
    """What a row says: what it is about, the records beside it, and what is odd about it."""

    entry: Entry
    beside: tuple[Entry, ...] = ()
    cautions: tuple[str, ...] = ()


class Table(NamedTuple):
    """A format whose files are tables.

    `layout` raises NotThisFormat for a header of something else, `reading` BadCell for a row that cannot be taken.
    `dates` are those that a spreadsheet may have written anew.
    """

    title: str
    mend: str
    layout: Callable[[list[str]], Layout]
    reading: Callable[[dict[str, str]], Reading]
    dates: Dates | None = None


def read_table(table: Table, rows: Iterator[RawRow | Skipped]) -> Iterator[Item]:
    """Return a table's columns, then every row, found or skipped. HXL tags under the header are no row.

    Raises NotThisFormat before any row.
    """
    header = next(rows, None)
    if header is None:
        raise NotThisFormat(f"not a {table.title} file: it is empty", table.mend)
    if isinstance(header, Skipped):
        raise NotThisFormat(f"not a {table.title} file: its first line is {header.reason}", table.mend)
    header.cells[0] = header.cells[0].removeprefix("\ufeff")
    layout = table.layout(header.cells)
    names = layout.names
    yield Heading(layout.columns)
    if layout.headless:
        yield _item(table, names, header)
    for number, row in enumerate(rows):
        if isinstance(row, Skipped):
            yield row
        elif number or not is_tags(row.cells):
            yield _item(table, names, row)


def _item(table: Table, names: tuple[str, ...], row: RawRow) -> Found | Skipped:
    if len(row.cells) != len(names):
        return Skipped(row.line, _misfit(len(names), row))
    try:
        entry, beside, cautions = table.reading(_by_name(names, row.cells))
    except BadCell as bad:
        return Skipped(row.line, str(bad))
    return Found(row.line, entry, beside, cautions)


def _by_name(names: tuple[str, ...], row: list[str]) -> dict[str, str]:
    if not "".join(row).isprintable():  # else `clean` would leave every cell as it is
        row = [clean(cell) for cell in row]
    return dict(zip(names, row, strict=True))


def _misfit(columns: int, row: RawRow) -> str:
    lines = f", up to line {row.last_line}" if row.last_line > row.line else ""
    return f"{len(row.cells)} cells{lines}, where the header names {columns}"
