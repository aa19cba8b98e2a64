"""The `edtf` package as an oracle: both read the same texts, and their strict bounds are the same days.

Left out because the package is known to differ there: digits open in a day or a month (`2016-08-1X` fails;
`-2016-02-XX` is out of order; days that no calendar has), winters (its winter is December alone), significant digits
(it keeps the one year), and unknown edges of intervals (it makes up ten years).
"""

import warnings
from time import struct_time
from typing import Protocol

from hypothesis import given, settings
from hypothesis import strategies as st

from store.when import civil, parse
from tests.store.when.strategies import plain_dates, year_text

with warnings.catch_warnings():
    # the package names results in a way that newer versions of its parser generator complain about
    warnings.filterwarnings("ignore", message="warn_multiple_tokens_in_named_alternation")
    from edtf import parse_edtf

WINTERS = {24, 28, 30}

trailing_marks = st.builds(lambda date, mark: date + mark, plain_dates(), st.sampled_from("?~%"))
long_years = st.integers(10_000, 10**9).map(lambda year: f"Y{year}") | st.integers(1, 99).map(
    lambda base: f"Y-{base}E7"
)
years_with_x = st.builds(
    lambda year, xs: year_text(year)[: -len(xs)] + xs, st.integers(0, 9999), st.sampled_from(["X", "XX"])
)
parts = st.builds(
    lambda year, part: f"{year_text(year)}-{part}",
    st.integers(-9999, 9999),
    st.integers(21, 41).filter(lambda part: part not in WINTERS),
)
edges = plain_dates(1900, 2100)


def in_order(form: str) -> st.SearchStrategy[str]:
    """Draw two dates in order, in a form such as `{}/{}`."""
    days = st.lists(st.dates(), min_size=2, max_size=2, unique=True).map(sorted)
    return days.map(lambda pair: form.format(*(day.isoformat() for day in pair)))


ranges = in_order("{}/{}") | in_order("[{}..{}]") | in_order("[{},{}]") | in_order("{{{},{}}}") | in_order("{{{}..{}}}")
open_ranges = st.builds(
    lambda form, date: form.format(date), st.sampled_from(["{}/..", "../{}", "[{}..]", "[..{}]", "{{..{}}}"]), edges
)


class Oracle(Protocol):
    """What the package returns; its open ends are infinite floats."""

    def lower_strict(self) -> struct_time | float:
        """Return the first second."""

    def upper_strict(self) -> struct_time | float:
        """Return the last second."""


def days_of(oracle: Oracle) -> tuple[tuple[int, ...] | None, tuple[int, ...] | None]:
    """Return the package's strict bounds as dates."""
    lower, upper = oracle.lower_strict(), oracle.upper_strict()
    return (
        None if isinstance(lower, float) else tuple(lower[:3]),
        None if isinstance(upper, float) else tuple(upper[:3]),
    )


@settings(max_examples=100)
@given(plain_dates() | trailing_marks | long_years | years_with_x | parts | ranges | open_ranges)
def test_strict_bounds_are_the_same(text: str) -> None:
    span = parse(text)
    ours = tuple(None if day is None else civil(day) for day in (span.earliest, span.latest))
    assert ours == days_of(parse_edtf(text))


@settings(max_examples=40)
@given(trailing_marks | plain_dates())
def test_marks_are_the_same(text: str) -> None:
    span, oracle = parse(text), parse_edtf(text)
    both = bool(getattr(oracle, "is_uncertain_and_approximate", False))
    assert span.approximate == (both or bool(getattr(oracle, "is_approximate", False)))
    assert span.uncertain == (both or bool(getattr(oracle, "is_uncertain", False)))
