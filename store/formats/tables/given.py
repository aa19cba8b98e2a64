"""The rows of a file that is brought in, whatever kind of table it is: text, a workbook, or the answer of a service."""

import re
from collections.abc import Iterator
from functools import partial

from store.formats.found import Format, Item, NotThisFormat
from store.formats.given import Given
from store.formats.members import members
from store.formats.tables.date_order import Dates, Order, order_in
from store.formats.tables.numbering import without_numbers
from store.formats.tables.objects import LISTS, read_objects
from store.formats.tables.reading import Reading, Table, read_table
from store.formats.tables.sheets import Sheet, read_sheets, sheets_of
from store.unpacking import is_workbook

_ENOUGH = 4_096
"""Characters in which an answer comes to its rows."""
_ANSWER = re.compile(rf'"(?:{"|".join(LISTS)})"\s*:\s*\[')


def of_table(tool: str, namespace: str, table: Table) -> Format:
    """Return a format whose files are tables."""
    return Format(tool, partial(read_given, table), namespace, lambda row: table.reading(row).entry.document)


def head(given: Given) -> str:
    """Return how a file's text begins: enough of it to tell JSON from a table. A workbook has none."""
    found = ""
    if is_workbook(given.binary()):
        return found
    for piece in given.pieces():
        found += piece
        if len(found) > _ENOUGH:
            break
    return found


def read_given(table: Table, given: Given) -> Iterator[Item]:
    """Return the columns of a table of whatever make, then every row. Raises NotThisFormat before any.

    Of a workbook all sheets are read that have the columns.
    """
    begins = head(given)
    if begins.lstrip()[:1] in ("{", "["):
        yield from read_objects(table, members(given.pieces(), LISTS if _ANSWER.search(begins) else ()))
        return
    with sheets_of(given) as sheets:
        yield from read_sheets(sheets, partial(_fits, table), partial(_read_sheet, table))


def _read_sheet(table: Table, sheet: Sheet) -> Iterator[Item]:
    return read_table(without_numbers(_dated(table, sheet), sheet.header()), sheet.rows())


def _fits(table: Table, header: list[str]) -> bool:
    try:
        table.layout(header)
    except NotThisFormat:
        return False
    return True


def _dated(table: Table, sheet: Sheet) -> Table:
    """Return a table that reads its rows with their dates as the data set writes them."""
    order = order_in(sheet.rows(), table.dates.columns) if table.dates else ""
    return table._replace(reading=partial(_reading, table, table.dates, order)) if table.dates and order else table


def _reading(table: Table, dates: Dates, order: Order, row: dict[str, str]) -> Reading:
    """Return what a row says whose dates alone may not tell the day: so what is kept of it tells that."""
    written, told = dates.as_in_the_data(row, order)
    reading = table.reading(written)
    return reading._replace(cautions=(*reading.cautions, told)) if told else reading
