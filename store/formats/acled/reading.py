"""A file of ACLED read from its first row to its last, also one that a spreadsheet of another country has saved."""

from collections.abc import Iterator
from functools import partial

from store.formats.acled.columns import MEND, canonical, layout
from store.formats.acled.event import event
from store.formats.found import Item
from store.formats.given import Given
from store.formats.tables.date_order import Order, day_first, order_in
from store.formats.tables.given import read_given
from store.formats.tables.reading import Reading, Table

TABLE = Table("ACLED", MEND, layout, event)
_DATE = "event_date"
_REWRITTEN = "dates are written with the month first, as others in the file tell: they are kept with the day first"


def read(given: Given) -> Iterator[Item]:
    """Return a file's columns, then every row, found or skipped. Raises NotThisFormat before any."""
    order = order_in(given, (_DATE,))
    # ACLED has the day first itself.
    return read_given(TABLE._replace(reading=partial(_dated, order)) if order == "month" else TABLE, given)


def _dated(order: Order, row: dict[str, str]) -> Reading:
    """Return what a row says whose date alone may not tell the day: so its `external` has it as ACLED writes it."""
    dates = {name: day_first(cell, order) for name, cell in row.items() if canonical(name) == _DATE}
    told = any(row[name] != date for name, date in dates.items())
    reading = event(row | dates)
    return reading._replace(cautions=(*reading.cautions, _REWRITTEN)) if told else reading
