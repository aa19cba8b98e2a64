"""How many things began when: the density strip over the timeline."""

from collections.abc import Iterable, Iterator
from typing import Literal

from store.index.index import Index
from store.index.schema import OPEN_BEGIN
from store.index.timeline import timeline_run
from store.lens import Lens
from store.rows import Bucket
from store.when import Day, civil, ordinal
from store.when.words import SHORT_MONTHS, day_words, year_name, years_words

Unit = Literal["year", "month", "day"]
Days = list[tuple[Day, int]]

_UNITS: tuple[Unit, ...] = ("day", "month", "year")
_ENOUGH = 60
"""Buckets, if the unit may be chosen."""
_DAYS_WORTH_A_BUCKET = 10
_MOST = 4_000
"""Buckets of a unit that was asked for; beyond this the next coarser one is taken."""
_YEARS_AT_ONCE = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def histogram(index: Index, lens: Lens, unit: Unit | None) -> tuple[Bucket, ...]:
    """Return the buckets from the first to the last day on which anything of the lens began, empty ones too.

    What has no beginning is left out. Without a unit the finest is taken that gives 60 buckets or fewer, days only
    where things began on ten different ones, and several years make one if there are more years than that.
    """
    return index.kept(("histogram", lens, unit), lambda: _histogram(_days(index, lens), unit))


def density(index: Index, lens: Lens) -> tuple[Bucket, ...]:
    """Return the histogram of all the time that a lens lets through, whatever days it looks from.

    A span of the lens is shown to its ends, so far as anything began before and after them, in the finest unit that
    gives few enough buckets; what began before it is not counted.
    """
    everything = lens.from_today._replace(since=None, until=None)
    return index.kept(("density", everything, lens.since, lens.until), lambda: _density(index, everything, lens))


def _density(index: Index, everything: Lens, lens: Lens) -> tuple[Bucket, ...]:
    days = _days(index, everything)
    if not days or (lens.since is None and lens.until is None):
        return _histogram(days, None)
    first, last = days[0][0], days[-1][0]
    begin = first if lens.since is None else max(first, lens.since)
    end = last if lens.until is None else min(last, lens.until)
    within = [(day, number) for day, number in days if begin <= day <= end]
    return _filled_to(within, begin, end, ((unit, _ENOUGH) for unit in _UNITS)) if begin <= end else ()


def _histogram(days: Days, unit: Unit | None) -> tuple[Bucket, ...]:
    return _filled_to(days, days[0][0], days[-1][0], _candidates(unit, days)) if days else ()


def _filled_to(days: Days, first: Day, last: Day, candidates: Iterable[tuple[Unit, int]]) -> tuple[Bucket, ...]:
    for unit, most in candidates:
        if _length(unit, first, last) <= most:
            return tuple(_filled(_buckets(unit, first, last), days))
    return tuple(_filled(_spans_of_years(first, last), days))


def _days(index: Index, lens: Lens) -> Days:
    """Return each day on which something began, in order, and how much."""
    return [(day, count) for day, count in timeline_run(index, lens).calendar.counts() if day > OPEN_BEGIN]


def _candidates(unit: Unit | None, days: Days) -> Iterator[tuple[Unit, int]]:
    if unit is None:
        # What is known to the month begins on its first day: a few such days are no reason to count by day.
        yield from ((finest, _ENOUGH) for finest in _UNITS if finest != "day" or len(days) >= _DAYS_WORTH_A_BUCKET)
    else:
        yield from ((coarser, _MOST) for coarser in _UNITS[_UNITS.index(unit) :])


def _length(unit: Unit, first: Day, last: Day) -> int:
    """Return how many buckets of a unit there are from one day to another."""
    if unit == "day":
        return last - first + 1
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    years = last_year - year
    return years + 1 if unit == "year" else years * 12 + last_month - month + 1


def _buckets(unit: Unit, first: Day, last: Day) -> Iterator[Bucket]:
    """Yield empty buckets from the one day to the other."""
    day = first
    while day <= last:
        year, month, _ = civil(day)
        if unit == "day":
            begin, after, label = day, day + 1, day_words(day, SHORT_MONTHS)
        elif unit == "month":
            begin, after = ordinal(year, month, 1), ordinal(year + month // 12, month % 12 + 1, 1)
            label = f"{SHORT_MONTHS[month - 1]} {year_name(year)}"
        else:
            begin, after, label = ordinal(year, 1, 1), ordinal(year + 1, 1, 1), year_name(year)
        yield Bucket(begin, after - 1, label, 0)
        day = after


def _spans_of_years(first: Day, last: Day) -> Iterator[Bucket]:
    """Yield empty buckets of several years each, as few years as give few enough buckets."""
    from_year, to_year = civil(first)[0], civil(last)[0]
    years = to_year - from_year + 1
    at_once = next((step for step in _YEARS_AT_ONCE if years <= step * (_ENOUGH - 1)), years // (_ENOUGH - 1) + 1)
    for year in range(from_year - from_year % at_once, to_year + 1, at_once):
        label = years_words(year, year + at_once - 1, "–")
        yield Bucket(ordinal(year, 1, 1), ordinal(year + at_once, 1, 1) - 1, label, 0)


def _filled(buckets: Iterator[Bucket], days: Days) -> Iterator[Bucket]:
    place = 0
    for bucket in buckets:
        count = 0
        while place < len(days) and days[place][0] <= bucket.last:
            count += days[place][1]
            place += 1
        yield bucket._replace(number=count)
