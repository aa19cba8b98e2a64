"""Where an event was: places in their chain, each with an id that is its own."""

import pytest

from tests.store.formats.ged import beside, event, refusal


def test_a_place_lies_in_its_chain() -> None:
    places = beside("location")

    assert [place["names"][0]["text"] for place in places] == [
        "Ford town",
        "Lower District",
        "River Province",
        "Northland",
    ]
    assert [place["location_kind"] for place in places] == ["city", "district", "region", "country"]
    assert [place.get("within") for place in places] == [f"location:{place['id']}" for place in places[1:]] + [None]
    assert places[0]["point"] == {"lat": 12.5, "lon": -3.25}
    assert places[3]["id"] == "ucdp-northland"


def test_units_that_are_not_given_are_left_out_of_the_chain() -> None:
    assert [place["names"][0]["text"] for place in beside("location", adm_2="NA")] == [
        "Ford town",
        "River Province",
        "Northland",
    ]


def test_names_that_recur_elsewhere_are_other_places() -> None:
    seen = set()
    for cells in ({}, {"country": "Southland"}, {"adm_1": "Hill Province"}, {"adm_2": "Upper District"}):
        seen |= {place["id"] for place in beside("location", **cells)}

    assert len(seen) == 4 + 4 + 3 + 2


def test_one_name_at_two_points_is_two_places() -> None:
    [here, *units], [there, *others] = beside("location"), beside("location", latitude="12.6")

    assert here["id"] != there["id"]
    assert units == others


def test_how_a_number_is_written_does_not_make_another_place() -> None:
    assert beside("location") == beside("location", latitude="12.50", longitude="-3.2500")


@pytest.mark.parametrize(
    ("precision", "name", "kind", "words"),
    [
        ("3", "Lower District", "district", "district"),
        ("4", "River Province", "region", "province"),
        ("6", "Northland", "country", "country"),
        ("5", "River valley", "area", "part of country"),
        ("7", "Northern sea", "area", "sea or air"),
        ("2", "Bridge", None, "near"),
    ],
)
def test_an_event_known_to_a_unit_lies_in_that_unit(precision: str, name: str, kind: str | None, words: str) -> None:
    own, *_ = beside("location", where_prec=precision, where_coordinates=name)

    assert own.get("location_kind") == kind
    assert own["point"] == {"lat": 12.5, "lon": -3.25}
    assert event(where_prec=precision, where_coordinates=name)["where_precision"] == words


def test_a_town_named_as_its_province_is_not_the_province() -> None:
    town, _, province, _ = beside("location", where_coordinates="River Province")

    assert town["id"] != province["id"]
    assert "point" not in province


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"latitude": "91"}, "latitude ‘91’ is not a number of degrees from -90 to 90"),
        ({"latitude": "nan"}, "latitude ‘nan’ is not a number of degrees from -90 to 90"),
        ({"longitude": "-inf"}, "longitude ‘-inf’ is not a number of degrees from -180 to 180"),
        ({"longitude": "3;25"}, "longitude ‘3;25’ is not a number of degrees from -180 to 180"),
        ({"longitude": ""}, "longitude is not a number of degrees from -180 to 180"),
        ({"where_prec": "8"}, "where_prec ‘8’ is not a code from 1 to 7"),
        ({"country": ""}, "country is empty"),
    ],
)
def test_a_place_that_cannot_be_is_not_taken(cells: dict[str, str], reason: str) -> None:
    assert refusal(**cells) == reason
