"""A span in words, as much as was reported and no more.

`early 2014`, `about August 2016`, `some day, 17 Jun – 5 Aug 2016`, `since May 2016`.
"""

from store.when.bounds import bounds
from store.when.civil import MONTHS, civil, days_in_month
from store.when.edtf import OPEN, Edge, Range, read
from store.when.reach import outermost
from store.when.span import Span
from store.when.words import (
    PARTS,
    SHORT_MONTHS,
    days_words,
    listed,
    months_words,
    part_of_year,
    season_year,
    year_name,
    years_left_open,
)
from store.when.written import Date

UNDATED = "undated"
"""What is shown where there is no date."""

_MOST_LISTED = 4
_PARTS_OF_A_DATE = {"y": "year", "m": "month", "d": "day"}


def phrase(span: Span | None) -> str:
    """Return one line of English for a span; what has no date is `undated`."""
    if span is None:
        return UNDATED
    shape, members = read(span.edtf)
    if len(members) > _MOST_LISTED:
        lead = f"one of {len(members)} dates" if shape == "within" else f"{len(members)} dates"
        return f"{lead}, {_some_time(outermost(members), in_list=True)}"
    if shape == "throughout":
        return _held(members[0])
    if shape == "each":
        return listed([_held(member, first="all of ") for member in members], "and")
    if len(members) == 1:
        return _some_time(members[0])
    return listed([_some_time(member, in_list=True) for member in members], "or")


def date_words(date: Date) -> str:
    """Return one written date in words, with what its marks say."""
    words = _plain_words(date)
    for parts, whole, partly in ((date.approximate, "about", "approximate"), (date.uncertain, "perhaps", "doubtful")):
        if parts == date.parts:
            words = f"{whole} {words}"
        elif parts:
            words += f" ({' and '.join(_PARTS_OF_A_DATE[part] for part in parts)} {partly})"
    return words


def _plain_words(date: Date) -> str:
    """Return a date in words without its marks."""
    if not date.is_exact:
        return _open_digits(date)
    year = int(date.year)
    if not date.month:
        return year_name(year)
    if date.is_season:
        return part_of_year(int(date.month), season_year(int(date.month), year), PARTS)
    words = f"{MONTHS[int(date.month) - 1]} {year_name(year)}"
    return f"{int(date.day)} {words}" if date.day else words


def _open_digits(date: Date) -> str:
    """Return the words for a date some of whose digits are left open."""
    if not date.month:
        years = years_left_open(date, " – ")
        if date.significant:
            return f"some year, {years}, near {year_name(int(date.year))}"
        return years if years.startswith(("the", "any")) else f"some year, {years}"
    if "X" in date.month + date.day:
        return _open_month_or_day(date)
    years = years_left_open(date, " – ")
    year = years if years.startswith("any") else f"some year of {years}"
    if date.is_season:
        return part_of_year(int(date.month), year, PARTS)
    day = f"{int(date.day)} " if date.day else ""
    return f"{day}{MONTHS[int(date.month) - 1]}, {year}"


def _open_month_or_day(date: Date) -> str:
    first, last = bounds(date)
    kind = "day" if date.day else "month"
    if "X" not in date.year:
        year = year_name(int(date.year))
        if date.month == "XX" and date.day in ("", "XX"):
            return f"some {kind} of {year}"
        if date.month == "XX" and "X" not in date.day:
            return f"day {int(date.day)} of some month of {year}"
        if date.day == "XX" and "X" not in date.month:
            return f"some day of {MONTHS[int(date.month) - 1]} {year}"
    return f"some day, {days_words(first, last)}" if date.day else f"some month, {months_words(first, last)}"


def _held(member: Range, first: str = "") -> str:
    """Return the words for a range that was held from one edge to the other; a single date is only named."""
    begin, end = member
    if isinstance(begin, Date) and isinstance(end, Date):
        return date_words(begin) if begin is end else first + _from_to(begin, end, MONTHS)
    if isinstance(begin, Date):
        since = date_words(begin)
        return f"since {since}" if end == OPEN else f"from {since}, end unknown"
    if isinstance(end, Date):
        until = f"until {date_words(end)}"
        return until if begin == OPEN else f"{until}, start unknown"
    return _without_a_date(begin, end)


def _without_a_date(begin: Edge, end: Edge) -> str:
    if begin == end:
        return "always"
    return "still going on, start unknown" if end == OPEN else "ended, on a day unknown"


def _some_time(member: Range, *, in_list: bool = False) -> str:
    """Return the words for something that was on one day from one edge to the other."""
    begin, end = member
    if isinstance(begin, Date) and isinstance(end, Date):
        if begin is end:
            return date_words(begin)
        lead = "" if in_list else "some day, " if begin.day and end.day else "some time, "
        return lead + _from_to(begin, end, SHORT_MONTHS)
    if isinstance(begin, Date):
        return _or_later(begin)
    return _or_earlier(end) if isinstance(end, Date) else UNDATED


def _from_to(begin: Date, end: Date, months: tuple[str, ...]) -> str:
    """Return `2014 – August 2016`; a month or a year that both have is said once."""
    if begin.is_exact and end.is_exact and not begin.marked and not end.marked:
        if begin.day and end.day:
            return days_words(bounds(begin)[0], bounds(end)[0], months)
        if begin.parts == end.parts == "ym" and not begin.is_season and not end.is_season:
            return months_words(bounds(begin)[0], bounds(end)[0], months)
    return f"{date_words(begin)} – {date_words(end)}"


def _or_earlier(date: Date) -> str:
    """Return `before 2016` for the last day of 2015, or of anything that ends with a year or a month."""
    if not date.is_exact or date.marked:
        return f"{date_words(date)} or earlier"
    year, month, day = civil(bounds(date)[1])
    if (month, day) == (12, 31):
        return f"before {year_name(year + 1)}"
    if day == days_in_month(year, month):
        return f"before {MONTHS[month]} {year_name(year)}"
    return f"{date_words(date)} or earlier"


def _or_later(date: Date) -> str:
    """Return `June 2015 or later`, naming the year or the month that a first day begins."""
    if date.day and date.is_exact and not date.marked:
        year, month, day = civil(bounds(date)[0])
        if (month, day) == (1, 1):
            return f"{year_name(year)} or later"
        if day == 1:
            return f"{MONTHS[month - 1]} {year_name(year)} or later"
    return f"{date_words(date)} or later"
