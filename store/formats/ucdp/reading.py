"""A GED file read from its first line to its last."""

from collections.abc import Iterable, Iterator
from functools import partial

from store.formats.found import Item
from store.formats.given import Given
from store.formats.tables.date_order import Order, order_in, year_first
from store.formats.tables.given import read_given
from store.formats.tables.reading import Reading, Table, read_table
from store.formats.tables.rows import raw_rows
from store.formats.ucdp.columns import MEND, layout
from store.formats.ucdp.event import event

TABLE = Table("UCDP GED", MEND, layout, event)
_DATES = ("date_start", "date_end")
_REWRITTEN = "dates are written with the {} first, as others in the file tell: they are kept as year-month-day"


def read_ged(given: Given) -> Iterator[Item]:
    """Read a file of GED of whatever make, also one whose dates a spreadsheet has written in its country's way.

    Raises NotThisFormat before any row.
    """
    order = order_in(given, _DATES)
    return read_given(TABLE._replace(reading=partial(_dated, order)) if order else TABLE, given)


def _dated(order: Order, row: dict[str, str]) -> Reading:
    """Return what a row says whose dates alone may not tell the day: so its `external` has them as UCDP writes them."""
    dates = {column: year_first(row[column], order) for column in _DATES}
    told = any(row[column] != date for column, date in dates.items())
    reading = event(row | dates)
    return reading._replace(cautions=(*reading.cautions, _REWRITTEN.format(order))) if told else reading


def read(lines: Iterable[str]) -> Iterator[Item]:
    """Read a GED CSV: first its columns, then every row, found or skipped.

    `lines` are as a file opened with `newline=""` gives them. Blank lines and HXL tags under the header are no rows.
    Raises NotThisFormat before any row.
    """
    return read_table(TABLE, raw_rows(lines))
