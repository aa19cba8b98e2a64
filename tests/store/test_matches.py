"""What may be one under two ids: listed for a person, who makes one of them or tells them apart."""

from pathlib import Path

import pytest

from store.check import check
from store.file.casefile import Casefile
from store.formats.acled import ACLED
from store.formats.found import Format
from store.formats.ucdp import GED
from store.intake import bring_in
from store.matches import NotDecided, join, matches, tell_apart
from store.meeting import Run
from tests.situations import claim, event, faction, location, write
from tests.store.formats.acled import acled
from tests.store.formats.files import Held
from tests.store.formats.ged import ged

FRONT, ACLED_S = "faction:ucdp-actor-32", "faction:acled-actor-river-front-69f3994f"


def bring(casefile: Casefile, form: Format, text: str) -> None:
    run = Run(f"2026-01-0{2 + (form is ACLED)}T00:00:00Z", {"by": "import", "tool": form.tool, "run": "r"})
    bring_in(casefile, form.read(Held(text)), run, form)


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return a store into which two data sets have brought the same front."""
    casefile = Casefile.create(tmp_path / "northland.json", "Northland")
    bring(casefile, GED, ged({}))
    bring(casefile, ACLED, acled({}))
    return casefile


def test_who_sounds_alike_and_came_from_elsewhere_is_listed_once(casefile: Casefile) -> None:
    assert [(match.one, match.other) for match in matches(casefile.tables()) if match.one.startswith("faction")] == [
        (FRONT, ACLED_S)
    ]


def test_who_came_together_is_not_listed(tmp_path: Path) -> None:
    twins = Casefile.open(write(tmp_path / "s.json", faction("a", "The Front"), faction("b", "Front")))

    assert list(matches(twins.tables())) == []


def test_what_is_made_one_has_the_names_of_both_and_is_named_by_all(casefile: Casefile) -> None:
    changed = join(casefile, FRONT, ACLED_S)

    kept = casefile.get("factions", "ucdp-actor-32")
    assert kept
    assert (kept["names"], kept["revision"]) == ([{"text": "River Front"}], 2)
    assert kept["external"] == {"same-as": {ACLED_S: "River Front"}}
    assert casefile.get("factions", ACLED_S.partition(":")[2]) is None
    met = casefile.get("events", "acled-nrt101")
    assert met
    assert [side["actor"] for side in met["participants"]][-1] == FRONT
    assert changed == 2
    assert [problem for problem in check(casefile.tables()) if problem.severity == "error"] == []
    assert not any(match.one.startswith("faction") for match in matches(casefile.tables()))


def test_imports_know_what_was_made_one_and_change_nothing(casefile: Casefile) -> None:
    join(casefile, FRONT, ACLED_S)
    before = casefile.path.read_bytes()

    bring(casefile, ACLED, acled({}))
    bring(casefile, GED, ged({}))

    assert casefile.path.read_bytes() == before


def test_what_was_made_of_three_is_known_under_all_of_their_ids(casefile: Casefile) -> None:
    with casefile.change() as change:
        change.put("factions", {"id": "mine", "names": [{"text": "The Front of the River"}]})

    join(casefile, FRONT, ACLED_S)
    join(casefile, "faction:mine", FRONT)

    mine = casefile.get("factions", "mine")
    assert mine
    assert set(mine["external"]["same-as"]) == {FRONT, ACLED_S}
    assert mine["names"][1] == {"text": "River Front", "kind": "alias"}
    bring(casefile, ACLED, acled({}))
    assert "ucdp-actor-32" not in casefile.tables()["factions"]


def test_what_is_told_apart_is_not_asked_again(casefile: Casefile) -> None:
    tell_apart(casefile, ACLED_S, FRONT)

    assert not any(match.one.startswith("faction") for match in matches(casefile.tables()))
    assert casefile.get("factions", "ucdp-actor-32")


def test_a_place_that_lay_in_the_other_does_not_lie_in_itself(tmp_path: Path) -> None:
    places = location("coast", "Coast"), location("coasts", "Coast", within="location:coast")
    casefile = Casefile.open(write(tmp_path / "s.json", *places, event("e", "E", where="location:coasts")))

    join(casefile, "location:coasts", "location:coast")

    kept = casefile.get("locations", "coasts")
    assert kept
    assert "within" not in kept


@pytest.mark.parametrize(
    "pair", [(FRONT, FRONT), (FRONT, "location:ucdp-northland"), ("event:ucdp-101", "event:x"), (FRONT, "faction:none")]
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_changed(casefile: Casefile, pair: tuple[str, str]) -> None:
    before = casefile.path.read_bytes()

    with pytest.raises(NotDecided):
        join(casefile, *pair)
    with pytest.raises(NotDecided):
        tell_apart(casefile, *pair)
    assert casefile.path.read_bytes() == before


def test_claims_follow_whom_they_are_about(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", faction("a"), faction("b"), claim("c", "faction:b", "opposes", "faction:a"))
    casefile = Casefile.open(path)

    join(casefile, "faction:a", "faction:b")

    told = casefile.get("claims", "c")
    assert told
    assert (told["subject"], told["revision"]) == ("faction:a", 2)


def test_what_a_person_wrote_stays_theirs_when_it_is_made_one_with_what_came(casefile: Casefile) -> None:
    with casefile.change() as change:
        change.put("factions", {"id": "front", "names": [{"text": "The Front"}], "summary": "Mine"})

    join(casefile, "faction:front", FRONT)
    bring(casefile, GED, ged({"side_b": "RF"}))

    kept = casefile.get("factions", "front")
    assert kept
    assert (kept["origin"], kept["summary"]) == ({"by": "human"}, "Mine")
    assert [name["text"] for name in kept["names"]] == ["The Front", "River Front"]
