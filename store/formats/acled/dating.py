"""When an event was, from its date and how precise that is."""

import re
from functools import lru_cache
from typing import NamedTuple

from store import when
from store.formats.tables.cells import BadCell, Row, dated, remembered, step
from store.when.civil import MONTHS, Day, civil

_WEEK, _MONTH = 2, 3
_HALF_A_WEEK = 3
_TIME = r"(?:[T ][0-9:.]{1,16}Z?)?"
_YEAR_FIRST = re.compile(rf"(?P<year>[0-9]{{4}})([-/.])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}}){_TIME}")
_DAY_FIRST = re.compile(rf"(?P<day>[0-9]{{1,2}})([-/.])(?P<month>[0-9]{{1,2}})\2(?P<year>[0-9]{{4}}|[0-9]{{2}}){_TIME}")
_WRITTEN = re.compile(r"(?P<day>[0-9]{1,2})[- ](?P<month>[A-Za-z]{3,9})[- ](?P<year>[0-9]{4}|[0-9]{2})")
_OF_NAME = {month[:length].lower(): at for at, month in enumerate(MONTHS, 1) for length in range(3, len(month) + 1)}


class Dating(NamedTuple):
    """The time of an event. `fits` tells whether the row's year agrees."""

    edtf: str
    fits: bool


@remembered(("event_date", "time_precision", "year"), rows=16_384)
def dating(row: Row) -> Dating:
    """Return when the event was: the day, some day of the week around it, or some day of its month."""
    year = row["year"].strip()
    day = _day(row["event_date"], year)
    precision = step(row, "time_precision", 3)
    own_year, month, _ = civil(day)
    fits = not year or year.removesuffix(".0") == f"{own_year}"
    if precision == _MONTH:
        return Dating(f"{own_year:04}-{month:02}", fits)
    around = _HALF_A_WEEK if precision == _WEEK else 0
    return Dating(when.from_days(day - around, day + around, held=False), fits)


def _day(cell: str, year: str) -> Day:
    try:
        return _read(cell.strip(), year[:2])
    except ValueError as error:
        raise BadCell("event_date", cell, str(error)) from None


@lru_cache(maxsize=16_384)
def _read(text: str, century: str) -> Day:
    """Return the day of `2016-08-05`, `05 August 2016`, `5-Aug-16`, `05/08/2016`: ACLED has the day first."""
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text) or _WRITTEN.fullmatch(text)
    if not match:
        raise ValueError("is not a date; write it as year-month-day" if text else "is empty")
    year, month = match["year"], match["month"]
    if len(year) == 2:
        if not century.isdecimal():
            raise ValueError("has a year of two digits, and no column ‘year’ tells the century")
        year = century + year
    number = int(month) if month.isdecimal() else _OF_NAME.get(month.lower(), 0)
    return dated(int(year), number, int(match["day"]))
