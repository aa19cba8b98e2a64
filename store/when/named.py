"""A date as prose names it, on its own: `5 August 2016`, `Tuesday`, `last May`, `late last year`, `two months ago`.

A name without a year is of the nearest past, the anchor's own day, month or season included. Texts arrive in small
letters, without commas and dots. Every answer is one EDTF date that can stand in an interval.
"""

import re
from collections.abc import Callable

from store.when.bounds import PARTS_OF_YEAR
from store.when.civil import MONTHS, Day, civil, ordinal, shift_months, weekday
from store.when.days import edtf_of_day, edtf_of_month, edtf_of_year

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}
"""Small numbers as newspapers spell them."""

NUMBER = r"(\d{1,3}|" + "|".join(NUMBERS) + ")"

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = _SEASONS | {
    "early": 37,
    "beginning": 37,
    "start": 37,
    "mid": 38,
    "middle": 38,
    "late": 39,
    "end": 39,
    "first half": 40,
    "second half": 41,
    **{f"{name} quarter": 33 + place for place, name in enumerate(("first", "second", "third", "fourth"))},
    **{f"q{number}": 32 + number for number in range(1, 5)},
    **{f"h{number}": 39 + number for number in range(1, 3)},
}

_YEAR = r"(\d{4}|[1-9]\d{0,3} bce?|ad [1-9]\d{0,3}|last year|this year)"
_NAME = r"([a-z]+)"
_HOURS = r"(?: morning| afternoon| evening| night)?"


def named_date(text: str, anchor: Day) -> str | None:
    """Return the EDTF of a date that is named on its own, or None. May name a day that no calendar has."""
    for pattern, answer in _RULES:
        if found := re.fullmatch(pattern, text):
            edtf = answer(anchor, *found.groups())
            if edtf is not None:
                return edtf
    return None


def number_of(word: str) -> int:
    """Return the value of what `NUMBER` matched."""
    return NUMBERS.get(word) or int(word)


def month_back(anchor: Day, months: int) -> str:
    """Return the EDTF month so many months before the anchor's."""
    year, month, _ = civil(shift_months(anchor, -months))
    return edtf_of_month(year, month)


def month_number(name: str) -> int | None:
    """Return 1-12 for a month's name or the short form of it."""
    return _MONTHS.get(name)


def year_of(text: str, anchor: Day) -> int:
    """Return the astronomical year of what `_YEAR` matched."""
    year = civil(anchor)[0]
    if text in ("this year", "last year"):
        return year if text == "this year" else year - 1
    number = int(text.removeprefix("ad ").split()[0])
    return 1 - number if " bc" in text else number


def nearest_month(anchor: Day, month: int) -> int:
    """Return the year in which a month last began."""
    year, now, _ = civil(anchor)
    return year if month <= now else year - 1


def _year(anchor: Day, year: str) -> str:
    return edtf_of_year(year_of(year, anchor))


def _decade(_: Day, decade: str) -> str:
    return f"{decade}X"


def _month(anchor: Day, name: str, year: str | None = None) -> str | None:
    month = _MONTHS.get(name)
    if month is None:
        return None
    return edtf_of_month(year_of(year, anchor) if year else nearest_month(anchor, month), month)


def _last_month_named(anchor: Day, name: str) -> str | None:
    """Return the latest month of that name that is over."""
    month = _MONTHS.get(name)
    if month is None:
        return None
    year, now, _ = civil(anchor)
    return edtf_of_month(year if month < now else year - 1, month)


def _day_month(anchor: Day, day: str, name: str, year: str | None = None) -> str | None:
    month = _MONTHS.get(name)
    if month is None:
        return None
    of_year = year_of(year, anchor) if year else nearest_month(anchor, month)
    if not year and ordinal(of_year, month, int(day)) > anchor:
        of_year -= 1
    return f"{edtf_of_month(of_year, month)}-{int(day):02}"


def _month_day(anchor: Day, name: str, day: str, year: str | None = None) -> str | None:
    return _day_month(anchor, day, name, year)


def _part(anchor: Day, name: str, year: str) -> str | None:
    number = _PARTS.get(name)
    return None if number is None else f"{edtf_of_year(year_of(year, anchor))}-{number}"


def _winter(_: Day, year: str) -> str:
    return f"{year}-{_SEASONS['winter']}"


def _season(anchor: Day, which: str | None, name: str) -> str | None:
    """Return the latest season of that name that has begun; for the `last` one, that is over."""
    number = _SEASONS.get(name)
    if number is None:
        return None
    first, months = PARTS_OF_YEAR[number]
    year = civil(anchor)[0]
    while shift_months(ordinal(year, first, 1), months if which == "last" else 0) > anchor:
        year -= 1
    return f"{edtf_of_year(year)}-{number}"


def _weekday(anchor: Day, which: str | None, name: str) -> str | None:
    """Return the latest day of that name; for the `last` one, before the anchor."""
    if name not in _WEEKDAYS:
        return None
    back = (weekday(anchor) - _WEEKDAYS.index(name)) % 7
    return edtf_of_day(anchor - (back or (7 if which == "last" else 0)))


def _days_back(days: int) -> Callable[[Day], str]:
    return lambda anchor: edtf_of_day(anchor - days)


def _ago(anchor: Day, number: str, unit: str) -> str:
    count = number_of(number)
    if unit == "day":
        return edtf_of_day(anchor - count)
    if unit == "month":
        return month_back(anchor, count)
    return edtf_of_year(civil(anchor)[0] - count)


_RULES: tuple[tuple[str, Callable[..., str | None]], ...] = (
    (_YEAR, _year),
    (r"(\d{3})0s", _decade),
    (r"today|tonight|this (?:morning|afternoon|evening)", _days_back(0)),
    (rf"yesterday{_HOURS}|last night", _days_back(1)),
    (r"(?:the )?day before yesterday", _days_back(2)),
    (r"last month", lambda anchor: month_back(anchor, 1)),
    (rf"{_NAME}(?: of)? {_YEAR}", _month),
    (_NAME, _month),
    (rf"last {_NAME}", _last_month_named),
    (rf"(\d{{1,2}}) (?:of )?{_NAME}(?: (?:of )?{_YEAR})?", _day_month),
    (rf"{_NAME} (\d{{1,2}})(?: {_YEAR})?", _month_day),
    (r"winter (?:of )?(\d{4})-\d{2,4}", _winter),
    (rf"(?:the )?(.+?)(?:[ -]| of )(?:the year )?{_YEAR}", _part),
    (rf"(?:(this|last) )?{_NAME}", _season),
    (rf"(?:(this|last) )?{_NAME}{_HOURS}", _weekday),
    (rf"{NUMBER} (day|month|year)s? ago", _ago),
)
