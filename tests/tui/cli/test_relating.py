"""`sitroom conflicts`, `ties` and `holds`."""

from pathlib import Path

import pytest

from tests.situations import claim, faction, location, small, write
from tests.tui.cli.conftest import Typed


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(small(tmp_path / "s.json"))


def test_conflicts_list_each_fact_with_its_accounts(typed: Typed, store: str) -> None:
    answer = typed("conflicts", "--store", store)
    assert (answer.code, answer.err) == (0, "")
    assert (
        "Şabrātah: who controlled it [location:sabratah]\n  The Blues (since July 2016, Coast Radio, ¶1" in answer.out
    )


def test_conflicts_keep_to_a_lens_and_say_where_there_are_none(typed: Typed, store: str) -> None:
    assert "Clash at the gate" not in typed("conflicts", "--store", store, "--lens", "kind:source").out
    answer = typed("conflicts")
    assert (answer.code, answer.out, answer.err) == (0, "", "sitroom: no two accounts disagree\n")


def test_conflicts_as_json_hold_every_account(typed: Typed, store: str) -> None:
    answer = typed("conflicts", "--store", store, "--json").json
    assert answer["total"] == 3
    assert [len(fact["accounts"]) for fact in answer["conflicts"]] == [2, 2, 2]
    assert answer["conflicts"][1]["accounts"][0]["value"] == "The Blues"


def test_ties_stand_further_in_the_further_away_they_are(typed: Typed, tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        *(faction(name) for name in "abc"),
        claim("ab", "faction:a", "backs", "faction:b", "2016"),
        claim("bc", "faction:b", "opposes", "faction:c"),
    )
    assert typed("ties", "faction:a", "--store", str(path)).out.splitlines() == [
        "A",
        "    backs: B (2016) [faction:b, claim:ab]",
        "        opposes: C [faction:c, claim:bc]",
    ]
    linked = typed("ties", "faction:c", "--to", "faction:a", "--store", str(path))
    assert linked.out.splitlines() == [
        "1. C - opposed by: B [faction:b, claim:bc]",
        "2. B - backed by: A (2016) [faction:a, claim:ab]",
    ]
    before = typed("ties", "faction:a", "--as-of", "2014", "--store", str(path))
    assert (before.code, before.out) == (1, "")


def test_actors_that_are_not_linked_exit_with_1_and_say_so(typed: Typed, tmp_path: Path) -> None:
    path = str(write(tmp_path / "s.json", faction("a"), faction("b")))
    answer = typed("ties", "faction:a", "--to", "faction:b", "--store", path)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "sitroom: no chain of ties leads from faction:a to faction:b\n"
    assert typed("ties", "faction:a", "--to", "faction:z", "--store", path).code == 2
    assert typed("ties", "faction:a", "--json", "--store", path).json == {"of": "faction:a", "to": None, "ties": []}


def test_holds_are_told_from_either_end(typed: Typed, store: str, tmp_path: Path) -> None:
    assert typed("holds", "location:sabratah", "--store", store).out.splitlines() == [
        "The Reds: held (2015 – 1 August 2016, B, conflict) [faction:reds, claim:reds-hold]",
        "The Blues: held (since July 2016, conflict) [faction:blues, claim:blues-hold]",
    ]
    assert "Şabrātah: held" in typed("holds", "faction:reds", "--store", store).out
    nothing = typed("holds", "location:x", "--store", str(write(tmp_path / "x.json", location("x"))))
    assert (nothing.code, nothing.err) == (1, "sitroom: nothing is recorded of who held location:x\n")
    assert typed("holds", "faction:reds", "--store", store, "--json").json["holds"][0]["how"] == "held"


def test_what_has_no_ties_and_no_holds_by_its_kind_is_told(typed: Typed, store: str) -> None:
    ties, holds = typed("ties", "location:port", "--store", store), typed("holds", "event:clash", "--store", store)
    assert ties.err == "sitroom: location:port has no ties: those are of a faction or a person\n"
    assert holds.err == "sitroom: event:clash has no holds: those are of a faction or a person, or on a place\n"
    assert (ties.code, ties.out, holds.code, holds.out) == (1, "", 1, "")


def test_conflicts_are_asked_for_as_of_a_day(typed: Typed, store: str) -> None:
    assert "who controlled it" in typed("conflicts", "--as-of", "2016-07-15", "--store", store).out
    assert "who controlled it" not in typed("conflicts", "--as-of", "2016-05", "--store", store).out
