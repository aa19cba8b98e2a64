"""Actors and places that come again from elsewhere: what is met, what only sounds alike, and what stays apart."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.file.casefile import Casefile
from store.formats.account import Account, Tally
from store.formats.acled import ACLED
from store.formats.found import Format
from store.formats.ftm.reading import FTM
from store.formats.ucdp import GED
from store.intake import bring_in
from store.matching import Matching, Met
from store.meeting import Run
from store.namesakes import country_of, key, near
from tests.situations import Made, faction, location, write
from tests.store.formats.acled import acled
from tests.store.formats.files import Held
from tests.store.formats.ged import ged

NORTHLAND = location("north", "Northland", location_kind="country")


def store(tmp_path: Path, *records: Made) -> Casefile:
    return Casefile.open(write(tmp_path / "s.json", *records))


def bring(casefile: Casefile, text: str, form: Format = GED) -> Account:
    run = Run(
        {"ucdp-ged": "2026-01-02", "acled": "2026-01-03", "ftm": "2026-01-04"}[form.tool],
        {"by": "import", "tool": form.tool, "run": "r"},
    )
    return bring_in(casefile, form.read(Held(text)), run, form)


def event(casefile: Casefile, name: str) -> dict[str, Any]:
    found = casefile.get("events", name)
    assert found
    return found


def test_a_country_that_a_person_wrote_is_the_country_of_the_rows(tmp_path: Path) -> None:
    casefile = store(tmp_path, NORTHLAND)

    bring(casefile, ged({}))

    places = casefile.tables()["locations"]
    assert "ucdp-northland" not in places
    assert [place["within"] for place in places.values() if place["names"][0]["text"] == "River Province"] == [
        "location:north"
    ]
    assert places["north"]["names"] == NORTHLAND.document["names"]


def test_under_which_ref_it_came_is_noted_so_that_it_is_known_under_another_name(tmp_path: Path) -> None:
    casefile = store(tmp_path, NORTHLAND)
    bring(casefile, ged({}))
    noted = casefile.get("locations", "north")
    assert noted
    assert noted["external"] == {"same-as": {"location:ucdp-northland": "Northland"}}

    with casefile.change() as change:
        change.put("locations", noted | {"names": [{"text": "The North"}]})
    bring(casefile, ged({"id": "102"}))
    assert "ucdp-northland" not in casefile.tables()["locations"]


def test_the_same_file_again_changes_nothing_when_something_was_met(tmp_path: Path) -> None:
    casefile = store(tmp_path, NORTHLAND, faction("front", "River Front", country="location:north"))
    text = ged({}, {"id": "102"})
    bring(casefile, text)

    assert not bring(casefile, text).changed


def test_an_actor_of_one_name_in_one_country_is_one(tmp_path: Path) -> None:
    front = faction("front", "River Front", country="location:north")
    matching = Matching(store(tmp_path, NORTHLAND, front).tables(), "ucdp-ged")
    country = {"location:x": {"id": "x", "names": [{"text": "NORTHLAND"}], "location_kind": "country"}}

    there = {"id": "rf", "names": [{"text": "The Front"}, {"text": "river-front"}], "country": "location:x"}
    assert matching.meet("faction", there, country) == Met("faction:front")
    assert matching.meet("person", there, country) == Met(None)


def test_an_actor_whose_country_nobody_says_is_for_a_person_to_decide(tmp_path: Path) -> None:
    casefile = store(tmp_path, NORTHLAND, faction("front", "River Front", country="location:north"))

    account = bring(casefile, acled({}), ACLED)

    assert account.namesakes == 1
    assert any("acled-actor-river-front" in name for name in casefile.tables()["factions"])


def test_what_rows_are_about_is_met_by_what_was_decided_and_not_by_name(tmp_path: Path) -> None:
    land = {"id": "nl", "schema": "Territory", "properties": {"name": ["Northland"], "level": ["country"]}}
    inside = {"id": "rp", "schema": "Territory", "properties": {"name": ["River Province"], "partOf": ["nl"]}}
    text = f"{json.dumps(inside)}\n{json.dumps(land)}"  # what names it comes first

    account = bring(store(tmp_path, NORTHLAND), text, FTM)
    assert account.namesakes == 1

    decided = location("north", "Northland", location_kind="country", external={"same-as": {"location:ftm-nl": ""}})
    casefile = store(tmp_path, decided)
    bring(casefile, text, FTM)
    assert set(casefile.tables()["locations"]) == {"north", "ftm-rp"}
    assert casefile.tables()["locations"]["ftm-rp"]["within"] == "location:north"
    assert not bring(casefile, text, FTM).changed


def test_a_place_of_one_name_kind_and_country_that_lies_near_is_one(tmp_path: Path) -> None:
    ford = location("ford", "Ford", within="location:north", location_kind="city", point=(12.51, -3.26))
    casefile = store(tmp_path, NORTHLAND, ford)

    bring(casefile, acled({}), ACLED)

    assert event(casefile, "acled-nrt101")["location"] == "location:ford"


ALIKE: dict[str, tuple[Made, int]] = {
    "far away": (location("ford", "Ford", within="location:north", location_kind="city", point=(14.0, -3.25)), 0),
    "another kind": (location("ford", "Ford", within="location:north", location_kind="region"), 0),
    "another country": (location("ford", "Ford", within="location:south", location_kind="city"), 0),
    "not so near": (location("ford", "Ford", within="location:north", location_kind="city", point=(13.0, -3.25)), 1),
    "no country": (location("ford", "Ford", location_kind="city"), 1),
    "no kind": (location("ford", "Ford", within="location:north"), 1),
    "nearly the name": (location("ford", "Ford town", within="location:north", location_kind="city"), 1),
}


@pytest.mark.parametrize("how", ALIKE)
def test_a_place_that_only_sounds_alike_stays_apart_and_is_counted_if_it_may_be(tmp_path: Path, how: str) -> None:
    other, namesakes = ALIKE[how]
    casefile = store(tmp_path, NORTHLAND, location("south", "Southland", location_kind="country"), other)

    account = bring(casefile, acled({}), ACLED)

    assert event(casefile, "acled-nrt101")["location"].startswith("location:acled-northland-ford-")
    assert account.namesakes == namesakes


def test_of_two_that_it_could_be_it_is_neither(tmp_path: Path) -> None:
    twins = [location(name, "Ford", within="location:north", location_kind="city") for name in ("one", "two")]

    account = bring(store(tmp_path, NORTHLAND, *twins), acled({}), ACLED)

    assert account.namesakes == 1


def test_what_came_from_the_same_data_set_is_never_matched_by_name(tmp_path: Path) -> None:
    casefile = store(tmp_path)
    bring(casefile, ged({}))

    account = bring(casefile, ged({"id": "102", "side_b_new_id": "77"}))

    assert account.beside["faction"] == Tally(created=1, unchanged=1)
    assert account.namesakes == 0


def test_what_a_person_told_apart_is_no_namesake(tmp_path: Path) -> None:
    front = faction("front", "River Front", external={"other-than": {"faction:ucdp-actor-32": ""}})

    assert bring(store(tmp_path, front), ged({})).namesakes == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Sirte town", "sirte"),
        ("Sirte (Libya)", "sirte"),
        ("Military Forces of Libya (2014-2019)", "military forces libya"),
        ("Şabrātah", "sabratah"),
        ("The City", "the city"),
        ("(Unknown)", ""),
        ("…", ""),
    ],
)
def test_what_names_have_in_common(name: str, told: str) -> None:
    assert key(name) == told


def test_a_chain_of_places_that_runs_in_a_circle_is_in_no_country() -> None:
    ring = {"id": "a", "names": [{"text": "A"}], "within": "location:a"}

    assert country_of("location", ring, lambda _: ring) == frozenset()


def test_near_holds_across_the_date_line_and_the_poles() -> None:
    assert near({"lat": 0, "lon": 179.95}, {"lat": 0, "lon": -179.95})
    assert near({"lat": 89.99, "lon": 0}, {"lat": 89.99, "lon": 180})
    assert not near({"lat": 0, "lon": 0}, {"lat": 0.3, "lon": 0})
