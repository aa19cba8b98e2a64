"""Two days, written as EDTF."""

import pytest
from hypothesis import given

from store.when import from_days, ordinal, parse, written_day
from tests.store.when.strategies import DAYS

JULY_1, JULY_31, AUGUST_5 = ordinal(2016, 7, 1), ordinal(2016, 7, 31), ordinal(2016, 8, 5)


@pytest.mark.parametrize("held", [True, False])
def test_a_day_a_month_and_a_year_are_written_as_such(held: bool) -> None:
    assert from_days(AUGUST_5, AUGUST_5, held) == "2016-08-05"
    assert from_days(JULY_1, JULY_31, held) == "2016-07"
    assert from_days(ordinal(2016, 1, 1), ordinal(2016, 12, 31), held) == "2016"
    assert from_days(ordinal(-43, 2, 1), ordinal(-43, 2, 28), held) == "-0043-02"


def test_other_days_are_one_day_within_or_held_throughout() -> None:
    assert from_days(JULY_1, AUGUST_5, held=False) == "[2016-07-01..2016-08-05]"
    assert from_days(JULY_1, AUGUST_5, held=True) == "2016-07-01/2016-08-05"
    assert from_days(JULY_1, ordinal(2016, 8, 31), held=False) == "[2016-07-01..2016-08-31]"
    assert from_days(ordinal(2015, 1, 1), ordinal(2016, 12, 31), held=True) == "2015-01-01/2016-12-31"


@given(DAYS, DAYS)
def test_the_days_come_back(one: int, other: int) -> None:
    earliest, latest = sorted((one, other))
    for held in (True, False):
        span = parse(from_days(earliest, latest, held))
        assert (span.earliest, span.latest) == (earliest, latest)


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="it would end before it begins: 2016-08-05 to 2016-07-01"):
        from_days(AUGUST_5, JULY_1, held=True)


def test_years_that_edtf_writes_no_days_for_are_refused() -> None:
    with pytest.raises(ValueError, match="the year 10000 is out of reach"):
        from_days(ordinal(10_000, 3, 1), ordinal(10_000, 3, 1), held=True)


def test_a_day_in_deep_time_is_written_as_its_year() -> None:
    assert written_day(AUGUST_5) == "2016-08-05"
    assert written_day(ordinal(-43, 3, 15)) == "-0043-03-15"
    assert written_day(ordinal(-200_000, 3, 1)) == "Y-200000"
    assert parse(written_day(ordinal(10_000, 3, 1))).earliest == ordinal(10_000, 1, 1)
