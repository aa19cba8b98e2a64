"""Features brought in: places, events, our own records, and geometries that are no points on the globe."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.file.casefile import Casefile
from store.formats.found import Found, NotThisFormat, Skipped
from store.formats.geojson.reading import GEOJSON
from store.formats.geojson.writing import WRITER
from tests.situations import small
from tests.store.formats.both_ways import brought_in, handed_on, said_in
from tests.store.formats.files import found_in, items_of, reasons_in
from tests.store.formats.pages import block, is_brought_in

POINT = {"type": "Point", "coordinates": [16.6, 31.2]}


def feature(geometry: object = POINT, own_id: object = None, **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties} | ({"id": own_id} if own_id else {})


def collection(*features: object, **more: object) -> str:
    return json.dumps({"type": "FeatureCollection", **more, "features": features})


def test_our_own_features_come_back_as_they_were(tmp_path: Path) -> None:
    theirs, casefile = small(tmp_path / "theirs.json"), Casefile.create(tmp_path / "mine.json", "Mine")
    content = handed_on(theirs, WRITER)

    account = brought_in(casefile, GEOJSON, content)

    there = said_in(Casefile.open(theirs))
    for table, documents in said_in(casefile).items():
        assert documents == {key: there[table][key] for key in documents}
    assert "clash" in casefile.tables()["events"]
    assert account.skips == 0
    assert not brought_in(casefile, GEOJSON, content).changed


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    [found] = found_in(GEOJSON, block("geojson.md", "json feature"))
    assert is_brought_in("geojson.md", found)


def test_a_name_without_a_date_is_a_place() -> None:
    [found] = found_in(GEOJSON, collection(feature(NAME="Ford", notes="By the mill", other=[1])))

    document = found.entry.document
    assert (found.entry.kind, document["names"], document["point"]) == (
        "location",
        [{"text": "Ford"}],
        {"lat": 31.2, "lon": 16.6},
    )
    assert document["summary"] == "By the mill"
    assert document["external"]["geojson"]["properties.other"] == "[1]"


def test_features_may_stand_one_a_line_or_as_a_sequence() -> None:
    lines = "\n".join(f"\x1e{json.dumps(feature(name=name))}" for name in ("Ford", "Mill"))

    assert [found.line for found in found_in(GEOJSON, lines)] == [1, 2]
    assert [found.line for found in found_in(GEOJSON, lines.replace("\x1e", ""))] == [1, 2]


@pytest.mark.parametrize(
    ("geometry", "point"),
    [
        ({"type": "LineString", "coordinates": [[0, 0], [10, 20]]}, {"lat": 10, "lon": 5}),
        ({"type": "Polygon", "coordinates": [[[0, 0, 5], [10, 0, 5], [10, 20, 5], [0, 0, 5]]]}, {"lat": 10, "lon": 5}),
        ({"type": "GeometryCollection", "geometries": [POINT, POINT]}, {"lat": 31.2, "lon": 16.6}),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": [POINT]}]},
            {"lat": 31.2, "lon": 16.6},
        ),
        ({"type": "MultiPoint", "coordinates": [[179, 10], [-179, 12]]}, {"lat": 11, "lon": 180}),
        ({"type": "MultiPoint", "coordinates": [[178, 10], [-179.5, 12]]}, {"lat": 11, "lon": 179.25}),
        ({"type": "MultiPoint", "coordinates": [[179, 10], [-177, 12]]}, {"lat": 11, "lon": -179}),
        ({"type": "MultiPoint", "coordinates": [[-120, 10], [120, 12], [0, 11]]}, {"lat": 11, "lon": 0}),
    ],
)
def test_what_is_no_point_is_an_area_at_the_middle_of_its_bounds(geometry: object, point: object) -> None:
    [found] = found_in(GEOJSON, collection(feature(geometry, name="Ford")))

    assert (found.entry.document["point"], found.entry.document["location_kind"]) == (point, "area")
    assert found.cautions == ("it is no point: the middle of its bounds was taken",)


def test_a_place_without_a_geometry_has_no_point() -> None:
    [found] = found_in(GEOJSON, collection(feature(None, name="Ford")))
    assert "point" not in found.entry.document


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (feature(), "it has no name"),
        (
            feature({"type": "Point", "coordinates": [400_000, 3_500_000]}, name="x"),
            "x: its coordinates are no degrees",
        ),
        (feature({"type": "Point", "coordinates": ["NaN", 3]}, name="x"), "x: its coordinates are no degrees"),
        (feature({"type": "Point", "coordinates": [1]}, name="x"), "x: its coordinates are no degrees"),
        ({"type": "Point", "coordinates": [1, 2]}, "no feature: its type is another"),
        (7, "no feature: its type is another"),
    ],
)
def test_what_is_nowhere_on_the_globe_or_has_no_name_is_told(odd: object, told: str) -> None:
    [(line, reason)] = reasons_in(GEOJSON, collection(feature(name="Ford"), odd))
    assert (line, reason[: len(told)]) == (1, told)


@pytest.mark.parametrize(
    ("properties", "edtf", "caution"),
    [
        ({"start": "2016-08-05", "end": "2016-08-09T10:00:00Z"}, "2016-08-05/2016-08-09", None),
        ({"Date": "2016", "End_Date": "2016"}, "2016", None),
        ({"date": "2016-08-05", "until": "2016-08-01"}, "2016-08-05", "its end is left out"),
        ({"date": "2016-08-05", "end": "next week"}, "2016-08-05", "its end is left out"),
    ],
)
def test_an_event_may_last(properties: dict[str, str], edtf: str, caution: str | None) -> None:
    [found] = found_in(GEOJSON, collection(feature(name="Fire", **properties)))
    assert found.entry.document["when"] == {"edtf": edtf}
    assert [told[: len(caution or "")] for told in found.cautions] == ([caution] if caution else [])


@pytest.mark.parametrize(
    "date",
    [
        "2016/08/05",
        "2016/08/05 12:00:00+00",
        1470355200000,
        "2016-08-05T23:59:59.000Z",
        "5 August 2016",
        "05-August-2016",
        "August 5, 2016",
    ],
)
def test_a_day_is_read_as_makers_of_maps_write_it(date: object) -> None:
    [found] = found_in(GEOJSON, collection(feature(name="Fire", date=date)))
    assert found.entry.document["when"] == {"edtf": "2016-08-05"}


@pytest.mark.parametrize("date", ["05/08/2016", 1470355200, 10**15, True, "2016/13/05", "31 Smarch 2016", "Friday"])
def test_a_date_that_is_not_read_is_told(date: object) -> None:
    [found] = found_in(GEOJSON, collection(feature(name="Fire", date=date)))
    assert (found.entry.kind, found.cautions) == ("location", ("its date is not read: write it as 2016-08-05",))


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32633"])
@pytest.mark.parametrize("first", [True, False])
def test_coordinates_in_another_system_are_refused_wherever_the_file_says_so(name: str, first: bool) -> None:
    crs, features = {"crs": {"type": "name", "properties": {"name": name}}}, {"features": [feature(name="Ford")]}
    with pytest.raises(NotThisFormat, match="not in degrees of WGS 84; put it into WGS 84 first"):
        items_of(GEOJSON, json.dumps(crs | features if first else features | crs))


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", None])
def test_coordinates_that_are_said_to_be_degrees_are_read(name: str | None) -> None:
    crs = {"type": "name", "properties": {"name": name}} if name else None
    assert found_in(GEOJSON, json.dumps({"crs": crs, "features": [feature(name="Ford")]}))


def test_a_record_of_ours_that_somebody_broke_is_told_and_not_taken_for_a_place() -> None:
    broken = feature(ref="event:fire", kind="event", title="The fire", when={"edtf": "in summer"})
    [(_, reason)] = reasons_in(GEOJSON, collection(broken))
    assert reason.startswith("The fire: the record of sitroom's own in it is not valid: event:fire: when.edtf")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"type": "Topology"}', '{"features": ['])
def test_what_is_no_geojson_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(GEOJSON, text)


COORDINATES = st.recursive(
    st.floats() | st.integers(-200, 200) | st.text(max_size=3) | st.none(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


@given(
    COORDINATES,
    st.sampled_from(["Point", "Polygon", "x", None]),
    st.dictionaries(
        st.sampled_from(["name", "date", "place", "ref", "kind", "id"]),
        st.text(max_size=8) | st.integers() | st.just("2016-05"),
        max_size=4,
    ),
)
def test_any_feature_is_taken_whole_or_told_in_one_line(
    coordinates: object, kind: object, properties: dict[str, Any]
) -> None:
    odd = {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}
    for item in items_of(GEOJSON, collection(odd))[1:]:
        if isinstance(item, Skipped):
            assert "\n" not in item.reason
        elif isinstance(item, Found):
            for kind_, document in (item.entry, *item.beside):
                assert records.write(records.read(kind_, document)) == document


def feature_of(properties: dict[str, Any]) -> Found:
    """Return what is found in a feature with these properties, at a point."""
    geometry = {"type": "Point", "coordinates": [16.6, 31.2]}
    [found] = found_in(GEOJSON, json.dumps({"type": "Feature", "geometry": geometry, "properties": properties}))
    return found


@pytest.mark.parametrize(
    ("properties", "names"),
    [
        (
            {
                "@id": "node/7",
                "name": "سرت",
                "name:en": "Sirte",
                "alt_name": "Surt;Sidra",
                "old_name": "سرت",
                "name:ar": 3,
            },
            [
                {"text": "سرت"},
                {"text": "Sirte", "language": "en", "kind": "alias"},
                {"text": "Surt", "kind": "alias"},
                {"text": "Sidra", "kind": "alias"},
            ],
        ),
        (
            {"ADM2_EN": "Sirt", "ADM2_AR": "سرت", "ADM2_PCODE": "LY0102", "ADM1_EN": "East", "date": "2017-05-04"},
            [{"text": "Sirt", "language": "en"}, {"text": "سرت", "language": "ar", "kind": "alias"}],
        ),
        ({"admin1Name_fr": "Est", "admin0Name_fr": "Libye"}, [{"text": "Est", "language": "fr"}]),
        (
            {"NAME_1": "Butnan", "NAME_2": "Tobruk", "VARNAME_2": "Tubruq"},
            [{"text": "Tobruk"}, {"text": "Tubruq", "kind": "alias"}],
        ),
        ({"ADMIN": "Libya", "ISO_A3": "LBY"}, [{"text": "Libya"}]),
        ({"city": "Sirte"}, [{"text": "Sirte"}]),
    ],
)
def test_places_of_maps_bear_the_names_that_their_makers_give_them(
    properties: dict[str, Any], names: list[dict[str, str]]
) -> None:
    found = feature_of(properties)
    assert (found.entry.kind, found.entry.document["names"]) == ("location", names)
    records.read("location", found.entry.document)


def test_a_date_of_a_map_or_a_building_makes_no_event_of_it_and_is_told() -> None:
    found = feature_of({"@id": "node/7", "name": "Hospital", "start_date": "1976"})
    assert found.entry.kind == "location"
    assert [caution.partition(",")[0] for caution in found.cautions] == ["its date is that of the map or the building"]


def test_what_happened_is_the_title_of_an_event_without_a_name_and_its_number_tells_it_from_the_next() -> None:
    clash = {"event_date": "2016-08-10", "event_type": "Battles", "sub_event_type": "Armed clash", "location": "Sirte"}
    one, other = (feature_of(clash | {"admin1": "Sirte", "event_id_cnty": f"LBY{number}"}) for number in (1, 2))
    assert (one.entry.kind, one.entry.document["title"]) == ("event", "Armed clash: Sirte")
    assert one.entry.document["location"] == one.beside[0].ref
    assert one.entry.ref != other.entry.ref


def test_what_happened_on_a_day_that_is_not_read_is_skipped_for_that() -> None:
    clash = {"event_date": "last week", "event_type": "Battles", "location": "Sirte"}
    feature_ = {"type": "Feature", "geometry": None, "properties": clash}
    assert reasons_in(GEOJSON, json.dumps(feature_)) == [(1, "its date is not read: write it as 2016-08-05")]
