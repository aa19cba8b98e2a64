"""What an EDTF text says in days."""

import pytest
from hypothesis import given

from store.when import NotEdtf, Span, civil, ordinal, parse
from store.when.civil import days_in_month
from tests.store.when.strategies import DAYS, edtf_texts, plain_dates

Date = tuple[int, int, int]


def dates(*days: int | None) -> list[Date | None]:
    return [None if day is None else civil(day) for day in days]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2016-08-05", (2016, 8, 5), (2016, 8, 5)),
        ("2016-02", (2016, 2, 1), (2016, 2, 29)),
        ("2016", (2016, 1, 1), (2016, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("Y17E8", (1_700_000_000, 1, 1), (1_700_000_000, 12, 31)),
        ("Y-17E7", (-170_000_000, 1, 1), (-170_000_000, 12, 31)),
        ("Y171010000S3", (171_000_000, 1, 1), (171_999_999, 12, 31)),
        ("1950S2", (1900, 1, 1), (1999, 12, 31)),
        ("-1950S2", (-1999, 1, 1), (-1900, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("-198X", (-1989, 1, 1), (-1980, 12, 31)),
        ("2016-XX", (2016, 1, 1), (2016, 12, 31)),
        ("2016-1X", (2016, 10, 1), (2016, 12, 31)),
        ("2016-08-1X", (2016, 8, 10), (2016, 8, 19)),
        ("2016-08-3X", (2016, 8, 30), (2016, 8, 31)),
        ("2016-XX-05", (2016, 1, 5), (2016, 12, 5)),
        ("2015-XX-31", (2015, 1, 31), (2015, 12, 31)),
        ("2015-02-X8", (2015, 2, 8), (2015, 2, 28)),
        ("201X-02-29", (2012, 2, 29), (2016, 2, 29)),
        ("2014-37", (2014, 1, 1), (2014, 4, 30)),
        ("2014-38", (2014, 5, 1), (2014, 8, 31)),
        ("2014-39", (2014, 9, 1), (2014, 12, 31)),
        ("2015-40", (2015, 1, 1), (2015, 6, 30)),
        ("2015-41", (2015, 7, 1), (2015, 12, 31)),
        ("2015-34", (2015, 4, 1), (2015, 6, 30)),
        ("2015-21", (2015, 3, 1), (2015, 5, 31)),
        ("2015-24", (2015, 12, 1), (2016, 2, 29)),
        ("2015-28", (2015, 12, 1), (2016, 2, 29)),
        ("2015-29", (2015, 9, 1), (2015, 11, 30)),
        ("2015-30", (2015, 12, 1), (2016, 2, 29)),
        ("2004-06-~01", (2004, 6, 1), (2004, 6, 1)),
        ("?2004-06~-11", (2004, 6, 11), (2004, 6, 11)),
        ("2016-08-05T21:30:00", (2016, 8, 5), (2016, 8, 5)),
        ("2016-08-05T24:00:00Z", (2016, 8, 5), (2016, 8, 5)),
        ("2016-08-05T23:30:00-05:30", (2016, 8, 5), (2016, 8, 5)),
        ("2014/2016-08", (2014, 1, 1), (2016, 8, 31)),
        ("[2016-06-17..2016-08-05]", (2016, 6, 17), (2016, 8, 5)),
        ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31)),
        ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
        ("2016-05/..", (2016, 5, 1), None),
        ("/2016", None, (2016, 12, 31)),
        ("[..2015-12-31]", None, (2015, 12, 31)),
        ("[2015-06-01..]", (2015, 6, 1), None),
        ("../..", None, None),
    ],
)
def test_the_bounds_are_whole_days(edtf: str, earliest: Date | None, latest: Date | None) -> None:
    span = parse(edtf)
    assert dates(span.earliest, span.latest) == [earliest, latest]


def test_a_month_begins_and_ends_on_some_day_of_it() -> None:
    first, last = (2016, 8, 1), (2016, 8, 31)
    assert dates(*parse("2016-08")[:4]) == [first, last, first, last]


def test_an_interval_begins_in_one_date_and_ends_in_the_other() -> None:
    assert dates(*parse("2014/2016-08")[:4]) == [(2014, 1, 1), (2014, 12, 31), (2016, 8, 1), (2016, 8, 31)]


def test_an_end_that_is_not_known_is_any_day_from_the_beginning_on() -> None:
    span = parse("2016-05/")
    assert dates(*span[:4]) == [(2016, 5, 1), (2016, 5, 31), (2016, 5, 1), None]
    assert not span.open_end


def test_an_open_end_has_no_day_and_says_that_it_goes_on() -> None:
    span = parse("2016-05/..")
    assert dates(*span[:4]) == [(2016, 5, 1), (2016, 5, 31), None, None]
    assert span.open_end
    assert not span.open_begin


def test_all_of_a_set_begins_with_its_first_member_and_ends_with_its_last() -> None:
    assert dates(*parse("{1960,1961-12}")[:4]) == [(1960, 1, 1), (1960, 12, 31), (1961, 12, 1), (1961, 12, 31)]


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("2016-08", "point"),
        ("2016-08-XX", "within"),  # one day, whichever
        ("[2016-06-17..2016-08-05]", "within"),
        ("2014/2016", "throughout"),
        ("{2014,2016}", "each"),
    ],
)
def test_the_shape_says_how_the_time_is_filled(edtf: str, shape: str) -> None:
    assert parse(edtf).shape == shape


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2016-08-05", "day"),
        ("[2016-08-04..2016-08-05]", "days"),
        ("[2016-08-01..2016-08-06]", "days"),
        ("[2016-07-19..2016-07-25]", "week"),
        ("[2016-08-01..2016-08-08]", "month"),
        ("2016-02", "month"),
        ("2016-08-1X", "month"),
        ("[2016-08-01..2016-09-01]", "season"),
        ("2014-37", "season"),
        ("2015", "year"),
        ("2016", "year"),
        ("2014/2016", "decade"),
        ("201X", "decade"),
        ("20XX", "century"),
        ("2016-05/..", "open"),
        ("[..2015]", "open"),
    ],
)
def test_precision_counts_days_as_conflict_data_does(edtf: str, precision: str) -> None:
    assert parse(edtf).precision == precision


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [
        ("2016", False, False),
        ("2016~", True, False),
        ("2016?", False, True),
        ("2016-08%", True, True),
        ("2016-~08/2017?", True, True),
        ("2004-06-~01", True, False),
        ("[2015,2016~]", True, False),
    ],
)
def test_marks_are_told(edtf: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(edtf).approximate, parse(edtf).uncertain) == (approximate, uncertain)


@pytest.mark.parametrize("edtf", ["2016-08~", "?2016-08", "2016~-08", "2016-~08%"])
def test_marks_never_move_the_strict_bounds(edtf: str) -> None:
    assert parse(edtf)[:4] == parse("2016-08")[:4]


@pytest.mark.parametrize(
    ("edtf", "message"),
    [
        ("", "'' is not EDTF: it is empty; write a date such as 2016-08-05, or leave the date out"),
        ("2016-13", "'2016-13' is not EDTF: there is no month 13; months are 01-12, parts of the year 21-41"),
        ("2016/2015-02-30", "'2015-02-30' is not EDTF: February 2015 has days 01-28"),
        ("2015-02-3X", "'2015-02-3X' is not EDTF: no day of the calendar fits it"),
        ("2016-8-5", "'2016-8-5' is not EDTF: a month has two digits, as in 2016-08-05"),
        (
            "5 August",
            "'5 August' is not EDTF: there is a space at character 2; EDTF has none, as in 2016-08-05/2016-08-12",
        ),
        ("2016/2015", "'2016/2015' is not EDTF: it ends before it begins; write the earlier date first"),
        ("[2016..2015]", "'2016..2015' is not EDTF: it ends before it begins; write the earlier date first"),
        ("/", "'/' is not EDTF: neither edge is known; leave the date out"),
        ("2016-", "'2016-' is not EDTF: something is missing after a hyphen; write 2016-08-05, 2016-08 or 2016"),
        (
            "2016-37-05",
            "'2016-37-05' is not EDTF: 37 is a part of the year and has no numbered days; write 2015-21 alone",
        ),
        ("Y99E99999999999", "'Y99E99999999999' is not EDTF: years have at most 16 digits here"),
        (
            "1950S9",
            "'1950S9' is not EDTF: S is followed by 1 to 4, the digits of the year that are meant, as in 1950S2",
        ),
        ("[2016", "'[2016' is not EDTF: [ is closed by ], as in [2016-06-17..2016-08-05]"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(edtf: str, message: str) -> None:
    with pytest.raises(NotEdtf) as refusal:
        parse(edtf)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    "edtf",
    [
        *("٢٠١٦", "2016-٠٨", "2016-08-٠٥", "²016", "1950S²", "2016-08-05T٢1:00:00"),  # digits of other scripts
        *("2016\n", "2016-08-05\x1b[31m", "\u202e2016"),
        *("x" * 10**5, "[" * 500, "Y" + "9" * 900, "Y1E" + "9" * 900, "2016" + "-08" * 300),
        "[" + ",".join(["XXXX-02-30"] * 90) + "]",
        *("S", "~", "-", "Y", "..", "[]", "[..]", "T21:30:00"),
        *("2016-08-05T21:30", "2016-08-05T", "2016-08T21:30:00"),
        *("2016--05", "-?2016", "Y05E3", "19X0S2", "1950S2-08", "201X-02-30"),
        *("2016,2017", "2016..2017"),
    ],
)
def test_hostile_text_is_refused_in_one_short_line(edtf: str) -> None:
    with pytest.raises(NotEdtf) as refusal:
        parse(edtf)
    message = str(refusal.value)
    assert message.isprintable()
    assert len(message) < 250


@given(edtf_texts())
def test_bounds_are_in_order(edtf: str) -> None:
    span = parse(edtf)
    if span.earliest is not None and span.latest is not None:
        assert span.earliest <= span.latest
    if span.begin_earliest is not None and span.begin_latest is not None:
        assert span.begin_earliest <= span.begin_latest
    if span.end_earliest is not None and span.end_latest is not None:
        assert span.end_earliest <= span.end_latest
    assert span.edtf == edtf
    assert all(day is None or abs(day) < 2**63 for day in span[:4])


@given(plain_dates())
def test_the_short_cut_for_plain_dates_agrees_with_the_long_way(edtf: str) -> None:
    assert parse(edtf)[:4] == parse(f"{edtf}~")[:4]


@given(DAYS)
def test_a_day_comes_back_as_it_was_written(day: int) -> None:
    year, month, of_month = civil(day)
    span = parse(f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}")
    assert (span.earliest, span.latest) == (day, day)


def test_every_month_of_a_leap_year_has_its_days() -> None:
    for month in range(1, 13):
        last = days_in_month(2016, month)
        assert parse(f"2016-{month:02}-{last}").latest == ordinal(2016, month, last)
        if last < 31:
            with pytest.raises(NotEdtf):
                parse(f"2016-{month:02}-{last + 1}")


def test_spans_are_frozen_and_can_be_kept_in_sets() -> None:
    span = parse("2016-08")
    assert {span, parse("2016-08")} == {span}
    with pytest.raises(AttributeError):
        span.shape = "within"  # type: ignore[misc]
    assert isinstance(span, Span)
