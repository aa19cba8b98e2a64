"""Spans of time as bars, `░░██████░░`: full where something surely was, light where it only may have been."""

from collections.abc import Iterable
from typing import NamedTuple

from store.when import Day, NotEdtf, civil, parse
from store.when.civil import FUTURE, PAST
from store.when.cover import Days, cover
from store.when.words import SHORT_MONTHS, day_words, short_year, year_name

SURE, MAY, NOT = "█", "░", " "
_MARGIN = 30
"""Days left free beside an end that is open, so that it is seen to go on."""
_FEW_MONTHS = 1_000
"""Days of an axis whose ends are told by their months: a year would be as wide as what is told apart on it."""

_FEW_DAYS = 62
"""Days of an axis whose ends are told by the day: by their months they might be told alike."""


class Axis(NamedTuple):
    """The days that bars are drawn over, both counted, and the cells they have."""

    first: Day
    last: Day
    width: int

    def cell(self, column: int) -> Days:
        """Return the days of a cell: at least one."""
        length = self.last - self.first + 1
        begin = self.first + column * length // self.width
        return begin, max(begin, self.first + (column + 1) * length // self.width - 1)

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last day as labels: years, or months or days where there are but few of them."""
        return self._label(self.first), self._label(self.last)

    def _label(self, day: Day) -> str:
        year, month, _ = civil(day)
        if self.last - self.first > _FEW_MONTHS:
            return short_year(year)
        if self.last - self.first > _FEW_DAYS:
            return f"{SHORT_MONTHS[month - 1]} {year_name(year)}"
        return day_words(day, SHORT_MONTHS)


def axis(edtfs: Iterable[str], width: int) -> Axis | None:
    """Return an axis for all of these spans in so many cells; None where none of them has a date."""
    runs = [run for edtf in edtfs for run in _may(edtf)]
    known = [day for run in runs for day in run if PAST < day < FUTURE]
    if not known or width < 1:
        return None
    first, last = min(known), max(known)
    margin = max(_MARGIN, (last - first) // 10)
    opens = any(run[0] <= PAST for run in runs)
    goes_on = any(run[1] >= FUTURE for run in runs)
    return Axis(first - margin * opens, last + margin * goes_on, width)


def bar(edtf: str, axis: Axis) -> str:
    """Return the bar of a span, as wide as the axis; blank for what is undated."""
    may = _may(edtf)
    must = cover(parse(edtf)).must if may else ()
    cells = (axis.cell(column) for column in range(axis.width))
    return "".join(SURE if _meets(must, days) else MAY if _meets(may, days) else NOT for days in cells)


def _may(edtf: str) -> tuple[Days, ...]:
    try:
        return cover(parse(edtf)).may if edtf else ()
    except NotEdtf:
        return ()


def _meets(runs: tuple[Days, ...], days: Days) -> bool:
    return any(first <= days[1] and last >= days[0] for first, last in runs)
