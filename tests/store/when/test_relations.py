"""How uncertain spans lie to each other."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.when import Certainty, Span, before, contains, from_days, holds_on, ordinal, overlaps, parse
from tests.store.when.courses import ALL_OF, CASES, Case, course
from tests.store.when.strategies import NEAR_DAYS, edtf_texts

NOT, POSSIBLY, CERTAINLY = Certainty.NOT, Certainty.POSSIBLY, Certainty.CERTAINLY
AUGUST = ordinal(2016, 8, 1) - 1

spans = edtf_texts().map(parse)


def counted_out(one: Case, other: Case, holds: Callable[[int, int], bool]) -> Certainty:
    """Try a relation on every pair of courses."""
    outcomes = {holds(a, b) for a in one.courses for b in other.courses}
    return CERTAINLY if outcomes == {True} else POSSIBLY if True in outcomes else NOT


def shares_a_day(one: int, other: int) -> bool:
    return one & other != 0


def has_all_days_of(outer: int, inner: int) -> bool:
    return outer & inner == inner


def is_over_before(one: int, other: int) -> bool:
    return one.bit_length() <= (other & -other).bit_length() - 1


@settings(max_examples=150)
@given(CASES, CASES)
def test_relations_are_those_of_all_courses_that_fit(one: Case, other: Case) -> None:
    a, b = parse(one.edtf), parse(other.edtf)
    assert overlaps(a, b) == counted_out(one, other, shares_a_day)
    assert contains(a, b) == counted_out(one, other, has_all_days_of)
    assert before(a, b) == counted_out(one, other, is_over_before)


@settings(max_examples=100)
@given(CASES, st.integers(1, 31))
def test_a_day_is_held_in_all_courses_in_some_or_in_none(one: Case, day: int) -> None:
    that_day = Case("", frozenset([course(day, day)]))
    assert holds_on(parse(one.edtf), AUGUST + day) == counted_out(one, that_day, shares_a_day)


@settings(max_examples=100)
@given(ALL_OF, CASES | ALL_OF)
def test_all_of_a_set_is_never_more_certain_than_its_courses(one: Case, other: Case) -> None:
    a, b = parse(one.edtf), parse(other.edtf)
    exact = counted_out(one, other, shares_a_day)
    assert overlaps(a, b) <= exact
    assert (overlaps(a, b) == NOT) == (exact == NOT)
    assert contains(a, b) == counted_out(one, other, has_all_days_of)
    assert contains(b, a) == counted_out(other, one, has_all_days_of)
    assert before(a, b) == counted_out(one, other, is_over_before)
    assert before(b, a) == counted_out(other, one, is_over_before)


@given(spans, spans)
def test_overlap_is_the_same_both_ways(one: Span, other: Span) -> None:
    assert overlaps(one, other) == overlaps(other, one)


@given(spans, spans)
def test_what_contains_overlaps(one: Span, other: Span) -> None:
    assert contains(one, other) <= overlaps(one, other)


@given(spans, spans)
def test_what_is_certainly_before_does_not_overlap(one: Span, other: Span) -> None:
    if before(one, other) == CERTAINLY:
        assert overlaps(one, other) == NOT
        assert before(other, one) == NOT
    if overlaps(one, other) == CERTAINLY:
        assert before(one, other) == NOT


@given(spans, NEAR_DAYS)
def test_a_day_is_held_when_its_span_is_contained(span: Span, day: int) -> None:
    that_day = parse(from_days(day, day, held=True))
    assert holds_on(span, day) == contains(span, that_day) == overlaps(span, that_day)


@given(spans, NEAR_DAYS)
def test_a_day_outside_the_bounds_is_not_held_unless_a_mark_allows_for_it(span: Span, day: int) -> None:
    outside = (span.earliest is not None and day < span.earliest) or (span.latest is not None and day > span.latest)
    if outside:
        assert holds_on(span, day) == NOT or span.approximate or span.uncertain


@pytest.mark.parametrize(
    ("edtf", "day", "certainty"),
    [
        ("2014/2016-08", (2013, 12, 31), NOT),
        ("2014/2016-08", (2014, 12, 30), POSSIBLY),
        ("2014/2016-08", (2014, 12, 31), CERTAINLY),
        ("2014/2016-08", (2016, 8, 1), CERTAINLY),
        ("2014/2016-08", (2016, 8, 2), POSSIBLY),
        ("2016-05/..", (2016, 5, 30), POSSIBLY),
        ("2016-05/..", (2016, 5, 31), CERTAINLY),
        ("2016-05/..", (2099, 1, 1), CERTAINLY),
        ("2016-05/", (2099, 1, 1), POSSIBLY),
        ("2016-05-03/", (2016, 5, 3), CERTAINLY),
        ("../2016-08", (1000, 1, 1), CERTAINLY),
        ("/2016-08", (1000, 1, 1), POSSIBLY),
        ("[2016-06-17..2016-08-05]", (2016, 7, 1), POSSIBLY),
        ("[2016-06-17..2016-08-05]", (2016, 8, 6), NOT),
        ("[2014,2016]", (2015, 6, 1), NOT),
        ("{2016-08-01,2016-08-03}", (2016, 8, 3), CERTAINLY),
        ("{2016-08-01,2016-08-03}", (2016, 8, 2), NOT),
        ("2016-08-05", (2016, 8, 5), CERTAINLY),
        ("2016-08", (2016, 8, 5), POSSIBLY),
        ("2016-08~", (2016, 7, 1), POSSIBLY),
        ("2016-08~", (2016, 6, 30), NOT),
        ("2016-08~", (2016, 9, 30), POSSIBLY),
        ("2016-08?", (2016, 10, 1), NOT),
        ("2016~-08-05", (2015, 8, 5), POSSIBLY),
        ("2016-08-~05", (2016, 8, 6), POSSIBLY),
        ("2016-08-~05", (2016, 8, 7), NOT),
        ("201X~", (2000, 1, 1), POSSIBLY),
        ("201X~", (1999, 12, 31), NOT),
        ("2014-37~", (2013, 9, 1), POSSIBLY),
        ("2014~/..", (2015, 6, 1), POSSIBLY),
        ("2014~/..", (2015, 12, 31), CERTAINLY),
    ],
)
def test_what_was_held_on_a_day(edtf: str, day: tuple[int, int, int], certainty: Certainty) -> None:
    assert holds_on(parse(edtf), ordinal(*day)) == certainty


@pytest.mark.parametrize(
    ("outer", "inner", "certainty"),
    [
        ("2016-01-01/2016-12-31", "2016-08", CERTAINLY),
        ("2016-01-01/2016-12-31", "2016~", POSSIBLY),
        ("2016-01-01/2016-12-31", "2015/2016", NOT),  # nothing that began in 2015 is contained
        ("2016", "2016-08", POSSIBLY),  # what was in 2016 need not have filled it
        ("2016-08-05", "2016-08", POSSIBLY),
        ("2015/..", "2016/", CERTAINLY),
    ],
)
def test_what_contains_what(outer: str, inner: str, certainty: Certainty) -> None:
    assert contains(parse(outer), parse(inner)) == certainty


def test_two_things_that_go_on_certainly_overlap() -> None:
    assert overlaps(parse("1990/.."), parse("2016/..")) == CERTAINLY
    assert overlaps(parse("1990/"), parse("2016/")) == POSSIBLY


def test_order_in_time_allows_for_the_days_nobody_knows() -> None:
    assert before(parse("2015"), parse("2016")) == CERTAINLY
    assert before(parse("2015~"), parse("2016")) == POSSIBLY
    assert before(parse("2016-08"), parse("2016-08")) == POSSIBLY
    assert before(parse("1990/.."), parse("2016")) == NOT


def test_certainties_compare() -> None:
    assert NOT < POSSIBLY < CERTAINLY
