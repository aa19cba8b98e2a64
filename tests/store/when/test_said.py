"""The words of reports; docs/dates.md has the conventions, one row each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.when import ordinal, parse, resolve
from tests.store.when.strategies import DAYS, edtf_texts

FRIDAY = ordinal(2016, 8, 12)

WORDS = st.sampled_from(
    [
        *("since", "before", "after", "by", "until", "from", "to", "between", "and", "or later", "-"),
        *("about", "perhaps", "some", "sometime", "in", "the", "of", "last", "this", "past", "recent", "few", "ago"),
        *("early", "mid", "late", "first", "quarter", "half", "q2", "week", "weeks", "days", "months", "year", "years"),
        *("may", "august", "tuesday", "spring", "winter", "bc", "ad"),
        *("0", "3", "10", "31", "2016", "2015-16", "99999", "2016-08"),
    ]
)


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("  SINCE   early 2014. ", "2014-37/.."),
        ("some time in May", "2016-05"),
        ("Aug. 5th, 2016", "2016-08-05"),
        ("the 5th of August", "2016-08-05"),
        ("31 December", "2015-12-31"),
        ("29 February", "2016-02-29"),
        ("on Tuesday night", "2016-08-09"),
        ("a couple of weeks ago", "[2016-07-26..2016-08-01]"),
        ("several months ago", "[2016-02..2016-06]"),
        ("the last two weeks", "2016-07-29/2016-08-12"),
        ("last two weeks", None),
        ("in the past few weeks", "2016-07~/2016-08-12"),
        ("10–19 August 2016", "2016-08-10/2016-08-19"),
        ("2014–2016", "2014/2016"),
        ("some day, 17 Jun – 5 Aug 2016", "[2016-06-17..2016-08-05]"),
        ("before last week", "[..2016-07-31]"),
        ("perhaps about 2014", "2014%"),
        ("about weeks ago", "[2016-06-17..2016-08-05]"),
        ("end of 2014", "2014-39"),
        ("the beginning of August 2016", "[2016-08-01..2016-08-10]"),
        ("this summer", "2016-22"),
        ("last summer", "2015-22"),
        ("winter 2015–16", "2015-24"),
        ("15 March 44 BC", "-0043-03-15"),
        ("2016-05/..", "2016-05/.."),
        ("since 2016-05", "2016-05/.."),
    ],
)
def test_neighbours_of_the_conventions(said: str, edtf: str | None) -> None:
    assert resolve(said, FRIDAY) == edtf


@pytest.mark.parametrize(
    "said",
    [
        *("", "soon", "recently", "one day", "the war", "March hare", "since", "between May", "13/08/2016"),
        *("31 June 2016", "29 February 2015", "0 BC", "3000 years ago", "12016 years ago"),
        "since three weeks ago",  # EDTF has no way to begin on one of some days
        *("x" * 10**6, "by " * 60, "by before after " * 12, "[" * 90, "\x1b[31m2016", "2016 or later" * 15),
    ],
)
def test_what_is_not_understood_stays_undated(said: str) -> None:
    assert resolve(said, FRIDAY) is None


def test_the_nearest_past_goes_back_over_the_new_year() -> None:
    new_year = ordinal(2016, 1, 1)
    assert resolve("last month", new_year) == "2015-12"
    assert resolve("last week", new_year) == "[2015-12-21..2015-12-27]"
    assert resolve("this year", new_year) == "2016-01-01"
    assert resolve("this winter", new_year) == "2015-24"
    assert resolve("last winter", new_year) == "2014-24"
    assert resolve("in recent weeks", new_year) == "2015-12~/2016-01-01"


@given(edtf_texts(), DAYS)
def test_edtf_is_taken_as_it_is(edtf: str, anchor: int) -> None:
    assert resolve(edtf, anchor) == edtf


@given(st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=40), DAYS)
def test_whatever_is_said_becomes_edtf_or_nothing(said: str, anchor: int) -> None:
    edtf = resolve(said, anchor)
    assert edtf is None or parse(edtf).edtf == edtf
