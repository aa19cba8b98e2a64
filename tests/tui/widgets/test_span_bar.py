"""Spans as bars on one axis: full where surely, light where perhaps."""

from hypothesis import given
from hypothesis import strategies as st

from store.when import from_days, ordinal
from tui.widgets.span_bar import MAY, NOT, SURE, Axis, axis, bar

YEARS = Axis(ordinal(2014, 1, 1), ordinal(2017, 12, 31), 48)
"""Four years, a cell a month."""


def test_what_is_sure_is_full_and_what_may_be_is_light() -> None:
    drawn = bar("2015/2016-06", YEARS)
    assert drawn[12:23].strip(MAY) == ""  # it began some day in 2015, by its last at the latest
    assert drawn[23:29] == SURE * 6
    assert (drawn[:12].strip(), drawn[30:].strip()) == ("", "")


def test_some_day_within_a_span_is_never_sure() -> None:
    assert set(bar("[2015-01-01..2015-12-31]", YEARS)) == {MAY, NOT}


def test_one_day_shows_however_long_the_axis() -> None:
    assert bar("2016-05-10", YEARS).count(SURE) == 1


def test_what_goes_on_reaches_the_end_and_beyond_what_has_ended() -> None:
    scale = axis(["2014", "2016-05/.."], 40)
    assert scale is not None
    assert bar("2016-05/..", scale).endswith(SURE)
    assert bar("2014", scale).endswith(NOT)


def test_the_undated_has_no_bar_and_no_axis() -> None:
    assert axis(["", "nonsense"], 40) is None
    assert bar("", YEARS) == bar("nonsense", YEARS) == NOT * 48


def test_the_ends_are_years_or_of_a_short_axis_months() -> None:
    assert YEARS.ends == ("2014", "2017")
    within = axis(["2016-05-10", "2016-08-18"], 20)
    assert within is not None
    assert within.ends == ("May 2016", "Aug 2016")


def test_the_ends_are_told_apart_on_an_axis_of_days_and_named_before_christ() -> None:
    days, old = axis(["2009-04-29", "2009-04-30"], 40), axis(["-0753", "-0480"], 40)
    assert days
    assert old
    assert days.ends == ("29 Apr 2009", "30 Apr 2009")
    assert old.ends == ("754 BC", "481 BC")


days = st.integers(min_value=ordinal(1900, 1, 1), max_value=ordinal(2100, 1, 1))


@given(st.lists(st.tuples(days, days), min_size=1, max_size=5), st.integers(min_value=1, max_value=200))
def test_every_bar_is_as_wide_as_its_axis_and_shows(ends: list[tuple[int, int]], width: int) -> None:
    edtfs = [from_days(min(pair), max(pair), held=True) for pair in ends]
    scale = axis(edtfs, width)
    assert scale is not None
    for edtf in edtfs:
        drawn = bar(edtf, scale)
        assert len(drawn) == width
        assert drawn.strip(NOT)
