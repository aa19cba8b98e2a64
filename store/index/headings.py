"""The headings of the timeline: years, or months and days where much began.

What stands under a heading began within it, at the earliest. But nothing that is known to the year or to the month
alone stands under a finer heading than that, as if somebody had reported the day: it stands under the year or month.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from store.index.cards import NO_BEGINNING, UNDATED_YEAR
from store.index.index import Index
from store.index.runs import Run
from store.index.schema import OPEN_BEGIN
from store.index.timeline import timeline_run
from store.lens import Lens
from store.rows import Heading
from store.when import Day, civil, ordinal
from store.when.civil import MONTHS, days_in_month
from store.when.words import day_words, year_name

MANY = 40
"""Rows under one heading that are worth finer ones."""
_FEW = 4
"""Rows that finer headings must have on average, or they would be half of what is read."""


class _Part(NamedTuple):
    """What began on a day and is known as exactly: to the day or so, to the month, or no better than to the year."""

    day: Day
    precision: str
    number: int


def headings(index: Index, lens: Lens, *, newest_first: bool) -> tuple[Heading, ...]:
    """Return the headings of the timeline in its order, each with the number of rows under it."""
    run = timeline_run(index, lens)
    found = index.kept(("headings", lens), lambda: tuple(_headings(run)))
    undated = (Heading(UNDATED_YEAR, run.sizes.undated),) if run.sizes.undated else ()
    return (*(found[::-1] if newest_first else found), *undated)


def _headings(run: Run) -> Iterator[Heading]:
    """Yield the headings of what is dated, oldest first."""
    years = [(year, list(days)) for year, days in groupby(run.calendar.counts(), lambda counted: _year(counted[0]))]
    firsts = [day for year, days in years if _is_many(days, 12) for day, _ in days if civil(day)[2] == 1]
    wide = run.reaching(firsts) if firsts else {}
    for year, days in years:
        parts = [part for day, number in days for part in _parts(day, number, wide)]
        for heading, under in groupby(_headed(year, parts), lambda headed: headed._replace(number=0)):
            yield heading._replace(number=sum(part.number for part in under))


def _year(day: Day) -> int | None:
    return None if day == OPEN_BEGIN else civil(day)[0]


def _is_many(days: Sequence[tuple[Day, int]], finer: int) -> bool:
    """Tell whether so much began on some days that finer headings are worth it, of which there are so many at most."""
    total = sum(number for _, number in days)
    return total > MANY and total >= _FEW * min(finer, len(days))


def _parts(day: Day, number: int, wide: dict[Day, Counter[Day]]) -> Iterator[_Part]:
    """Yield what began on a day in the order in which it ended, so that what is known worst comes last."""
    ends = wide.get(day)
    if ends:
        year, month, _ = civil(day)
        month_ends = ordinal(year, month, days_in_month(year, month))
        year_ends = ordinal(year, 12, 31) if month == 1 else None
        of_year = sum(n for end, n in ends.items() if year_ends is not None and end >= year_ends)
        of_month = sum(n for end, n in ends.items() if end >= month_ends) - of_year
        number -= of_month + of_year
    if number:
        yield _Part(day, "day", number)
    if ends and of_month:
        yield _Part(day, "month", of_month)
    if ends and of_year:
        yield _Part(day, "year", of_year)


def _headed(year: int | None, parts: Sequence[_Part]) -> Iterator[Heading]:
    """Yield for each part of what began in a year the heading that it stands under, with the number of the part."""
    if year is None:
        yield from (Heading(NO_BEGINNING, part.number) for part in parts)
        return
    months = {month: list(found) for month, found in groupby(parts, lambda part: civil(part.day)[1])}
    by_month = _is_many([(part.day, part.number) for part in parts], len(months))
    for month, found in months.items():
        by_day = by_month and _is_many([(part.day, part.number) for part in found], len(found))
        for part in found:
            if not by_month or part.precision == "year":
                yield _of_year(year, part.number)
            elif by_day and part.precision == "day":
                yield Heading(day_words(part.day), part.number, part.day, part.day)
            else:
                yield _of_month(year, month, part.number)


def _of_year(year: int, number: int) -> Heading:
    return Heading(year_name(year), number, ordinal(year, 1, 1), ordinal(year, 12, 31))


def _of_month(year: int, month: int, number: int) -> Heading:
    first = ordinal(year, month, 1)
    label = f"{MONTHS[month - 1]} {year_name(year)}"
    return Heading(label, number, first, first + days_in_month(year, month) - 1)
