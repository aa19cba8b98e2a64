"""The numbers of a workbook as text. Dates are numbers there, which only the cell's style tells (ECMA-376, 18.8.30)."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from store.formats.tables.markup import Element
from store.when.civil import civil, ordinal

_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_MONTH_AND_YEAR = 17
_NOT_THE_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # words, escaped letters and colours in a format
_BEFORE_1900 = ordinal(1899, 12, 30)  # day 60 is 29 February 1900, which never was: right from March 1900 on
_BEFORE_1904 = ordinal(1904, 1, 1)
_LAST = 2_958_465
"""31 December 9999."""


Fineness: TypeAlias = Literal["day", "month", "year"]


class Formats(NamedTuple):
    """Which styles show a number as a date, and how finely; and the day that is 0."""

    dates: Mapping[str, Fineness]
    zero: int


def number_formats(styles: Element | None, since_1904: bool) -> Formats:
    """Return how a workbook's numbers are shown; `styles` is its style sheet."""
    zero = _BEFORE_1904 if since_1904 else _BEFORE_1900
    if styles is None:
        return Formats({}, zero)
    own = {
        one.attributes.get("numFmtId"): one.attributes.get("formatCode", "")
        for group in styles.of("numFmts")
        for one in group.of("numFmt")
    }
    used = [one.attributes.get("numFmtId", "0") for group in styles.of("cellXfs") for one in group.of("xf")]
    shown_as = {f"{place}": _fineness(name, own.get(name)) for place, name in enumerate(used)}
    return Formats({style: fineness for style, fineness in shown_as.items() if fineness}, zero)


def shown(value: str, style: str, formats: Formats) -> str:
    """Return a number as text: `12.5`, `2016`, or as a date `2016-08-05`; as it is where it is none."""
    try:
        number = float(value)
    except ValueError:
        return value
    if (fineness := formats.dates.get(style)) and 0 < number <= _LAST:
        return _date(number, formats.zero, fineness)
    if number.is_integer() and abs(number) < 1e15:
        return f"{int(number)}"
    return repr(number)


def _fineness(name: str, code: str | None) -> Fineness | None:
    """Return the finest part of a date that a format shows; nothing for one that shows no date."""
    if code is None:
        is_date = name.isascii() and name.isdecimal() and int(name) in _BUILT_IN_DATES
        return ("month" if int(name) == _MONTH_AND_YEAR else "day") if is_date else None
    letters = set(_NOT_THE_DATE.sub("", code).lower())
    if "d" in letters or letters >= {"y", "h"}:
        return "day"
    return ("month" if "m" in letters else "year") if "y" in letters else None


def _date(number: float, zero: int, fineness: Fineness) -> str:
    """Return a date. Excel makes the first day of August of `2016-08`, and shows Aug-16: it is that month still."""
    days, seconds = divmod(round(number * 86_400), 86_400)
    year, month, day = civil(zero + days)
    if not seconds and day == 1 and (fineness == "month" or (fineness, month) == ("year", 1)):
        return f"{year:04}-{month:02}" if fineness == "month" else f"{year:04}"
    time = f" {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else ""
    return f"{year:04}-{month:02}-{day:02}{time}"
