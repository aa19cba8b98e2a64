"""A stretch of time as prose names it: `weeks ago`, `in recent months`, `last week`, `mid-August`.

What happened on one day of the stretch is `[a..b]`; what was held all through it is `a/b`. docs/dates.md gives the
reason for each convention. Texts arrive in small letters, without commas and dots.
"""

import re
from collections.abc import Callable

from store.when.civil import Day, civil, days_in_month, ordinal, shift_months, weekday
from store.when.days import edtf_of_day, edtf_of_month, edtf_of_year
from store.when.named import NUMBER, month_back, month_number, nearest_month, number_of

_UNIT = r"(day|week|month|year)s?"
_AGO = {"day": (7, 2), "week": (56, 7), "month": (6, 2), "year": (10, 2)}
_RECENT = {"day": 7, "week": 1, "month": 6, "year": 5}
_THIRDS = {"early": 1, "beginning": 1, "start": 1, "mid": 11, "middle": 11, "late": 21, "end": 21}


def named_stretch(text: str, anchor: Day) -> str | None:
    """Return the EDTF of a stretch, or None where the words name none. May name a day that no calendar has."""
    for pattern, answer in _RULES:
        if found := re.fullmatch(pattern, text):
            return answer(anchor, *found.groups())
    return None


def _this(anchor: Day, unit: str) -> str:
    """Return the running week (from Monday), month or year, up to the anchor."""
    year, _, day = civil(anchor)
    first = {"year": ordinal(year, 1, 1), "month": anchor - day + 1, "week": anchor - weekday(anchor)}[unit]
    return edtf_of_day(anchor) if first == anchor else f"{edtf_of_day(first)}/{edtf_of_day(anchor)}"


def _last_week(anchor: Day) -> str:
    """Return one day of the week, Monday to Sunday, before the anchor's."""
    monday = anchor - weekday(anchor) - 7
    return _one_of_days(monday, monday + 6)


def _weeks_ago(anchor: Day, number: str) -> str:
    """Return one day of the seven around the day so many weeks before the anchor."""
    middle = anchor - 7 * number_of(number)
    return _one_of_days(middle - 3, middle + 3)


def _some_ago(anchor: Day, unit: str) -> str:
    """Return the stretch that `days ago` to `years ago` is taken to mean."""
    most, least = _AGO[unit]
    if unit in ("day", "week"):
        return _one_of_days(anchor - most, anchor - least)
    if unit == "month":
        return f"[{month_back(anchor, most)}..{month_back(anchor, least)}]"
    year = civil(anchor)[0]
    return f"[{edtf_of_year(year - most)}..{edtf_of_year(year - least)}]"


def _recently(anchor: Day, unit: str) -> str:
    """Return what has been held up to the anchor from about the day, month or year that `recent` reaches back to."""
    back = _RECENT[unit]
    if unit == "day":
        begin = edtf_of_day(anchor - back)
    elif unit == "year":
        begin = edtf_of_year(civil(anchor)[0] - back)
    else:
        begin = month_back(anchor, back)
    return f"{begin}~/{edtf_of_day(anchor)}"


def _past(anchor: Day, number: str | None, unit: str) -> str:
    """Return what has been held for so many days, weeks, months or years up to the anchor."""
    count = number_of(number or "one")
    days = {"day": 1, "week": 7}.get(unit)
    first = anchor - days * count if days else shift_months(anchor, -count * (12 if unit == "year" else 1))
    return f"{edtf_of_day(first)}/{edtf_of_day(anchor)}"


def _third_of_month(anchor: Day, which: str, name: str, year: str | None) -> str | None:
    """Return one day of the 1st to the 10th, the 11th to the 20th, or the 21st to the end of a month."""
    month = month_number(name)
    if month is None:
        return None
    of_year = int(year) if year else nearest_month(anchor, month)
    first = _THIRDS[which]
    last = first + 9 if first < 21 else days_in_month(of_year, month)
    return f"[{edtf_of_month(of_year, month)}-{first:02}..{edtf_of_month(of_year, month)}-{last:02}]"


def _one_of_days(first: Day, last: Day) -> str:
    return f"[{edtf_of_day(first)}..{edtf_of_day(last)}]"


_RULES: tuple[tuple[str, Callable[..., str | None]], ...] = (
    (r"this (week|month|year)", _this),
    (rf"(?:(?:in|over|during|for|within) )?the last (?:{NUMBER} )?{_UNIT}", _past),
    (rf"past (?:{NUMBER} )?{_UNIT}", _past),
    (rf"(?:recent|(?:past|last) few) {_UNIT}", _recently),
    (r"last week", _last_week),
    (rf"{NUMBER} weeks? ago", _weeks_ago),
    (rf"(?:(?:a few|few|several|many) )?{_UNIT} ago", _some_ago),
    (r"(early|beginning|start|mid|middle|late|end)(?:[ -]| of )([a-z]+)(?: (\d{4}))?", _third_of_month),
)
