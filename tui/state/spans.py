"""Spans of time to look at, closer and from further away."""

from typing import NamedTuple

from store.when import Day, civil, ordinal

SHORTEST = 7
"""Days: nothing closer than a week is looked at."""
_MONTHS_FROM, _YEARS_FROM = 120, 6 * 365
"""Days from which a span has whole months, and whole years, for ends: nobody asks for 12 March 1993 to 4 May 2011."""


class Span(NamedTuple):
    """From one day to another, both counted."""

    first: Day
    last: Day

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


def closer(span: Span, around: Day) -> Span | None:
    """Return half of a span, around a day or as near to it as it can be; None where it is as short as can be."""
    if span.length <= SHORTEST:
        return None
    length = max(SHORTEST, span.length // 2)
    first = max(span.first, min(around - length // 2, span.last - length + 1))
    found = _rounded(Span(first, first + length - 1))
    found = Span(max(found.first, span.first), min(found.last, span.last))
    return found if found.length < span.length else Span(first, first + length - 1)


def further(span: Span, whole: Span) -> Span | None:
    """Return a span twice as long around another; None where that is all of the whole."""
    found = _rounded(Span(span.first - span.length // 2, span.last + (span.length + 1) // 2))
    if found.first <= whole.first and found.last >= whole.last:
        return None
    return Span(max(found.first, whole.first), min(found.last, whole.last))


def _rounded(span: Span) -> Span:
    """Return a span widened to whole months or years, where it is long."""
    (year, month, _), (last_year, last_month, _) = civil(span.first), civil(span.last)
    if span.length > _YEARS_FROM:
        return Span(ordinal(year, 1, 1), ordinal(last_year + 1, 1, 1) - 1)
    if span.length > _MONTHS_FROM:
        return Span(ordinal(year, month, 1), ordinal(last_year + last_month // 12, last_month % 12 + 1, 1) - 1)
    return span
