"""After any change the index answers as one that is made anew does."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index.database import Database, IndexFailed
from store.index.schema import GAP
from store.lens import Lens
from store.records import Claim, Event, Location, Record, Source, read
from store.refs import KINDS
from store.situation import Situation
from store.values import Name, When
from store.when import ordinal
from tests import situations
from tests.situations import claim, event, faction, location, source

REFS = (
    "faction:reds",
    "faction:blues",
    "location:sabratah",
    "location:port",
    "location:coast",
    "event:clash",
    "event:siege",
    "claim:oppose",
    "claim:strength",
    "claim:strength-too",
    "claim:reds-hold",
    "quote:few",
    "source:report",
)

SOME_DAYS = (
    Lens(as_of=ordinal(2016, 5, 10)),
    Lens(since=ordinal(2016, 5, 12), until=ordinal(2016, 6, 30)),
    Lens(since=ordinal(2015, 6, 1), as_of=ordinal(2016, 7, 15)),
)


def everything(situation: Situation) -> dict[str, Any]:
    """Return the answers to a question of every sort, in an order that does not hang on the order of changes."""
    answers: dict[str, Any] = {
        "counts": situation.counts(),
        "span": situation.span(),
        "stats": situation.stats()._replace(bytes=0),
        "conflicts": set(situation.conflicts().rows),
        "places": set(situation.places().rows),
        "histogram": situation.histogram(),
        "timeline": situation.timeline(count=1000),
        "days": [(situation.timeline(lens), situation.timeline_headings(lens)) for lens in SOME_DAYS],
    }
    for kind in KINDS:
        rows = situation.index(kind, count=1000).rows
        answers[kind] = rows
        for row in rows:
            answers[f"lens {row.target}"] = situation.timeline(Lens(about=(row.target,))).total
            answers[f"profile {row.target}"] = situation.profile(row.target)
            if kind in ("faction", "location"):
                answers[f"named {row.target}"] = named_beside(situation, row.target)
                for number, lens in enumerate(SOME_DAYS):
                    narrowed = lens._replace(about=(row.target,))
                    answers[f"days {number} {row.target}"] = situation.timeline(narrowed), situation.histogram(narrowed)
    for word in ("the", "reds", "gate", "sabratah", "new", "2,000", "few"):
        answers[f"find {word}"] = {row.target for row in situation.find(word).rows}
    return answers


def named_beside(situation: Situation, ref: str) -> list[str]:
    """Return the actors, places and sources that are named by what names a record."""
    lens = Lens(about=(ref,))
    return [row.target for kind in ("faction", "location", "source") for row in situation.index(kind, lens).rows]


def changed(record: Record, title: str, edtf: str) -> Record:
    """Return the record under another name and at another time, as far as it has them."""
    if isinstance(record, Event | Claim):
        named = {"title": title} if isinstance(record, Event) else {}
        return record.model_copy(update={"when": When(edtf=edtf), **named})
    if isinstance(record, Source):
        return record.model_copy(update={"title": title, "reliability": "D"})
    if hasattr(record, "names"):
        return record.model_copy(update={"names": (Name(text=title),)})
    return record.model_copy(update={"note": title})


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(REFS),
        st.sampled_from(["new name", "The Aardvarks", "Zebras"]),
        st.sampled_from(["", "2013", "2016-05-10", "2016-06/.."]),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("busy", [2, 20_000])
@settings(max_examples=15)
@given(changes=CHANGES)
def test_a_changed_index_answers_as_a_new_one(
    tmp_path_factory: pytest.TempPathFactory,
    busy: int,
    changes: Any,  # noqa: ANN401
) -> None:
    with pytest.MonkeyPatch.context() as some_are_busy:
        some_are_busy.setattr("store.index.tallying.BUSY", busy)
        change_and_compare(tmp_path_factory, changes)


def change_and_compare(tmp_path_factory: pytest.TempPathFactory, changes: Any) -> None:  # noqa: ANN401
    path = situations.small(tmp_path_factory.mktemp("change") / "s.json")
    situation = Situation.open(path)
    for ref, title, edtf, goes in changes:
        if not any(document["id"] == ref.partition(":")[2] for document in situation.documents(ref.partition(":")[0])):
            continue
        if goes:
            situation.change([], [ref])
        else:
            situation.change([changed(situation.record(ref), f"{title} {ref}", edtf)])
    assert everything(situation) == everything(Situation.open(path))


def record(made: situations.Made) -> Record:
    return read(made.kind, made.document)


def test_new_records_that_name_one_another_come_in_one_change(tmp_path: Path) -> None:
    path = situations.small(tmp_path / "s.json")
    situation = Situation.open(path)
    situation.change(
        map(
            record,
            (
                event("new", "New event", "2016-09", "location:hamlet", ["faction:newcomers"], tags=["late"]),
                location("hamlet", "Hamlet", within="location:valley", point=(31.0, 13.0)),
                location("valley", "Valley", within="location:land"),
                faction("newcomers", "Newcomers"),
                claim("theirs", "faction:newcomers", "controls", "location:sabratah", "2016-08"),
                source("paper", "Paper"),
            ),
        )
    )
    assert everything(situation) == everything(Situation.open(path))
    assert situation.timeline(Lens(about=("location:land",))).total > 0
    assert {row.statement for row in situation.timeline(Lens(tags=("late",))).rows} == {"event:new"}
    assert situation.conflicts(Lens(about=("faction:newcomers",))).total == 2


def test_a_place_that_moves_takes_along_what_lies_in_it(tmp_path: Path) -> None:
    path = situations.small(tmp_path / "s.json")
    situation = Situation.open(path)
    town = situation.record("location:sabratah")
    assert isinstance(town, Location)
    situation.change([town.model_copy(update={"within": "location:land"})])
    assert everything(situation) == everything(Situation.open(path))
    assert "event:clash" not in {row.statement for row in situation.timeline(Lens(about=("location:coast",))).rows}


def test_what_was_missing_is_there_once_it_is_added(tmp_path: Path) -> None:
    path = situations.write(tmp_path / "s.json", event("e", "Event", "2016", who=["faction:ghost"]))
    situation = Situation.open(path)
    situation.change([record(faction("ghost", "Ghosts"))])
    assert situation.profile("faction:ghost").rows[0].target == "event:e"
    situation.change([], ["faction:ghost"])
    assert situation.title_of("faction:ghost") == "faction:ghost"
    assert everything(situation) == everything(Situation.open(path))


@pytest.mark.parametrize("backwards", [False, True])
def test_titles_keep_their_order_when_there_is_no_room_left_between_two(tmp_path: Path, backwards: bool) -> None:
    path = situations.write(tmp_path / "s.json", event("a", "a", "2016"), event("z", "z", "2016"))
    situation = Situation.open(path)
    numbers = range(GAP.bit_length() + 8)
    for number in reversed(numbers) if backwards else numbers:
        situation.change([record(event(f"m{number}", f"m {number:03}", "2016"))])
    titles = [row.title for row in situation.index("event", count=100).rows]
    assert titles == sorted(titles)
    assert everything(situation) == everything(Situation.open(path))


def test_equal_titles_on_equal_days_stand_by_their_refs_however_they_came(tmp_path: Path) -> None:
    path = situations.write(tmp_path / "s.json", event("b", "Raid", "2016"), event("d", "Raid", "2016"))
    situation = Situation.open(path)
    for name in ("e", "a", "c"):
        situation.change([record(event(name, "Raid", "2016"))])
    listed = [row.target for row in situation.index("event").rows]
    assert listed == [f"event:{name}" for name in "abcde"]
    assert everything(situation) == everything(Situation.open(path))


def test_another_process_that_changes_a_kept_index_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("store.index.cache.LARGE", 0)
    path = situations.small(tmp_path / "s.json")
    reader, writer = Situation.open(path), Situation.open(path)
    assert reader.timeline().total == 15
    writer.change([], ["event:clash"])
    assert reader.timeline(Lens(about=("event:clash",))).total == 1
    assert reader.timeline().total == 14


def test_many_changes_leave_little_lying_about_that_a_question_would_walk_through(tmp_path: Path) -> None:
    situation = Situation.open(situations.small(tmp_path / "s.json"))
    for number in range(30):
        situation.change([Event(id="clash", title=f"Clash number {number}")])
    assert situation.find("number").total == 1
    assert situation._index.database.value("SELECT count(DISTINCT segid) FROM words_idx") < 8


def test_an_index_that_cannot_follow_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = situations.small(tmp_path / "s.json")
    situation = Situation.open(path)

    def fail(database: Database) -> None:
        raise IndexFailed("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("store.index.changing.tidy", fail)
        situation.change([], ["event:clash"])
    assert everything(situation) == everything(Situation.open(path))
