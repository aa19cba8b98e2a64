"""A span in at most thirteen cells, for narrow columns: `5 Aug 2016`, `≈ Aug 2016`, `17 Jun…5 Aug`, `May 2016 –`.

Each span has several ways to be shown, the finest first; the first that fits is taken, so what is short of room is
shown more coarsely (`2014–2016`), never as a day that nobody reported. A dash joins what was held from one edge to the
other, dots what was on some day between. Two dates of one year may go without the year: a timeline has it as a heading.
"""

from collections.abc import Iterable, Iterator

from store.when.bounds import bounds
from store.when.civil import civil, days_in_month
from store.when.edtf import OPEN, Edge, Range, read
from store.when.phrase import UNDATED
from store.when.reach import outermost
from store.when.span import Span
from store.when.words import (
    SHORT_MONTHS,
    SHORT_PARTS,
    part_of_year,
    short_year,
    year_name,
    years_left_open,
    years_words,
)
from store.when.written import Date

CELLS = 13
"""The most cells that `brief` fills, if it is not told otherwise."""
WITH_YEAR = 18
"""Cells in which two dates of one year fit with the year: `17 Jun…15 Aug 2016`."""


def brief(span: Span | None, cells: int = CELLS) -> str:
    """Return at most so many cells for a span; what has no date is `undated`. WITH_YEAR cells never lose a year."""
    if span is None:
        return UNDATED
    shape, members = read(span.edtf)
    if len(members) > 1:
        return _first_that_fits(_set(members, each=shape == "each"), span.edtf, cells)
    member = members[0]
    if shape == "within":
        return _first_that_fits(_some_time(member), span.edtf, cells)
    return _first_that_fits(_held(member), span.edtf, cells)


def _first_that_fits(ways: Iterable[str], edtf: str, cells: int) -> str:
    """Return the first way that fits; failing all, the EDTF itself, cut where it is too long as well."""
    for way in ways:
        if len(way) <= cells:
            return way
    return edtf if len(edtf) <= cells else edtf[: cells - 1] + "…"


def _date(date: Date) -> Iterator[str]:
    """Yield a date by day, by month and by year, as far as it has them, with its marks."""
    for words in _unmarked(date):
        yield _marked(date, words)


def _marked(date: Date, words: str) -> str:
    return f"{'≈ ' if date.approximate else ''}{words}{'?' if date.uncertain else ''}"


def _unmarked(date: Date) -> Iterator[str]:
    if "X" in date.year or date.significant:
        yield years_left_open(date, "…").removeprefix("the ")
        return
    year = year_name(int(date.year))
    if date.is_season:
        yield part_of_year(int(date.month), year, SHORT_PARTS)
    elif date.month and "X" not in date.month:
        month = SHORT_MONTHS[int(date.month) - 1]
        if date.day and "X" not in date.day:
            yield f"{int(date.day)} {month} {year}"
        elif date.day and date.day != "XX":
            first, last = bounds(date)
            yield f"{civil(first)[2]}…{civil(last)[2]} {month}"
        yield f"{month} {year}"
    yield year
    yield short_year(int(date.year))


def _held(member: Range) -> Iterator[str]:
    begin, end = member
    if isinstance(begin, Date) and isinstance(end, Date):
        yield from _date(begin) if begin is end else _from_to(begin, end, "–")
    elif isinstance(begin, Date):
        for words in _date(begin):
            yield f"{words} –" if end == OPEN else f"{words} – ?"
    elif isinstance(end, Date):
        for words in _date(end):
            yield f"– {words}" if begin == OPEN else f"? – {words}"
    else:
        yield _without_a_date(begin, end)


def _without_a_date(begin: Edge, end: Edge) -> str:
    if begin == end:
        return "always"
    return "? –" if end == OPEN else "– ?"


def _some_time(member: Range) -> Iterator[str]:
    begin, end = member
    if isinstance(begin, Date) and isinstance(end, Date):
        yield from _date(begin) if begin is end else _from_to(begin, end, "…")
    elif isinstance(begin, Date):
        for words in _date(_coarser(begin, last=False)):
            yield f"≥ {words}"
    elif isinstance(end, Date):
        for words in _date(_coarser(end, last=True)):
            yield f"≤ {words}"


def _from_to(begin: Date, end: Date, joint: str) -> Iterator[str]:
    """Yield two dates, saying what they share once, then by month, then by year."""
    if begin.is_exact and end.is_exact and begin.month and end.month and _are_in_one_year(begin, end):
        yield from _in_one_year(begin, end, joint)
    begins, ends = list(_date(begin)), list(_date(end))
    for level in range(max(len(begins), len(ends))):
        yield f"{begins[min(level, len(begins) - 1)]}{joint}{ends[min(level, len(ends) - 1)]}"
    if begin.is_exact and end.is_exact:
        years = years_words(int(begin.year), int(end.year), joint)
        yield years
        yield years.replace(",", "")


def _are_in_one_year(begin: Date, end: Date) -> bool:
    """Tell whether two dates are of the same year, or so near that no month between them is met twice."""
    if begin.year == end.year:
        return True
    return begin.month != end.month and bounds(end)[1] - bounds(begin)[0] < 365


def _in_one_year(begin: Date, end: Date, joint: str) -> Iterator[str]:
    """Yield two dates with the year said once, then without it, by day and by month."""
    year = year_name(int(end.year))
    if begin.month == end.month:
        yield from _in_one_month(begin, end, joint, year)
        return
    for first, last in zip(_without_year(begin), _without_year(end), strict=True):
        yield f"{first}{joint}{last} {year}"
        yield f"{first}{joint}{last}"


def _in_one_month(begin: Date, end: Date, joint: str, year: str) -> Iterator[str]:
    """Yield two dates with the month said once; a month, or a season, that both are has nothing between."""
    if begin.day and end.day:
        days = f"{_marked(begin, str(int(begin.day)))}{joint}{_without_year(end)[0]}"
        yield f"{days} {year}"
        yield days
    if not begin.is_season:
        yield f"{SHORT_MONTHS[int(end.month) - 1]} {year}"


def _without_year(date: Date) -> tuple[str, str]:
    """Return the date by day and by month; where it has no day, twice by month."""
    if date.is_season:
        season = _marked(date, SHORT_PARTS[int(date.month)].rstrip("-"))
        return season, season
    month = SHORT_MONTHS[int(date.month) - 1]
    by_month = _marked(date, month)
    return _marked(date, f"{int(date.day)} {month}") if date.day else by_month, by_month


def _coarser(date: Date, *, last: bool) -> Date:
    """Return the month or the year that begins, or ends, on the very day of this date."""
    if not date.day or not date.is_exact or date.marked:
        return date
    year, month, day = civil(bounds(date)[0])
    if (month, day) == ((12, 31) if last else (1, 1)):
        return Date(date.year)
    return Date(date.year, date.month) if day == (days_in_month(year, month) if last else 1) else date


def _set(members: tuple[Range, ...], *, each: bool) -> Iterator[str]:
    """Yield all members if they are few, else from when to when, or how many."""
    if len(members) == 2 and all(isinstance(member.begin, Date) and member.begin is member.end for member in members):
        first, second = (next(_held(member)) for member in members)
        yield f"{first} {'&' if each else 'or'} {second}"
    if each:
        yield f"{len(members)} dates"
        return
    yield from _some_time(outermost(members))
    yield f"1 of {len(members)} dates"
