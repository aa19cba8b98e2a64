"""When an event was, from the two dates and two codes of its row."""

from typing import Literal, NamedTuple

from store import when
from store.formats.tables.cells import BadCell, Row, day, remembered, shortened, step
from store.when.civil import civil

_SUMMARY = 2
_DAYS = {1: (1, 1), 2: (2, 6), 3: (7, 7), 4: (8, 31), 5: (32, 1_000_000)}
"""The least and most days from start to end for each `date_prec`."""


class Dating(NamedTuple):
    """The time of an event. `fits` tells whether `date_prec` agrees with the days."""

    edtf: str
    year: int
    clarity: Literal["precise", "summary"]
    fits: bool


@remembered(("date_start", "date_end", "date_prec", "event_clarity"), rows=16_384)
def dating(row: Row) -> Dating:
    """Return when the event was.

    A summary of several events went on throughout; a single one was on some day from the first to the last.
    """
    first, last = day(row, "date_start"), day(row, "date_end")
    if last < first:
        raise BadCell("date_end", row["date_end"], f"is before date_start ‘{shortened(row['date_start'], 40)}’")
    is_summary = step(row, "event_clarity", 2) == _SUMMARY
    least, most = _DAYS[step(row, "date_prec", 5)]
    edtf = when.from_days(first, last, held=is_summary)
    return Dating(edtf, civil(first)[0], "summary" if is_summary else "precise", least <= last - first + 1 <= most)
