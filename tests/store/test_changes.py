"""What changed between two days is the difference of two answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.lens import EVERYTHING, Lens
from store.refs import KINDS, Ref
from store.rows import ChangeRow
from store.situation import Situation
from store.when import Day, ordinal
from tests.situations import cited, claim, event, faction, generate, location, source, write

ALL = 100_000
DAYS = st.integers(ordinal(1989, 1, 1), ordinal(2025, 1, 1))
LENSES = st.builds(
    Lens,
    about=st.sampled_from([(), ("faction:f0",), ("location:country-3", "faction:f1"), ("source:s1",)]),
    kinds=st.sampled_from([(), ("event",), ("claim", "source")]),
    statuses=st.just(()),
    tags=st.just(()),
    words=st.just(()),
    phrases=st.just(()),
    without=st.just(()),
    since=st.none() | DAYS,
    until=st.none(),
    as_of=st.none() | DAYS,
    known_by=st.none() | DAYS,
)


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situation]:
    opened = Situation.open(generate(tmp_path_factory.mktemp("changes") / "s.json", events=300))
    yield opened
    opened.close()


def left(situation: Situation, lens: Lens) -> set[Ref]:
    """Return all records of all kinds that a lens itself leaves, short of those that others only name."""
    wide = lens._replace(kinds=lens.kinds or KINDS)
    return {row.target for row in situation.timeline(wide, count=ALL).rows}


def changed(situation: Situation, lens: Lens, after: Day, until: Day, *, known: bool) -> dict[str, set[Ref]]:
    rows = situation.changes(after, until, lens, known=known, count=ALL).rows
    return {change: {row.target for row in rows if row.change == change} for change in {row.change for row in rows}}


@given(lens=LENSES, days=st.tuples(DAYS, DAYS).map(sorted))
def test_what_changed_is_what_one_day_shows_and_the_other_does_not(
    situation: Situation, lens: Lens, days: list[Day]
) -> None:
    after, until = days
    before, then = (left(situation, lens._replace(as_of=day)) for day in days)
    found = changed(situation, lens, after, until, known=False)
    assert found.get("began", set()) == then - before
    assert found.get("ended", set()) == before - then
    assert not found.get("came and went", set()) & (before | then)


@given(lens=LENSES, days=st.tuples(DAYS, DAYS).map(sorted))
def test_what_became_known_is_what_was_known_by_one_day_and_not_by_the_other(
    situation: Situation, lens: Lens, days: list[Day]
) -> None:
    after, until = days
    before, then = (left(situation, lens._replace(known_by=day)) for day in days)
    assert before <= then
    assert changed(situation, lens, after, until, known=True).get("became known", set()) == then - before


@given(lens=LENSES, days=st.tuples(DAYS, DAYS).map(sorted), size=st.integers(1, 60), known=st.booleans())
def test_slices_make_the_whole_under_headings_that_count_it(
    situation: Situation, lens: Lens, days: list[Day], size: int, known: bool
) -> None:
    after, until = days
    whole = situation.changes(after, until, lens, known=known, count=ALL)
    pieces: list[ChangeRow] = []
    for start in range(0, whole.total, size):
        pieces += situation.changes(after, until, lens, known=known, start=start, count=size).rows
    assert tuple(pieces) == whole.rows
    assert whole.total == len(whole.rows)
    assert sum(heading.number for heading in situation.change_headings(after, until, lens, known=known)) == whole.total


def test_holds_come_first_and_say_what_became_of_them(tmp_path: Path) -> None:
    opened = Situation.open(
        write(
            tmp_path / "s.json",
            source("report", when="2016-08-18"),
            faction("reds"),
            faction("blues"),
            location("town"),
            event("clash", "A clash", "2016-05-10", "location:town"),
            claim("reds-hold", "faction:reds", "controls", "location:town", "2015/2016-05-10"),
            claim("blues-hold", "faction:blues", "controls", "location:town", "2016-05-12/.."),
            claim("days", "faction:reds", "contests", "location:town", "2016-05-14/2016-05-20"),
            claim("old", "faction:reds", "backs", "faction:blues", "2011/..", citations=cited("source:report")),
        )
    )
    after, until = ordinal(2016, 5, 1), ordinal(2016, 6, 1)
    headings = opened.change_headings(after, until)
    assert tuple((heading.label, heading.number) for heading in headings) == (
        ("Holds that began", 1),
        ("Holds that ended", 1),
        ("Holds that came and went", 1),
        ("Events", 1),
    )
    assert [row.title for row in opened.changes(after, until).rows] == [
        "Blues controls Town",
        "Reds controls Town",
        "Reds contests Town",
        "A clash",
    ]
    assert opened.changes(until, after).total == 0
    known = opened.changes(ordinal(2016, 8, 1), ordinal(2016, 9, 1), EVERYTHING, known=True)
    assert [row.target for row in known.rows] == ["claim:old", "source:report"]
