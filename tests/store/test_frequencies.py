"""What is counted is what one comes to by following the count."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.lens import EVERYTHING, Lens
from store.rows import FrequencyRow
from store.situation import Situation
from store.when import ordinal
from tests.situations import generate

DAYS = st.none() | st.integers(ordinal(1989, 1, 1), ordinal(2025, 1, 1))
LENSES = st.builds(
    Lens,
    about=st.sampled_from([(), ("faction:f0",), ("location:country-3",), ("faction:f1", "location:country-2")]),
    kinds=st.sampled_from([(), ("event",), ("claim", "quote")]),
    statuses=st.just(()),
    tags=st.just(()),
    words=st.sampled_from([(), ("clash",)]),
    phrases=st.just(()),
    without=st.just(()),
    since=DAYS,
    until=st.none(),
    as_of=DAYS,
    known_by=st.none(),
    also=st.sampled_from([(), ("faction:f2",)]),
)


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situation]:
    opened = Situation.open(generate(tmp_path_factory.mktemp("often") / "s.json", events=400))
    yield opened
    opened.close()


def statements(situation: Situation, lens: Lens) -> int:
    kinds = tuple(kind for kind in ("event", "claim", "quote") if kind in (lens.kinds or ("event", "claim", "quote")))
    return situation.timeline(lens._replace(kinds=kinds), count=0).total


def followed(lens: Lens, row: FrequencyRow) -> Lens:
    return lens._replace(kinds=(row.kind,)) if row.group == "kind" else lens._replace(also=(*lens.also, row.target))


@given(lens=LENSES)
def test_following_a_count_leads_to_so_many(situation: Situation, lens: Lens) -> None:
    found = situation.frequencies(lens, count=5)
    assert found.of == found.total == statements(situation, lens)
    for row in found.rows:
        if row.kind != "source":
            assert statements(situation, followed(lens, row)) == row.number, row


@given(lens=LENSES)
def test_the_most_stand_first(situation: Situation, lens: Lens) -> None:
    rows = situation.frequencies(lens, count=5).rows
    for group in ("actor", "place"):
        numbers = [row.number for row in rows if row.group == group]
        assert numbers == sorted(numbers, reverse=True)
        assert len(numbers) <= 5


def test_of_very_many_statements_the_busiest_actors_are_counted_or_the_newest_are(
    situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    exactly = {row.target: row.number for row in situation.frequencies(count=500).rows}
    monkeypatch.setattr("store.index.frequencies.MANY", 50)
    of_all = situation.frequencies(EVERYTHING, count=40)
    assert of_all.of == of_all.total
    for row in of_all.rows:
        assert not row.target or row.number == exactly[row.target]
    assert next(row for row in of_all.rows if row.group == "actor").target in exactly
    some = situation.frequencies(Lens(about=("location:country-3", "location:country-4", "location:country-5")))
    assert some.of == 50 < some.total
    newest = situation.timeline(
        Lens(about=("location:country-3", "location:country-4", "location:country-5")), count=50
    ).rows
    named = Counter(
        actor["actor"]
        for row in newest
        if row.kind == "event"
        for actor in {each["actor"]: each for each in situation.document(row.target)["participants"]}.values()
    )
    top = next(row for row in some.rows if row.group == "actor")
    assert top.number >= named[top.target] > 0
