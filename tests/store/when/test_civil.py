"""Days as integers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.when.civil import civil, days_in_month, ordinal, shift_months, weekday

FAR = st.integers(-(2**62), 2**62)


@given(st.dates())
def test_days_are_those_of_the_standard_library_where_it_has_them(day: date) -> None:
    number = ordinal(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert civil(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()


@given(FAR)
def test_every_day_has_one_date(day: int) -> None:
    year, month, of_month = civil(day)
    assert 1 <= month <= 12
    assert 1 <= of_month <= days_in_month(year, month)
    assert ordinal(year, month, of_month) == day


@given(FAR)
def test_the_calendar_repeats_after_400_years(day: int) -> None:
    year, month, of_month = civil(day)
    assert civil(day + 146_097) == (year + 400, month, of_month)


def test_the_year_zero_is_a_leap_year_and_comes_before_the_year_one() -> None:
    assert civil(0) == (0, 12, 31)
    assert days_in_month(0, 2) == 29


def test_months_are_shifted_to_the_same_day_or_to_the_last_there_is() -> None:
    assert civil(shift_months(ordinal(2016, 8, 12), -8)) == (2015, 12, 12)
    assert civil(shift_months(ordinal(2016, 8, 31), 6)) == (2017, 2, 28)
