"""The headings of a timeline are as fine as much began, and never finer than what is known."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.lens import EVERYTHING, Lens
from store.rows import Heading, TimelineRow
from store.situation import Situation
from store.when import civil, ordinal
from tests.situations import event, generate, write

DAYS = st.none() | st.integers(ordinal(1989, 1, 1), ordinal(2025, 1, 1))


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situation]:
    opened = Situation.open(generate(tmp_path_factory.mktemp("dense") / "s.json", events=2_000))
    yield opened
    opened.close()


@contextmanager
def much_is_little() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("store.index.headings.MANY", 8)
        patched.setattr("store.index.headings._FEW", 1)
        yield


def under(situation: Situation, lens: Lens, *, newest_first: bool) -> list[tuple[Heading, tuple[TimelineRow, ...]]]:
    rows = situation.timeline(lens, newest_first=newest_first, count=100_000).rows
    found, start = [], 0
    for heading in situation.timeline_headings(lens, newest_first=newest_first):
        found.append((heading, rows[start : start + heading.number]))
        start += heading.number
    assert start == len(rows)
    return found


@settings(max_examples=40)
@given(about=st.sampled_from([(), ("faction:f0",), ("location:country-3",)]), as_of=DAYS, newest_first=st.booleans())
def test_all_that_stands_under_a_heading_began_in_it_and_is_not_known_worse(
    dense: Situation, about: tuple[str, ...], as_of: int | None, newest_first: bool
) -> None:
    with much_is_little():
        found = under(dense, Lens(about=about, as_of=as_of), newest_first=newest_first)
    for heading, rows in found:
        assert rows
        if heading.first is None or heading.last is None:
            assert heading.label == "undated"
            assert not any(row.edtf for row in rows)
            continue
        exactly = len(heading.label.split())
        for row in rows:
            assert row.earliest is not None
            assert heading.first <= row.earliest <= heading.last
            assert len(row.edtf) != len("2016") or exactly == 1
            assert len(row.edtf) != len("2016-08") or exactly < 3


def test_a_dense_store_has_days_for_headings_and_a_sparse_one_years(dense: Situation, tmp_path: Path) -> None:
    with much_is_little():
        headings = dense.timeline_headings(Lens(kinds=("event",)))
    assert any(re.fullmatch(r"\d+ \w+ \d{4}", heading.label) for heading in headings)
    sparse = Situation.open(generate(tmp_path / "s.json", events=200))
    assert all(re.fullmatch(r"\d{4}|undated", heading.label) for heading in sparse.timeline_headings())


def test_each_stretch_is_as_fine_as_it_is_full(tmp_path: Path) -> None:
    quiet = [event(f"q{number}", f"Quiet {number}", f"2014-0{number + 1}") for number in range(5)]
    full = [
        event(f"m{number}", f"March {number}", f"2016-{3 + number % 3:02}-{1 + number % 28:02}") for number in range(60)
    ]
    busy = [event(f"b{number}", f"Busy {number}", f"2016-08-0{1 + number % 4}") for number in range(60)]
    vague = [event("month", "Some time in August", "2016-08"), event("year", "Some time in 2016", "2016")]
    opened = Situation.open(write(tmp_path / "s.json", *quiet, *full, *busy, *vague))
    found = opened.timeline_headings(newest_first=False)
    assert tuple((heading.label, heading.number) for heading in found) == (
        ("2014", 5),
        ("2016", 1),
        ("March 2016", 20),
        ("April 2016", 20),
        ("May 2016", 20),
        ("1 August 2016", 15),
        ("August 2016", 1),
        ("2 August 2016", 15),
        ("3 August 2016", 15),
        ("4 August 2016", 15),
    )
    assert opened.timeline_headings() == found[::-1]
    assert civil(opened.timeline(EVERYTHING).rows[0].earliest or 0) == (2016, 8, 4)
