"""The laws of the lens, held against documents read one by one."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.index.listing import Sort
from store.lens import EVERYTHING, Lens
from store.refs import KINDS, TABLES, Kind, Ref, make
from store.situation import Situation
from store.when import Day, ordinal, parse
from tests.situations import generate

DAYS = st.integers(ordinal(1989, 1, 1), ordinal(2025, 1, 1))
ABOUT = st.sampled_from(
    [
        "faction:f0",
        "faction:f1",
        "faction:f7",
        "location:country-3",
        "location:city-2",
        "source:s1",
        "event:e5",
        "event:no",
    ]
)
LENSES = st.builds(
    Lens,
    about=st.lists(ABOUT, max_size=3, unique=True).map(tuple),
    kinds=st.lists(st.sampled_from(["event", "claim", "quote"]), max_size=2, unique=True).map(tuple),
    statuses=st.sampled_from([(), ("accepted",), ("draft", "rejected")]),
    tags=st.just(()),
    words=st.sampled_from([(), ("clash",), ("hosp", "near")]),
    phrases=st.sampled_from([(), ("held their positions",)]),
    without=st.sampled_from([(), ("raid",)]),
    since=st.none() | DAYS,
    until=st.none() | DAYS,
    as_of=st.none() | DAYS,
    known_by=st.none() | DAYS,
    also=st.lists(ABOUT, max_size=2, unique=True).map(tuple),
)
STATEMENTS: tuple[Kind, ...] = ("event", "claim", "quote")
HOLDING = {"backs", "opposes", "controls", "present-in"}
FIELDS: dict[str, str] = {"event": "when", "claim": "when", "quote": "said", "faction": "active"}


class Documents(dict[Ref, dict[str, Any]]):
    """Every document of a store by its ref."""

    def __repr__(self) -> str:
        """Return less than all of them, for a failure that can be read."""
        return f"<{len(self)} documents>"


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situation]:
    with pytest.MonkeyPatch.context() as some_are_busy:
        some_are_busy.setattr("store.index.tallying.BUSY", 20)
        opened = Situation.open(generate(tmp_path_factory.mktemp("lens") / "s.json", events=300))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def documents(situation: Situation) -> Documents:
    return Documents({make(kind, document["id"]): document for kind in KINDS for document in situation.documents(kind)})


def named(document: dict[str, Any], documents: Documents) -> set[Ref]:
    """Return every ref in a document, and all that the places among them lie within."""
    found = {text for text in texts(document) if text.partition(":")[0] in TABLES}
    for place in [ref for ref in found if ref.startswith("location:")]:
        while place in documents and "within" in documents[place]:
            place = documents[place]["within"]
            found.add(place)
    return found


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def span(ref: Ref, document: dict[str, Any]) -> tuple[Day | None, Day | None] | None:
    edtf = document.get(FIELDS[ref.partition(":")[0]], {}).get("edtf")
    return (parse(edtf).earliest, parse(edtf).latest) if edtf else None


def group(ref: Ref) -> str:
    kind = ref.partition(":")[0]
    return {"faction": "actor", "person": "actor", "location": "place", "source": "source"}.get(kind, "rest")


def is_left(ref: Ref, lens: Lens, documents: Documents) -> bool:
    """Tell by the lens's own words whether it leaves a record; words are left to the index."""
    document = documents[ref]
    names = named(document, documents) | {ref}
    for one in {group(name) for name in lens.about}:
        if not names & {name for name in lens.about if group(name) == one}:
            return False
    if not names >= set(lens.also):
        return False
    status = document.get("status", "accepted")
    if status not in (lens.statuses or ("accepted", "draft", "disputed")):
        return False
    if lens.known_by is not None and known(ref, documents) > lens.known_by:
        return False
    return in_time(span(ref, document), document.get("predicate") in HOLDING, lens)


def known(ref: Ref, documents: Documents) -> Day:
    """Return the day on which the first source of a record was published; of one without dated sources its own."""
    document = documents[ref]
    cited = (documents.get(citation["source"], {}) for citation in document.get("citations", ()))
    published = [parse(source["published"]["edtf"]).earliest or 0 for source in cited if "published" in source]
    own = span(ref, document)
    return min(published, default=(own[0] or 0) if own else 0)


def in_time(days: tuple[Day | None, Day | None] | None, ends: bool, lens: Lens) -> bool:
    if days is None:
        return lens.since is None and lens.until is None
    first, last = days
    if lens.since is not None and last is not None and last < lens.since:
        return False
    if lens.until is not None and first is not None and first > lens.until:
        return False
    if lens.as_of is None:
        return True
    begun = first is None or first <= lens.as_of
    return begun and not (ends and last is not None and last < lens.as_of)


def timeline(situation: Situation, lens: Lens) -> list[Ref]:
    return [row.statement for row in situation.timeline(lens, count=10_000).rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lens=LENSES)
def test_the_timeline_is_what_the_documents_say(situation: Situation, documents: Documents, lens: Lens) -> None:
    lens = lens._replace(words=(), phrases=(), without=())
    wanted = lens.kinds or STATEMENTS
    expected = {ref for ref in documents if ref.partition(":")[0] in wanted and is_left(ref, lens, documents)}
    assert set(timeline(situation, lens)) == expected


@given(lens=LENSES, more=LENSES)
def test_narrowing_never_adds(situation: Situation, lens: Lens, more: Lens) -> None:
    narrower = lens._replace(
        without=lens.without or more.without,
        words=(*lens.words, *more.words),
        since=max(filter(None, (lens.since, more.since)), default=None),
        until=min(filter(None, (lens.until, more.until)), default=None),
    )
    assert set(timeline(situation, narrower)) <= set(timeline(situation, lens))


@given(lens=LENSES, newest_first=st.booleans(), size=st.integers(1, 90))
def test_slices_make_the_whole_and_every_position_is_right(
    situation: Situation, lens: Lens, newest_first: bool, size: int
) -> None:
    whole = situation.timeline(lens, newest_first=newest_first, count=10_000)
    assert whole.total == len(whole.rows)
    pieces = [
        row
        for start in range(0, whole.total, size)
        for row in situation.timeline(lens, newest_first=newest_first, start=start, count=size).rows
    ]
    assert tuple(pieces) == whole.rows
    for place in range(0, whole.total, max(whole.total // 5, 1)):
        assert situation.timeline_position(whole.rows[place].statement, lens, newest_first=newest_first) == place


@given(lens=LENSES)
def test_the_timeline_is_in_the_order_of_time(situation: Situation, lens: Lens) -> None:
    rows = situation.timeline(lens, newest_first=False, count=10_000).rows
    dated = [row for row in rows if row.year != "undated"]
    keys = [(row.earliest or 0, row.latest or 10**9) for row in dated]
    assert keys == sorted(keys)
    assert rows[: len(dated)] == tuple(dated)


@given(lens=LENSES)
def test_histogram_counts_and_quotes_agree_with_the_timeline(situation: Situation, lens: Lens) -> None:
    rows = situation.timeline(lens, count=10_000).rows
    assert sum(bucket.number for bucket in situation.histogram(lens)) == sum(row.earliest is not None for row in rows)
    assert situation.quotes(lens).total == sum(row.kind == "quote" for row in rows)
    counts = situation.counts(lens)
    for kind in STATEMENTS:
        assert counts[kind] == sum(row.kind == kind for row in rows)


@given(lens=LENSES, sort=st.sampled_from(["name", "touches", "time"]), size=st.integers(1, 60))
def test_slices_of_the_index_make_the_whole(situation: Situation, lens: Lens, sort: Sort, size: int) -> None:
    whole = situation.index("event", lens, sort=sort, count=10_000)
    assert whole.total == len(whole.rows) == situation.counts(lens)["event"]
    pieces = [
        row
        for start in range(0, whole.total, size)
        for row in situation.index("event", lens, sort=sort, start=start, count=size).rows
    ]
    assert tuple(pieces) == whole.rows
    for place in range(0, whole.total, max(whole.total // 4, 1)):
        assert situation.index_position("event", whole.rows[place].target, lens, sort=sort) == place


def test_the_empty_lens_knows_that_it_is_empty() -> None:
    assert Lens().empty
    assert EVERYTHING.empty
    assert not Lens(tags=("oil",)).empty


def test_jumping_deep_into_a_long_timeline_lands_where_walking_does(tmp_path: Path) -> None:
    opened = Situation.open(generate(tmp_path / "s.json", events=5_000))
    for lens in (EVERYTHING, Lens(about=("faction:f0",)), Lens(as_of=ordinal(2016, 1, 1))):
        for newest_first in (True, False):
            whole = opened.timeline(lens, newest_first=newest_first, count=10_000).rows
            for start in range(0, len(whole), 701):
                piece = opened.timeline(lens, newest_first=newest_first, start=start, count=20)
                assert piece.rows == whole[start : start + 20]
            for place in range(0, len(whole), 977):
                ref = whole[place].statement
                assert opened.timeline_position(ref, lens, newest_first=newest_first) == place


@given(lens=LENSES)
def test_factions_are_listed_that_the_statements_of_a_lens_name(
    situation: Situation, documents: Documents, lens: Lens
) -> None:
    lens = lens._replace(words=(), phrases=(), without=(), kinds=(), statuses=())
    listed = {row.target for row in situation.index("faction", lens, count=1000).rows}
    own = {ref for ref in documents if ref.startswith("faction:") and is_left(ref, lens, documents)}
    by_statements = {
        name for ref in timeline(situation, lens) for name in named(documents[ref], documents) if name in documents
    }
    narrows = lens.from_today != EVERYTHING
    assert listed == own | ({name for name in by_statements if name.startswith("faction:")} if narrows else set())


@given(lens=LENSES, newest_first=st.booleans())
def test_headings_are_the_years_of_the_rows_under_them(situation: Situation, lens: Lens, newest_first: bool) -> None:
    rows = situation.timeline(lens, newest_first=newest_first, count=10_000).rows
    years = tuple((year, len(list(under))) for year, under in groupby(rows, lambda row: row.year))
    headings = situation.timeline_headings(lens, newest_first=newest_first)
    assert tuple((heading.label, heading.number) for heading in headings) == years
