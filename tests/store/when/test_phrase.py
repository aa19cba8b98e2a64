"""Spans in words, at length and in few cells; docs/dates.md has the everyday ones."""

import pytest
from hypothesis import given

from store.when import Span, brief, ordinal, parse, phrase, resolve
from store.when.brief import CELLS
from tests.store.when.strategies import edtf_texts, plain_dates

spans = edtf_texts().map(parse)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("0079-08-24", "24 August AD 79"),
        ("0000", "1 BC"),
        ("Y-17E7", "170,000,001 BC"),
        ("-198X", "some year, 1990 – 1981 BC"),
        ("20XX", "some year, 2000 – 2099"),
        ("XXXX", "any year"),
        ("2016-XX-05", "day 5 of some month of 2016"),
        ("2016-XX-XX", "some day of 2016"),
        ("2016-1X", "some month, October – December 2016"),
        ("201X-05-12", "12 May, some year of the 2010s"),
        ("201X-21", "spring some year of the 2010s"),
        ("1999-24", "winter 1999–2000"),
        ("?2004-06~-11", "11 June 2004 (year and month approximate) (year doubtful)"),
        ("[2015-12-20..2016-01-05]", "some day, 20 Dec 2015 – 5 Jan 2016"),
        ("[2016-01-01..]", "2016 or later"),
        ("[2015-06-05..]", "5 June 2015 or later"),
        ("[..2015-06-05]", "5 June 2015 or earlier"),
        ("[..2015-05-31]", "before June 2015"),
        ("[..2015~]", "about 2015 or earlier"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670 – 1672"),
        ("[1660,1662,1664,1666,1668..1670]", "one of 5 dates, 1660 – 1670"),
        ("{1660,1662,1664,1666,1668..}", "5 dates, 1660 or later"),
        ("{2016-05..2016-07}", "all of May – July 2016"),
        ("2014~/2016-08", "about 2014 – August 2016"),
        ("2014-37/..", "since early 2014"),
        ("../..", "always"),
        ("/..", "still going on, start unknown"),
        ("../", "ended, on a day unknown"),
    ],
)
def test_a_phrase_says_what_was_reported(edtf: str, shown: str) -> None:
    assert phrase(parse(edtf)) == shown


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2016-08-01/2016-08-09", "1–9 Aug 2016"),  # the year where there is room for it
        ("[2015-12-20..2016-01-05]", "20 Dec…5 Jan"),
        ("2016-07~/2016-08-12", "≈ Jul–12 Aug"),
        ("2016-08-10%/2016-08-19%", "Aug 2016"),
        ("2015-08-25/2016-08-05", "2015–2016"),  # two Augusts: 25 Aug–5 Aug would mislead
        ("2014-37/2016-08", "2014–2016"),
        ("2016-05-25/", "May 2016 – ?"),
        ("[1667,1668,1670..1672]", "1667…1672"),
        ("{1667,1668,1670..1672}", "3 dates"),
        ("Y-17E7", "170 m BC"),
        ("Y-138E8", "13.8 bn BC"),
        ("-9998/-0998", "9999–999 BC"),
        ("-9999/-5000", "10000–5001 BC"),
        ("/..", "? –"),
    ],
)
def test_a_narrow_column_shows_less_but_nothing_else(edtf: str, shown: str) -> None:
    assert brief(parse(edtf)) == shown


def test_what_has_no_date_is_undated() -> None:
    assert phrase(None) == brief(None) == "undated"


@given(spans)
def test_every_span_has_a_phrase_of_one_line(span: Span) -> None:
    words = phrase(span)
    assert words == words.strip()
    assert words
    assert words.isprintable()
    assert "  " not in words


@given(spans)
def test_every_span_fits_a_narrow_column(span: Span) -> None:
    words = brief(span)
    assert 0 < len(words) <= CELLS
    assert words.isprintable()


@given(plain_dates(1000, 9999))
def test_the_phrase_of_a_plain_date_reads_back_as_that_date(edtf: str) -> None:
    assert resolve(phrase(parse(edtf)), ordinal(2016, 8, 12)) == edtf
    assert resolve(f"about {phrase(parse(edtf))}", ordinal(2016, 8, 12)) == f"{edtf}~"
