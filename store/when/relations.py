"""How spans lie to each other when their edges are not known: certainly, possibly or not.

Certainly means in every course of events that fits both spans; possibly, in some; not, in none; `cover` says what fits.
So `2016` contains `2016-05` only possibly: a thing that was "in 2016" need not have filled the year. For the year
itself ask `2016-01-01/2016-12-31`.
"""

from enum import IntEnum

from store.when.civil import Day
from store.when.cover import Cover, Days, cover
from store.when.span import Span


class Certainty(IntEnum):
    """How sure a relation is; they compare, so `>= Certainty.POSSIBLY` takes in what is certain."""

    NOT = 0
    POSSIBLY = 1
    CERTAINLY = 2


def holds_on(span: Span, day: Day) -> Certainty:
    """Tell whether the span covers the day."""
    days = cover(span)
    this = ((day, day),)
    return _certainty(_all_in(this, days.must), _meet(this, days.may))


def overlaps(one: Span, other: Span) -> Certainty:
    """Tell whether the spans share a day; the order does not matter.

    For a set of all its members (`{a,b}`) it is certain only if one member is enough to settle it.
    """
    a, b = cover(one), cover(other)
    settled = _meet(a.must, b.must) or _one_is_in(a.some, b.must) or _one_is_in(b.some, a.must)
    return _certainty(settled, _meet(a.may, b.may))


def contains(outer: Span, inner: Span) -> Certainty:
    """Tell whether every day of the inner span is a day of the outer one."""
    a, b = cover(outer), cover(inner)
    return _certainty(_all_in(b.may, a.must), _may_contain(a, b))


def before(one: Span, other: Span) -> Certainty:
    """Tell whether the first span is over before the second begins."""
    a, b = cover(one), cover(other)
    last = max(end for _, end in a.may)
    first = min(begin for begin, _ in b.may)
    return _certainty(last < first, a.end_earliest < b.begin_latest)


def _certainty(always: bool, ever: bool) -> Certainty:
    if always:
        return Certainty.CERTAINLY
    return Certainty.POSSIBLY if ever else Certainty.NOT


def _may_contain(outer: Cover, inner: Cover) -> bool:
    """Put the shortest course of the inner span into the longest of the outer one."""
    if not outer.single:
        return _all_in(inner.must, outer.may) and all(_meet(some, outer.may) for some in inner.some)
    days = outer.may
    for required in (*((run,) for run in inner.must), *inner.some):
        days = _shared(days, required)
    return bool(days) and all(first == last for first, last in inner.must) and len(inner.must) <= 1


def _meet(some: tuple[Days, ...], others: tuple[Days, ...]) -> bool:
    return bool(_shared(some, others))


def _shared(some: tuple[Days, ...], others: tuple[Days, ...]) -> tuple[Days, ...]:
    """Return the days that are in both."""
    pairs = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return tuple((first, last) for first, last in pairs if first <= last)


def _all_in(inner: tuple[Days, ...], outer: tuple[Days, ...]) -> bool:
    """Tell whether each inner run lies in one outer run; outer runs that touch must have been joined."""
    return all(any(c <= a and b <= d for c, d in outer) for a, b in inner)


def _one_is_in(choices: tuple[tuple[Days, ...], ...], outer: tuple[Days, ...]) -> bool:
    """Tell whether one of the choices falls among the outer days whichever of its days it is."""
    return any(_all_in(choice, outer) for choice in choices)
