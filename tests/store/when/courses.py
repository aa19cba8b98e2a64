"""Every course of events that fits a small EDTF text, counted out by hand: the oracle for the relations.

Days are those of August 2016, 1 to 31, with two at either side; the outermost stand for no limit. A course is the set
of days that something covered, as the bits of a number.
"""

from itertools import product
from typing import NamedTuple

from hypothesis import strategies as st

from tests.store.when.strategies import is_edtf

PAST, FUTURE = -1, 33
"""Days of August before and after all that a text names."""


class Case(NamedTuple):
    """An EDTF text and all the courses that fit it."""

    edtf: str
    courses: frozenset[int]


class Edge(NamedTuple):
    """One date and the days it may be, its marks allowed for."""

    edtf: str
    days: range


def course(begin: int, end: int) -> int:
    """Return the days from one to the other, as bits."""
    return sum(1 << (day - PAST) for day in range(begin, end + 1))


def courses(begins: range, ends: range) -> frozenset[int]:
    """Return what begins on one of some days and ends on one of others."""
    return frozenset(course(begin, end) for begin, end in product(begins, ends) if begin <= end)


def single_days(first: int, last: int) -> frozenset[int]:
    """Return the courses that are one day only."""
    return frozenset(course(day, day) for day in range(first, last + 1))


EXACT = st.integers(1, 31).map(lambda day: Edge(f"2016-08-{day:02}", range(day, day + 1)))
MARKED = st.builds(
    lambda edge, mark: Edge(edge.edtf + mark, range(edge.days[0] - 1, edge.days[0] + 2)), EXACT, st.sampled_from("~?%")
)
OPEN_DIGITS = st.sampled_from([Edge("2016-08-0X", range(1, 10)), Edge("2016-08-1X", range(10, 20))])
EDGES = EXACT | EXACT | OPEN_DIGITS
ANY_DAY = range(PAST, FUTURE + 1)
UNKNOWN = Edge("", ANY_DAY)
HELD_EDGES = EXACT | OPEN_DIGITS | MARKED | st.just(Edge("..", range(0))) | st.just(UNKNOWN)


def held(begin: Edge, end: Edge) -> Case:
    """Return `a/b` with its courses; an edge that is open lies beyond all days."""
    courses_of_both = courses(begin.days or range(PAST, PAST + 1), end.days or range(FUTURE, FUTURE + 1))
    return Case(f"{begin.edtf}/{end.edtf}", courses_of_both)


def somewhere(first: Edge | None, last: Edge | None) -> Case:
    """Return `[a..b]` with its courses; None is no limit."""
    days = single_days(first.days[0] if first else PAST, last.days[-1] if last else FUTURE)
    return Case(f"[{first.edtf if first else ''}..{last.edtf if last else ''}]", days)


POINTS = st.one_of(
    EXACT.map(lambda edge: Case(edge.edtf, single_days(edge.days[0], edge.days[0]))),
    MARKED.map(lambda edge: Case(edge.edtf, courses(edge.days, edge.days))),
    OPEN_DIGITS.map(lambda edge: Case(edge.edtf, single_days(edge.days[0], edge.days[-1]))),
    st.just(Case("2016-08", courses(range(1, 32), range(1, 32)))),
)
HELD = st.builds(held, HELD_EDGES, HELD_EDGES).filter(lambda case: is_edtf(case.edtf))
SOMEWHERE = st.builds(somewhere, EDGES | st.none(), EDGES | st.none()).filter(lambda case: is_edtf(case.edtf))
ONE_OF = st.lists(EDGES, min_size=2, max_size=4).map(
    lambda edges: Case(
        f"[{','.join(edge.edtf for edge in edges)}]",
        frozenset().union(*(single_days(edge.days[0], edge.days[-1]) for edge in edges)),
    )
)
CASES = POINTS | HELD | SOMEWHERE | ONE_OF
"""Spans of one thing, whose relations must be exact."""


def _all_of(edges: list[Edge]) -> Case:
    together = frozenset([0])
    for edge in edges:
        together = frozenset(one | other for one in together for other in courses(edge.days, edge.days))
    return Case(f"{{{','.join(edge.edtf for edge in edges)}}}", together)


ALL_OF = st.lists(EXACT, min_size=1, max_size=3).flatmap(
    lambda edges: st.sampled_from([edges, [*edges, Edge("2016-08-0X", range(1, 10))]]).map(_all_of)
)
"""Sets of which every member held."""
