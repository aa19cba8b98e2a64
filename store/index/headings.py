"""The headings of the timeline: years, or months and days where much began.

What stands under a heading began within it, at the earliest. But nothing that is known to the year or to the month
alone stands under a finer heading than that, as if somebody had reported the day: it stands under the year or month.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.index.calendar import Calendar
from store.index.cards import NO_BEGINNING, UNDATED_YEAR
from store.index.index import Index
from store.index.runs import Run
from store.index.schema import OPEN_BEGIN
from store.index.timeline import timeline_run
from store.lens import Lens
from store.rows import Heading
from store.when import Day, civil, ordinal
from store.when.civil import days_in_month

MANY = 40
"""Rows under one heading that are worth finer ones."""
_FEW = 4
"""Rows that finer headings must have on average, or they would be half of what is read."""

Ends = dict[Day, Counter[Day]]
"""Of what began on the first of a month: how much of it ends when."""


class _Stretch(NamedTuple):
    """A year or a month, the places in the calendar of the days on which anything began in it, and how much did."""

    first: Day
    last: Day
    begin: int
    end: int
    number: int

    def heading(self, number: int) -> Heading:
        """Return it as the heading of a number of rows."""
        return Heading(number, "", self.first, self.last)


def headings(index: Index, lens: Lens, *, newest_first: bool) -> tuple[Heading, ...]:
    """Return the headings of the timeline in its order, each with the number of rows under it."""
    run = timeline_run(index, lens)
    found = index.kept(("headings", lens), lambda: tuple(_headings(run)))
    undated = (Heading(run.sizes.undated, UNDATED_YEAR),) if run.sizes.undated else ()
    return (*(found[::-1] if newest_first else found), *undated)


def _headings(run: Run) -> Iterator[Heading]:
    """Yield the headings of what is dated, oldest first."""
    found = run.calendar
    unbegun = bisect_right(found.days, OPEN_BEGIN)
    if unbegun:
        yield Heading(found.before[unbegun], NO_BEGINNING)
    years = [(year, _finer(found, year)) for year in _years(found, unbegun)]
    firsts = [month.first for _, months in years for month in months if found.days[month.begin] == month.first]
    ends = run.reaching(firsts) if firsts else {}
    for year, months in years:
        if months:
            yield from (heading for month in months for heading in _in_month(found, year, month, ends))
        else:
            yield year.heading(year.number)


def _years(found: Calendar, begin: int) -> Iterator[_Stretch]:
    while begin < len(found.days):
        year = civil(found.days[begin])[0]
        made = _stretch(found, ordinal(year, 1, 1), ordinal(year, 12, 31), begin)
        yield made
        begin = made.end


def _finer(found: Calendar, year: _Stretch) -> Sequence[_Stretch]:
    """Return the months of a year, if there is much in it."""
    months: list[_Stretch] = []
    begin = year.begin if year.number > MANY else year.end
    while begin < year.end:
        number, month, _ = civil(found.days[begin])
        first = ordinal(number, month, 1)
        months.append(_stretch(found, first, first + days_in_month(number, month) - 1, begin))
        begin = months[-1].end
    return months if _is_many(year.number, len(months)) else ()


def _stretch(found: Calendar, first: Day, last: Day, begin: int) -> _Stretch:
    end = bisect_right(found.days, last, begin)
    return _Stretch(first, last, begin, end, found.before[end] - found.before[begin])


def _is_many(number: int, finer: int) -> bool:
    """Tell whether there is so much that so many finer headings are worth it."""
    return number > MANY and number >= _FEW * finer


def _in_month(found: Calendar, year: _Stretch, month: _Stretch, ends: Ends) -> Iterator[Heading]:
    """Yield the headings in a month: itself or its days, with what is known no better where its first day ends.

    What began on one day is listed in the order in which it ended.
    """
    by_day = _is_many(month.number, month.end - month.begin)
    on_first, of_month, of_year = _on_first_day(found, year, month, ends)
    at = month.begin
    if of_year or (by_day and of_month):
        if by_day:
            yield from _some(Heading(on_first, "", month.first, month.first), month.heading(of_month))
        else:
            yield from _some(month.heading(on_first + of_month))
        yield from _some(year.heading(of_year))
        at += 1
    if not by_day:
        yield from _some(month.heading(found.before[month.end] - found.before[at]))
        return
    for place in range(at, month.end):
        day = found.days[place]
        yield Heading(found.before[place + 1] - found.before[place], "", day, day)


def _on_first_day(found: Calendar, year: _Stretch, month: _Stretch, ends: Ends) -> tuple[int, int, int]:
    """Return how much of what began on the first of a month fills neither month nor year, fills the month, the year."""
    reaching = ends.get(month.first, Counter())
    first = month.first == year.first
    of_year = sum(number for end, number in reaching.items() if first and end >= year.last)
    of_month = sum(number for end, number in reaching.items() if end >= month.last) - of_year
    number = found.before[month.begin + 1] - found.before[month.begin]
    return number - of_month - of_year, of_month, of_year


def _some(*headings: Heading) -> Iterator[Heading]:
    return (heading for heading in headings if heading.number)
