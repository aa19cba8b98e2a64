"""How far each range of an expression reaches: the days between which it begins, and between which it ends."""

from collections.abc import Callable
from typing import NamedTuple

from store.when.bounds import Bounds, bounds
from store.when.civil import Day
from store.when.edtf import OPEN, UNKNOWN, Edge, Expression, Range
from store.when.written import Date


class Reach(NamedTuple):
    """The four bounds of one range; None where nothing limits it."""

    begin_earliest: Day | None
    begin_latest: Day | None
    end_earliest: Day | None
    end_latest: Day | None
    open_begin: bool = False
    open_end: bool = False


def reaches(expression: Expression, days_of: Callable[[Date], Bounds]) -> list[Reach]:
    """Return the reach of each member, taking the days of a date from `days_of`."""
    if expression.shape == "within":
        return [_within(member, days_of) for member in expression.members]
    return [_throughout(member, days_of) for member in expression.members]


def whole(reaches: list[Reach], *, one_of: bool) -> Reach:
    """Return the reach of members taken together: one of them, nobody knows which, or all of them."""
    earliest = _lowest([reach.begin_earliest for reach in reaches])
    latest = _highest([reach.end_latest for reach in reaches])
    if one_of:
        return Reach(earliest, latest, earliest, latest)
    open_begin = any(reach.open_begin for reach in reaches)
    open_end = any(reach.open_end for reach in reaches)
    begins = [reach.begin_latest for reach in reaches if reach.begin_latest is not None]
    ends = [reach.end_earliest for reach in reaches if reach.end_earliest is not None]
    return Reach(
        earliest,
        None if open_begin else min(begins, default=None),
        None if open_end else max(ends, default=None),
        latest,
        open_begin,
        open_end,
    )


def outermost(members: tuple[Range, ...]) -> Range:
    """Return the edge that comes first of all and the one that comes last; open where a member is open."""
    begins = [member.begin for member in members if isinstance(member.begin, Date)]
    ends = [member.end for member in members if isinstance(member.end, Date)]
    return Range(
        min(begins, key=lambda date: bounds(date)[0]) if len(begins) == len(members) else OPEN,
        max(ends, key=lambda date: bounds(date)[1]) if len(ends) == len(members) else OPEN,
    )


def _lowest(days: list[Day | None]) -> Day | None:
    """Return the first of the days; None, no limit, comes before all."""
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _highest(days: list[Day | None]) -> Day | None:
    """Return the last of the days; None, no limit, comes after all."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _within(member: Range, days_of: Callable[[Date], Bounds]) -> Reach:
    """One day somewhere from the beginning to the end."""
    earliest, _ = _days(member.begin, days_of)
    _, latest = _days(member.end, days_of)
    return Reach(earliest, latest, earliest, latest)


def _throughout(member: Range, days_of: Callable[[Date], Bounds]) -> Reach:
    """Begin in the first edge and end in the second; an unknown edge is any day that the other one leaves.

    A single date is both of its own edges, so this holds for points as well.
    """
    begin_earliest, begin_latest = _days(member.begin, days_of)
    end_earliest, end_latest = _days(member.end, days_of)
    return Reach(
        begin_earliest,
        end_latest if member.begin == UNKNOWN else begin_latest,
        begin_earliest if member.end == UNKNOWN else end_earliest,
        end_latest,
        member.begin == OPEN,
        member.end == OPEN,
    )


def _days(edge: Edge, days_of: Callable[[Date], Bounds]) -> tuple[Day | None, Day | None]:
    return (None, None) if isinstance(edge, str) else days_of(edge)
