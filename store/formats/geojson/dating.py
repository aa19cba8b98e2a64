"""When a feature was, as the many makers of maps write it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from store import when
from store.formats.plain_values import date_in, is_edtf

DATES = ("date", "when", "event_date", "datetime", "start_date", "start", "begin")
ENDS = ("end_date", "end", "until")

_ISO = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ].*)?")
_SLASHED = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})(?:[T ].*)?")
"""As GDAL has written dates."""
_WRITTEN = re.compile(r"(?:[0-9]{1,2}[ -][A-Z][a-z]{2,8}[ -]|[A-Z][a-z]{2,8} [0-9]{1,2}, )[0-9]{4}")
"""As ACLED has: 24 February 2022."""
_ANY_DAY = 1
"""What is written so does not hang on the day that it is read on."""
_MILLISECONDS = range(-6 * 10**12, 6 * 10**12)
"""From 1779 to 2160: how ArcGIS writes a moment."""
_FEWEST = 10**11
"""Milliseconds from 1970 that cannot be seconds: days from late 1966 to early 1973 are told rather than guessed."""
_NO_DATE = "its date is not read: write it as 2016-08-05"
_NO_END = "its end is left out: it is no date, or not after the beginning"


def time_of(by_name: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return the time that a feature tells, as EDTF, and what is odd about it."""
    told = [by_name.get(name) for name in DATES]
    start = next(filter(None, map(_date, told)), "")
    ends = [value for name in ENDS if (value := by_name.get(name))]
    if not start:
        return "", (_NO_DATE,) if any(told) else ()
    if not ends:
        return start, ()
    stop = next(filter(None, map(_date, ends)), "")
    if stop == start:
        return start, ()
    whole = f"{start}/{stop}" if stop else ""
    return (whole, ()) if whole and is_edtf(whole) else (start, (_NO_END,))


def _date(value: object) -> str:
    """Return a day, a month or a year as EDTF; nothing for what is none, or could be read in two ways."""
    if isinstance(value, int) and value in _MILLISECONDS and abs(value) >= _FEWEST:
        return f"{datetime.fromtimestamp(value / 1000, UTC):%Y-%m-%d}"
    told = value.strip() if isinstance(value, str) else ""
    if slashed := _SLASHED.fullmatch(told):
        told = "-".join(slashed.groups())
    if _WRITTEN.fullmatch(told):
        return when.resolve(told.replace("-", " "), _ANY_DAY) or ""
    return date_in(told, _ISO)
