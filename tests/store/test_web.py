"""The web of an actor, and how two actors are linked."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index.lookup import UnknownRecord
from store.lens import EVERYTHING
from store.situation import Situation
from store.when import parse
from tests.situations import Made, claim, faction, location, person, write

NAMES = ("a", "b", "c", "d", "e", "f")


def opened(tmp_path: Path, *records: Made) -> Situation:
    return Situation.open(write(tmp_path / "s.json", *records))


def actors(*names: str) -> list[Made]:
    return [faction(name) for name in names]


def backs(one: str, other: str, when: str = "", **fields: object) -> Made:
    return claim(f"{one}-{other}", f"faction:{one}", "backs", f"faction:{other}", when, **fields)


def told(situation: Situation, name: str) -> list[tuple[int, str, str, str]]:
    return [(row.depth, row.from_, row.label, row.text) for row in situation.web(f"faction:{name}")]


def chain(situation: Situation, one: str, other: str) -> list[str]:
    return [f"{row.from_} {row.label} {row.text}" for row in situation.link(f"faction:{one}", f"faction:{other}")]


def test_under_each_tie_stand_the_ties_of_its_other_end(tmp_path: Path) -> None:
    situation = opened(tmp_path, *actors("a", "b", "c", "d"), backs("a", "b"), backs("c", "b"), backs("c", "d"))
    assert told(situation, "a") == [(1, "A", "backs", "B"), (2, "B", "backed by", "C")]
    assert told(situation, "b") == [(1, "B", "backed by", "A"), (1, "B", "backed by", "C"), (2, "C", "backs", "D")]


def test_an_actor_tied_twice_has_its_own_ties_told_once(tmp_path: Path) -> None:
    opposes = claim("too", "faction:a", "opposes", "faction:b")
    situation = opened(tmp_path, *actors("a", "b", "c"), backs("a", "b"), opposes, backs("b", "c"))
    assert told(situation, "a") == [(1, "A", "backs", "B"), (2, "B", "backs", "C"), (1, "A", "opposes", "B")]


def test_the_web_looks_from_the_day_of_the_lens(tmp_path: Path) -> None:
    situation = opened(tmp_path, *actors("a", "b", "c"), backs("a", "b", "2014/2015"), backs("a", "c", "2016/.."))
    on = EVERYTHING._replace(as_of=parse("2015-03-01").latest)
    assert [row.text for row in situation.web("faction:a", on)] == ["B"]


def test_rejected_ties_and_those_to_places_and_to_nobody_lead_nowhere(tmp_path: Path) -> None:
    situation = opened(
        tmp_path,
        *actors("a", "b", "c"),
        location("land"),
        backs("a", "b", status="rejected"),
        claim("odd", "faction:a", "part-of", "location:land"),
        claim("gone", "faction:a", "backs", "faction:ghost"),
    )
    assert [row.text for row in situation.web("faction:a")] == ["faction:ghost", "Land"]
    assert chain(situation, "a", "c") == []


def test_two_actors_are_linked_by_the_shortest_chain(tmp_path: Path) -> None:
    situation = opened(
        tmp_path,
        *actors("a", "b", "c", "d"),
        person("chief"),
        backs("a", "b"),
        backs("c", "b"),
        claim("leads", "person:chief", "leads", "faction:c"),
        backs("a", "d"),
    )
    assert chain(situation, "a", "c") == ["A backs B", "B backed by C"]
    assert [row.target for row in situation.link("faction:d", "person:chief")] == [
        "faction:a",
        "faction:b",
        "faction:c",
        "person:chief",
    ]


def test_an_actor_is_not_linked_to_itself_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    situation = opened(tmp_path, *actors("a", "b"), backs("a", "b"))
    assert chain(situation, "a", "a") == []
    with pytest.raises(UnknownRecord):
        situation.link("faction:a", "faction:nobody")


@settings(max_examples=30)
@given(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12))
def test_a_chain_is_as_long_one_way_as_the_other_and_each_step_is_a_tie(
    tmp_path_factory: pytest.TempPathFactory, pairs: set[tuple[str, str]]
) -> None:
    made = [backs(one, other) for one, other in pairs if one != other]
    situation = opened(tmp_path_factory.mktemp("web"), *actors(*NAMES), *made)
    for one in NAMES[:3]:
        for other in NAMES[3:]:
            there = situation.link(f"faction:{one}", f"faction:{other}")
            back = situation.link(f"faction:{other}", f"faction:{one}")
            assert len(there) == len(back)
            assert [row.near for row in there[1:]] == [row.target for row in there[:-1]]
            assert {row.statement for row in there} <= {record.ref for record in made}
