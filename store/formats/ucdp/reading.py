"""A GED file read from its first line to its last."""

from collections.abc import Iterable, Iterator

from store.formats.found import Item
from store.formats.tables.date_order import Dates, year_first
from store.formats.tables.reading import Table, read_table
from store.formats.tables.rows import raw_rows
from store.formats.ucdp.columns import MEND, layout
from store.formats.ucdp.event import event

TABLE = Table("UCDP GED", MEND, layout, event, Dates(("date_start", "date_end"), year_first, "year-month-day"))


def read(lines: Iterable[str]) -> Iterator[Item]:
    """Read a GED CSV: first its columns, then every row, found or skipped.

    `lines` are as a file opened with `newline=""` gives them. Blank lines and HXL tags under the header are no rows.
    Raises NotThisFormat before any row.
    """
    return read_table(TABLE, raw_rows(lines))
