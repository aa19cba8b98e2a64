"""When an event was: the dates of a row, and how closely they tell it."""

import pytest

from tests.store.formats.ged import cautions, event, refusal


@pytest.mark.parametrize(
    ("start", "end", "clarity", "edtf"),
    [
        ("2015-03-03", "2015-03-03", "1", "2015-03-03"),
        ("2015-03-03", "2015-03-05", "1", "[2015-03-03..2015-03-05]"),
        ("2015-03-03", "2015-03-05", "2", "2015-03-03/2015-03-05"),
        ("2015-03-01", "2015-03-31", "1", "2015-03"),
        ("2016-02-01", "2016-02-29", "1", "2016-02"),
        ("2015-01-01", "2015-12-31", "1", "2015"),
        ("2015-12-31", "2016-01-01", "2", "2015-12-31/2016-01-01"),
    ],
)
def test_one_event_is_on_some_day_within_and_a_summary_is_throughout(
    start: str, end: str, clarity: str, edtf: str
) -> None:
    assert event(date_start=start, date_end=end, event_clarity=clarity)["when"] == {"edtf": edtf}


@pytest.mark.parametrize(
    "written",
    [
        "2015-03-13",
        "2015-3-13",
        "2015-03-13 00:00:00.000",
        "2015-03-13T00:00:00Z",
        " 2015-03-13 ",
        "2015/03/13",
        "13/03/2015",
        "3/13/2015",
        "13.3.2015",
        "13-03-2015 00:00",
    ],
)
def test_a_date_may_be_written_in_any_way_that_leaves_no_doubt(written: str) -> None:
    assert event(date_start=written, date_end=written)["when"] == {"edtf": "2015-03-13"}


def test_a_date_that_can_be_two_is_not_taken() -> None:
    assert refusal(date_start="03/04/2015") == (
        "date_start ‘03/04/2015’ can be a day of either of two months; write it as year-month-day"
    )
    assert event(date_start="04/04/2015", date_end="04/04/2015")["when"] == {"edtf": "2015-04-04"}


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2015-02-29", "date_start ‘2015-02-29’ is not a day of the calendar"),
        ("31/13/2015", "date_start ‘31/13/2015’ is not a day of the calendar"),
        ("0000-01-01", "date_start ‘0000-01-01’ is not a day of the calendar"),
        ("March 2015", "date_start ‘March 2015’ is not a date; write it as year-month-day"),
        ("13/03/15", "date_start ‘13/03/15’ is not a date; write it as year-month-day"),
        ("２０１５-03-03", "date_start ‘２０１５-03-03’ is not a date; write it as year-month-day"),
        ("", "date_start is empty"),
    ],
)
def test_what_is_no_date_is_told(written: str, reason: str) -> None:
    assert refusal(date_start=written) == reason


def test_an_event_that_ends_before_it_begins_is_not_taken() -> None:
    assert refusal(date_start="2015-03-05", date_end="2015-03-03 00:00:00") == (
        "date_end ‘2015-03-03 00:00:00’ is before date_start ‘2015-03-05’"
    )


def test_a_precision_that_does_not_fit_the_days_is_taken_with_a_caution() -> None:
    assert cautions(date_prec="1", date_end="2015-03-05") == (
        "date_prec does not fit the days from date_start to date_end",
    )
    assert cautions(date_prec="2", date_end="2015-03-05") == ()
