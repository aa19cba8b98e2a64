"""Which days a written date can stand for: strictly, and with the slack that `~`, `?` and `%` ask for.

Parts of the year (EDTF level 2 numbers): 21-24 spring to winter, read as northern; 25-28 northern; 29-32 southern;
33-36 quarters; 37-39 thirds; 40-41 halves. Seasons are whole months, spring March to May. A winter, and a southern
summer, runs from December into the February of the year after the one it is written with.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from store.when.civil import MONTHS, Day, days_in_month, ordinal, shift_months
from store.when.written import Date, NotEdtf

Bounds = tuple[Day, Day]
"""The earliest and the latest day."""

_QUARTERS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_THIRDS = {37: (1, 4), 38: (5, 4), 39: (9, 4)}
_HALVES = {40: (1, 6), 41: (7, 6)}
_NORTH, _SOUTH = (3, 6, 9, 12), (9, 12, 3, 6)
_SEASONS = {21 + place: (first, 3) for place, first in enumerate(_NORTH + _NORTH + _SOUTH)}
PARTS_OF_YEAR = _SEASONS | _QUARTERS | _THIRDS | _HALVES
"""EDTF number of a part of the year -> its first month and how many months it has."""


@lru_cache(maxsize=4096)
def bounds(date: Date) -> Bounds:
    """Return the first and the last day that fit what is written. Raises `NotEdtf` when the calendar has none."""
    if date.is_exact:
        return _exact(date)
    earliest = _first(date, backwards=False)
    latest = None if earliest is None else _first(date, backwards=True)
    if earliest is None or latest is None:
        raise NotEdtf("-".join(filter(None, date[:3])), "no day of the calendar fits it")
    return earliest, latest


def widened(date: Date) -> Bounds:
    """Return the bounds with the slack of the date's marks.

    The slack is one unit, on each side, of the part that a mark stands at: `2016-08~` may be July or September,
    `2016~-08-05` may be 2015 or 2017, `2004-06-~01` is off by a day at most. Where several parts are marked, the
    coarsest counts. Where the part has an X, the unit is the one that X leaves open: ten years for `201X~`.
    """
    earliest, latest = bounds(date)
    if not date.marked:
        return earliest, latest
    months = _months_of_slack(date)
    if not months:
        return earliest - 1, latest + 1
    return shift_months(earliest, -months), shift_months(latest + 1, months) - 1


def year_pattern(date: Date) -> str:
    """Return the year's digits without its sign, with X for each that is not given or not meant."""
    digits = date.year.lstrip("-")
    if not date.significant:
        return digits
    return digits[: date.significant] + "X" * (len(digits) - date.significant)


def _months_of_slack(date: Date) -> int:
    if date.marked == "d":
        return 1 if "X" in date.day else 0
    if date.marked == "m":
        if date.is_season:
            return PARTS_OF_YEAR[int(date.month)][1]
        return 12 if "X" in date.month else 1
    pattern = year_pattern(date)
    return 12 * 10 ** (len(pattern) - pattern.index("X")) if "X" in pattern else 12


def _exact(date: Date) -> Bounds:
    """Return the days of a date all of whose digits are given."""
    year = int(date.year)
    if not date.month:
        return ordinal(year, 1, 1), ordinal(year, 12, 31)
    month = int(date.month)
    if date.is_season:
        return _edge_of_season(year, month, latest=False), _edge_of_season(year, month, latest=True)
    length = days_in_month(year, month)
    first = ordinal(year, month, 1)
    if not date.day:
        return first, first + length - 1
    if not 1 <= int(date.day) <= length:
        month_name = f"{MONTHS[month - 1]} {date.year}"
        raise NotEdtf("-".join(date[:3]), f"{month_name} has days 01-{length}")
    return (first + int(date.day) - 1,) * 2


def _first(date: Date, *, backwards: bool) -> Day | None:
    """Return the first day that fits, or the last one, looking backwards."""
    for year in _years(date, backwards=backwards):
        if date.is_season:
            return _edge_of_season(year, int(date.month), latest=backwards)
        for month in _fitting(date.month or "XX", 1, 12, backwards=backwards):
            for day in _fitting(date.day or "XX", 1, days_in_month(year, month), backwards=backwards):
                return ordinal(year, month, day)
    return None


def _years(date: Date, *, backwards: bool) -> Iterator[int]:
    pattern = year_pattern(date)
    if not date.year.startswith("-"):
        return _fitting(pattern, 0, 10 ** len(pattern), backwards=backwards)
    return (-year for year in _fitting(pattern, 1, 10 ** len(pattern), backwards=not backwards))


def _fitting(pattern: str, low: int, high: int, *, backwards: bool) -> Iterator[int]:
    """Yield the numbers from `low` to `high` that fit the digits and X, lowest first or highest first."""
    any_digit = "9876543210" if backwards else "0123456789"
    for digits in product(*(any_digit if digit == "X" else digit for digit in pattern)):
        number = int("".join(digits))
        if low <= number <= high:
            yield number


def _edge_of_season(year: int, season: int, *, latest: bool) -> Day:
    month, months = PARTS_OF_YEAR[season]
    first = ordinal(year, month, 1)
    return shift_months(first, months) - 1 if latest else first
