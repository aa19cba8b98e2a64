"""The numbers of a workbook as text. Dates are numbers there, which only the cell's style tells (ECMA-376, 18.8.30)."""

import re
from typing import NamedTuple

from store.formats.tables.markup import Element
from store.when.civil import civil, ordinal

_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_THE_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # words, escaped letters and colours in a format
_BEFORE_1900 = ordinal(1899, 12, 30)  # day 60 is 29 February 1900, which never was: right from March 1900 on
_BEFORE_1904 = ordinal(1904, 1, 1)
_LAST = 2_958_465
"""31 December 9999."""


class Formats(NamedTuple):
    """Which styles show a number as a date, and the day that is 0."""

    dates: frozenset[str]
    zero: int


def number_formats(styles: Element | None, since_1904: bool) -> Formats:
    """Return how a workbook's numbers are shown; `styles` is its style sheet."""
    zero = _BEFORE_1904 if since_1904 else _BEFORE_1900
    if styles is None:
        return Formats(frozenset(), zero)
    own = {
        one.attributes.get("numFmtId"): one.attributes.get("formatCode", "")
        for group in styles.of("numFmts")
        for one in group.of("numFmt")
    }
    used = [one.attributes.get("numFmtId", "0") for group in styles.of("cellXfs") for one in group.of("xf")]
    return Formats(frozenset(f"{place}" for place, name in enumerate(used) if _is_date(name, own.get(name))), zero)


def shown(value: str, style: str, formats: Formats) -> str:
    """Return a number as text: `12.5`, `2016`, or as a date `2016-08-05`; as it is where it is none."""
    try:
        number = float(value)
    except ValueError:
        return value
    if style in formats.dates and 0 < number <= _LAST:
        return _date(number, formats.zero)
    if number.is_integer() and abs(number) < 1e15:
        return f"{int(number)}"
    return repr(number)


def _is_date(name: str, code: str | None) -> bool:
    if code is not None:
        return any(letter in "dy" for letter in _NOT_THE_DATE.sub("", code).lower())
    return name.isascii() and name.isdecimal() and int(name) in _BUILT_IN_DATES


def _date(number: float, zero: int) -> str:
    days, seconds = divmod(round(number * 86_400), 86_400)
    year, month, day = civil(zero + days)
    time = f" {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else ""
    return f"{year:04}-{month:02}-{day:02}{time}"
