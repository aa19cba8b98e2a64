"""The order of a timeline."""

from hypothesis import given
from hypothesis import strategies as st

from store.when import parse, sort_key
from tests.store.when.strategies import edtf_texts


def in_order(*rows: tuple[str, str]) -> list[str]:
    keyed = sorted(rows, key=lambda row: sort_key(parse(row[0]) if row[0] else None, row[1]))
    return [title for _, title in keyed]


def test_earliest_then_latest_then_title_without_regard_to_capitals() -> None:
    rows = [("2016-08", "month"), ("2016-08-01", "day"), ("2016-08-01", "Dawn"), ("2015", "year before")]
    assert in_order(*rows) == ["year before", "Dawn", "day", "month"]


def test_what_has_no_beginning_comes_first_in_the_order_of_its_ends() -> None:
    rows = [("-9999", "long ago"), ("/2016", "until 2016"), ("[..2015]", "before 2016"), ("../..", "always")]
    assert in_order(*rows) == ["before 2016", "until 2016", "always", "long ago"]


def test_what_goes_on_comes_after_what_ended() -> None:
    assert in_order(("2016-05/..", "goes on"), ("2016-05", "ended")) == ["ended", "goes on"]


def test_what_has_no_date_comes_last() -> None:
    assert in_order(("", "a"), ("Y9E14", "z")) == ["z", "a"]


@given(st.lists(st.tuples(st.none() | edtf_texts(), st.text()), max_size=6))
def test_everything_can_be_sorted_and_fits_the_index(rows: list[tuple[str | None, str]]) -> None:
    keys = sorted(sort_key(parse(edtf) if edtf else None, title) for edtf, title in rows)
    assert all(-(2**63) <= number < 2**63 for key in keys for number in key[:3])
