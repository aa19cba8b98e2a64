"""Which days a span may cover, and which it must: the ground for every relation between spans.

A span stands for many courses of events that would all fit it. `2016-08` is met by anything that began and ended in
that August; `2014/2016-08` by whatever began in 2014 and ended in August 2016; `[a..b]` by each single day from a to b.
Marks of doubt (`~ ? %`) add the courses that begin or end one unit of precision off, as `bounds.widened` says. Days
that X leaves out in between (`2016-XX-05`) are not left out here: what lies between the first and the last may be.
"""

from functools import lru_cache
from typing import NamedTuple

from store.when.bounds import widened
from store.when.civil import FUTURE, PAST, Day
from store.when.edtf import read
from store.when.reach import Reach, reaches
from store.when.span import Span

Days = tuple[Day, Day]
"""A run of days, both ends counted."""


class Cover(NamedTuple):
    """The days of a span, over all the courses of events that fit it."""

    may: tuple[Days, ...]
    """Days that some course covers, in order and as few runs as can be."""
    must: tuple[Days, ...]
    """Days that every course covers, in the same form."""
    some: tuple[tuple[Days, ...], ...]
    """Of each of these, every course covers at least one day, and which one is open."""
    single: bool
    """Whether a course is one day only."""
    begin_latest: Day
    end_earliest: Day


@lru_cache(maxsize=4096)
def cover(span: Span) -> Cover:
    """Work out what a span may and must cover, with the slack of its marks."""
    parts = [_Limits.of(reach) for reach in _members(span)]
    may = _joined([(part.begin_earliest, part.end_latest) for part in parts])
    begin_latest = [part.begin_latest for part in parts]
    end_earliest = [part.end_earliest for part in parts]
    if span.shape == "within":
        is_one_day = may[0][0] == may[-1][1]
        return Cover(
            may, may if is_one_day else (), () if is_one_day else (may,), True, max(begin_latest), min(end_earliest)
        )
    must = _joined([(part.begin_latest, part.end_earliest) for part in parts if part.begin_latest <= part.end_earliest])
    some = tuple(((part.end_earliest, part.begin_latest),) for part in parts if part.begin_latest > part.end_earliest)
    return Cover(may, must, some, False, min(begin_latest), max(end_earliest))


class _Limits(NamedTuple):
    """A reach with numbers in place of None."""

    begin_earliest: Day
    begin_latest: Day
    end_earliest: Day
    end_latest: Day

    @classmethod
    def of(cls, reach: Reach) -> "_Limits":
        """Fill in the limits, and see that nothing begins after its last possible end or ends before it can begin."""
        earliest = PAST if reach.begin_earliest is None else reach.begin_earliest
        latest = FUTURE if reach.end_latest is None else reach.end_latest
        begin_latest, end_earliest = reach.begin_latest, reach.end_earliest
        if begin_latest is None:
            begin_latest = PAST if reach.open_begin else FUTURE
        if end_earliest is None:
            end_earliest = FUTURE if reach.open_end else PAST
        return cls(earliest, min(begin_latest, latest), max(end_earliest, earliest), latest)


def _members(span: Span) -> list[Reach]:
    """Return the reach of each member; a plain span is its only one and needs no second reading."""
    if span.shape in ("point", "throughout") and not (span.approximate or span.uncertain):
        return [Reach(*span[:4], span.open_begin, span.open_end)]
    return reaches(read(span.edtf), widened)


def _joined(runs: list[Days]) -> tuple[Days, ...]:
    """Return the same days as few runs, in order."""
    joined: list[Days] = []
    for first, last in sorted(runs):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)
