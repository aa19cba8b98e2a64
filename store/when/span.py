"""A span: what an EDTF text says about when something began and ended, in whole days.

`parse` is on the way to the first frame and may be called for every record of a store: plain dates take a short cut.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from store.when.bounds import Bounds, bounds
from store.when.civil import Day, days_in_month, ordinal
from store.when.edtf import Shape, read
from store.when.reach import reaches, whole
from store.when.written import Date

Precision = Literal["day", "days", "week", "month", "season", "year", "decade", "century", "open"]
"""How many days lie from the earliest to the latest: 1; 2-6; 7; 8-31; up to 364; a year; up to ten years; more; no
bound on one side. UCDP's codes 1 to 5 are day, days, week, month and all that is longer."""

_STEPS: tuple[tuple[int, Precision], ...] = (
    (1, "day"),
    (6, "days"),
    (7, "week"),
    (31, "month"),
    (364, "season"),
    (366, "year"),
    (3653, "decade"),
)

_NUMBERS = {f"{number:02}": number for number in range(1, 32)}


class Span(NamedTuple):
    """When something was, as far as is known: it began on a day of one range and ended on a day of another.

    A bound is None where nothing limits it. Marks of doubt (`~ ? %`) never move these bounds; `relations` allows for
    them.
    """

    begin_earliest: Day | None
    begin_latest: Day | None
    end_earliest: Day | None
    end_latest: Day | None
    shape: Shape
    precision: Precision
    approximate: bool
    uncertain: bool
    open_begin: bool
    """It has no beginning (`../b`), which is more than a beginning that is not known (`/b`)."""
    open_end: bool
    """It goes on (`a/..`), which is more than an end that is not known (`a/`)."""
    edtf: str

    @property
    def earliest(self) -> Day | None:
        """The first day on which it can have been."""
        return self.begin_earliest

    @property
    def latest(self) -> Day | None:
        """The last day on which it can have been."""
        return self.end_latest


@lru_cache(maxsize=16_384)
def parse(edtf: str) -> Span:
    """Read an EDTF text of levels 0-2. Raises `NotEdtf`, a ValueError whose one line is for the person who wrote it."""
    return _plain(edtf) or _any(edtf)


def precision_of(earliest: Day | None, latest: Day | None) -> Precision:
    """Name the distance between two days, both counted."""
    if earliest is None or latest is None:
        return "open"
    days = latest - earliest + 1
    for most, name in _STEPS:
        if days <= most:
            return name
    return "century"


def _plain(text: str) -> Span | None:
    """Read `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None for anything else, right or wrong."""
    size = len(text)
    if size == 10 and text[7] == "-":
        month = _month(text[:7])
        number = _NUMBERS.get(text[8:])
        if month is None or number is None or month[0] + number > month[1] + 1:
            return None
        day = month[0] + number - 1
        # past Span's own __new__, which costs a fifth of a plain date
        return tuple.__new__(Span, (day, day, day, day, "point", "day", False, False, False, False, text))
    if size == 7:
        month = _month(text)
        return None if month is None else _whole(month, "month", text)
    if size == 4 and text.isdecimal() and text.isascii():
        year = int(text)
        return _whole((ordinal(year, 1, 1), ordinal(year, 12, 31)), "year", text)
    return None


@lru_cache(maxsize=16_384)
def _month(text: str) -> Bounds | None:
    """Return the first and the last day of a plain `YYYY-MM`; None for anything else."""
    month = _NUMBERS.get(text[5:], 0)
    if text[4] != "-" or not 1 <= month <= 12 or not (text[:4].isdecimal() and text.isascii()):
        return None
    year = int(text[:4])
    first = ordinal(year, month, 1)
    return first, first + days_in_month(year, month) - 1


def _whole(days: Bounds, precision: Precision, text: str) -> Span:
    first, last = days
    return Span(first, last, first, last, "point", precision, False, False, False, False, text)


def _any(text: str) -> Span:
    """Read any EDTF by way of its expression."""
    expression = read(text)
    span = whole(reaches(expression, bounds), one_of=expression.shape == "within")
    dates = [edge for member in expression.members for edge in member if isinstance(edge, Date)]
    return Span(
        span.begin_earliest,
        span.begin_latest,
        span.end_earliest,
        span.end_latest,
        expression.shape,
        precision_of(span.begin_earliest, span.end_latest),
        any(date.approximate for date in dates),
        any(date.uncertain for date in dates),
        span.open_begin,
        span.open_end,
        text,
    )
