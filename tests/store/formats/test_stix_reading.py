"""Bundles brought in: our own come back whole, those of others as far as a situation has a like."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.file.casefile import Casefile
from store.formats.found import Found, NotThisFormat, Skipped
from store.formats.stix.reading import STIX
from store.formats.stix.writing import WRITER
from tests.situations import small
from tests.store.formats.both_ways import brought_in, handed_on, said_in
from tests.store.formats.files import found_in, items_of, reasons_in
from tests.store.formats.pages import block, is_brought_in

UUID = "6d179234-61fc-40c4-ae86-3d53308d8e6"
ACTOR = {"type": "threat-actor", "id": f"threat-actor--{UUID}0", "name": "River Front"}
PERSON = {
    "type": "identity",
    "id": f"identity--{UUID}1",
    "name": "A. Miller",
    "identity_class": "individual",
    "roles": ["mayor"],
}
PLACE = {
    "type": "location",
    "id": f"location--{UUID}2",
    "name": "Ford",
    "latitude": 12.5,
    "longitude": -3.25,
    "precision": 99.6,
}
REPORT = {
    "type": "report",
    "id": f"report--{UUID}3",
    "name": "On the Front",
    "published": "2016-08-12T10:00:00.000Z",
    "object_refs": [ACTOR["id"], "malware--x"],
}
TIE = {
    "type": "relationship",
    "id": f"relationship--{UUID}4",
    "relationship_type": "located-at",
    "source_ref": ACTOR["id"],
    "target_ref": PLACE["id"],
    "start_time": "2016-05-01T00:00:00.000Z",
    "confidence": 70,
}
NOTE = {"type": "note", "id": f"note--{UUID}5", "content": "Few are left.", "object_refs": ["malware--x", ACTOR["id"]]}
ACTOR_REF, PLACE_REF = f"faction:stix-threat-actor-{UUID}0", f"location:stix-location-{UUID}2"


def bundle(*objects: dict[str, Any], **more: str) -> str:
    return json.dumps({"type": "bundle", "id": "bundle--1", "objects": objects, **more})


def made(*objects: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {found.entry.ref: found.entry.document for found in found_in(STIX, bundle(*objects))}


def test_our_own_bundle_comes_back_whole_and_again_changes_nothing(tmp_path: Path) -> None:
    theirs, casefile = small(tmp_path / "theirs.json"), Casefile.create(tmp_path / "mine.json", "Mine")
    content = handed_on(theirs, WRITER)

    account = brought_in(casefile, STIX, content)

    assert (account.skipped, account.cautions) == ((), ())
    assert said_in(casefile) == said_in(Casefile.open(theirs))
    assert not brought_in(casefile, STIX, content).changed


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    [found] = found_in(STIX, block("stix.md", "json bundle"))
    assert is_brought_in("stix.md", found)


def test_objects_of_others_become_records_in_whatever_order_they_come() -> None:
    objects: list[dict[str, Any]] = [TIE, NOTE, REPORT, PLACE, PERSON, ACTOR]
    found = made(*objects)

    assert found == made(*objects[::-1])
    assert found[ACTOR_REF]["citations"] == [{"source": f"source:stix-report-{UUID}3"}]
    assert found[PLACE_REF]["point"] == {"lat": 12.5, "lon": -3.25}
    assert found[PLACE_REF]["precision"] == 100
    assert found[f"person:stix-identity-{UUID}1"]["role"] == "mayor"
    assert found[f"source:stix-report-{UUID}3"]["published"] == {"edtf": "2016-08-12"}
    tie = found[f"claim:stix-relationship-{UUID}4"]
    assert (tie["subject"], tie["predicate"], tie["object"]) == (ACTOR_REF, "present-in", PLACE_REF)
    assert (tie["when"], tie["confidence"]) == ({"edtf": "2016-05-01/"}, 70)
    assert found[f"claim:stix-note-{UUID}5"]["text"] == "Few are left."


def test_version_2_0_and_single_objects_are_read_too() -> None:
    [found] = found_in(STIX, bundle(ACTOR | {"labels": ["activist"]}, spec_version="2.0"))
    assert found.entry.document["tags"] == ["activist"]

    [found] = found_in(STIX, json.dumps(ACTOR))
    assert found.entry.ref == ACTOR_REF


def test_the_object_is_kept_as_it_was() -> None:
    kept = made(ACTOR | {"x_other": {"a": [1]}})[ACTOR_REF]["external"]["stix"]
    assert kept == {**ACTOR, "x_other": '{"a":[1]}'}


@pytest.mark.parametrize(
    ("marks", "marking"),
    [
        ([], None),
        (["613f2e26-407d-48c7-9eca-b8e91df99dc9"], None),
        (["34098fce-860f-48ae-8e50-ebd3cc5e41da", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"], "red"),
        (["939a9414-2ddd-4d32-a0cd-375ea402b003", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"], "amber+strict"),
    ],
)
def test_the_strictest_marking_counts(marks: list[str], marking: str | None) -> None:
    marked = ACTOR | {"object_marking_refs": [f"marking-definition--{mark}" for mark in marks]}
    assert made(marked)[ACTOR_REF].get("marking") == marking


RED = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"


@pytest.mark.parametrize(
    "definition",
    [
        {"definition_type": "tlp", "definition": {"tlp": "red"}},
        {"name": "TLP:RED"},
        {"name": "", "definition": {"statement": "custom"}, "x_opencti_definition": "TLP:RED"},
        {"name": "Ours", "extensions": {"extension-definition--1": {"tlp_2_0": "red"}}},
    ],
)
def test_a_marking_that_the_bundle_defines_counts_wherever_it_is_defined(definition: dict[str, Any]) -> None:
    own = {"type": "marking-definition", "id": "marking-definition--1", **definition}
    bears = ACTOR | {"object_marking_refs": [own["id"]]}
    assert made(own, bears)[ACTOR_REF]["marking"] == made(bears, own)[ACTOR_REF]["marking"] == "red"


def test_a_marking_of_a_part_is_one_of_the_whole() -> None:
    parts = [{"lang": "ar", "selectors": ["name"]}, {"marking_ref": RED, "selectors": ["name"]}]
    assert made(ACTOR | {"granular_markings": parts})[ACTOR_REF]["marking"] == "red"


def test_a_marking_that_is_no_tlp_is_told_of_itself_and_of_what_bears_it() -> None:
    own = {"type": "marking-definition", "id": "marking-definition--1", "definition": {"statement": "(c) 2016"}}
    _, skipped, found = items_of(STIX, bundle(own, ACTOR | {"object_marking_refs": [own["id"]]}))

    assert isinstance(skipped, Skipped)
    assert skipped.reason.endswith("no TLP marking: what it says is kept nowhere")
    assert isinstance(found, Found)
    assert found.cautions == ("bears a marking that is no TLP, which is kept in external alone",)


def test_of_several_versions_of_an_object_the_last_is_taken() -> None:
    first, last = (ACTOR | {"name": f"Front {year}", "modified": f"{year}-01-01T00:00:00Z"} for year in (2016, 2017))
    for objects in ((first, last), (last, first)):
        items = items_of(STIX, bundle(*objects))
        [found] = [item for item in items if isinstance(item, Found)]
        [skipped] = [item for item in items if isinstance(item, Skipped)]
        assert found.entry.document["names"] == [{"text": "Front 2017"}]
        assert skipped.reason == "threat-actor Front 2016: a later version of it is in the file"


def test_a_moment_with_an_offset_is_read_in_utc_and_what_is_no_moment_is_told() -> None:
    tie = TIE | {"start_time": "2016-05-01T01:00:00+02:00", "stop_time": "May 2016"}
    [found] = [one for one in found_in(STIX, bundle(ACTOR, PLACE, tie)) if one.entry.kind == "claim"]
    assert found.entry.document["when"] == {"edtf": "2016-04-30/"}
    assert found.cautions == ("stop_time is no moment, and is left out",)


def test_a_note_on_several_is_on_the_first_and_that_is_told() -> None:
    [found] = [one for one in found_in(STIX, bundle(ACTOR, PLACE, NOTE)) if one.entry.kind == "claim"]
    assert found.cautions == ()
    on_both = NOTE | {"object_refs": [PLACE["id"], ACTOR["id"]]}
    [found] = [one for one in found_in(STIX, bundle(ACTOR, PLACE, on_both)) if one.entry.kind == "claim"]
    assert (found.entry.document["subject"], found.cautions) == (
        PLACE_REF,
        ("is about several: the first that is taken is its subject",),
    )


def test_the_admiralty_grade_of_misp_is_the_reliability_of_a_source() -> None:
    labels = ["misp:tool", 7, 'admiralty-scale:source-reliability="b"']
    [found] = found_in(STIX, bundle(REPORT | {"labels": labels}))
    assert found.entry.document["reliability"] == "B"


@pytest.mark.parametrize(
    ("told", "grade"), [("B - Usually reliable", "B"), ("F", "F"), ("G", None), ("Reliable", None), (7, None)]
)
def test_the_admiralty_grade_of_opencti_is_the_reliability_of_a_source(told: object, grade: str | None) -> None:
    [found] = found_in(STIX, bundle(REPORT | {"x_opencti_reliability": told}))
    assert found.entry.document.get("reliability") == grade


def test_moments_that_stand_for_none_are_none_and_that_is_told() -> None:
    never = {"first_seen": "1970-01-01T00:00:00.000Z", "last_seen": "5138-11-16T09:46:40.000Z"}
    [found] = found_in(STIX, bundle(ACTOR | never))
    assert "active" not in found.entry.document
    assert found.cautions == tuple(f"{field} is the moment that stands for none, and is left out" for field in never)
    [found] = found_in(STIX, bundle(ACTOR | never | {"first_seen": "2014-03-01T00:00:00Z"}))
    assert found.entry.document["active"] == {"edtf": "2014-03-01/"}


def test_what_its_makers_deprecate_is_told() -> None:
    for deprecated in (True, False):
        [found] = found_in(STIX, bundle(ACTOR | {"x_mitre_deprecated": deprecated}))
        assert [told.partition(" (")[0] for told in found.cautions] == ["is deprecated by its makers"] * deprecated


def test_opencti_says_of_a_place_what_kind_it_is_and_how_else_it_is_called() -> None:
    of_opencti = {"name": "Ukraine", "x_opencti_location_type": "Country", "x_opencti_aliases": ["UKR", 7]}
    [found] = found_in(STIX, bundle(PLACE | of_opencti))
    assert found.entry.document["location_kind"] == "country"
    assert found.entry.document["names"] == [{"text": "Ukraine"}, {"text": "UKR", "kind": "alias"}]


def test_several_bundles_in_a_list_are_read_as_one() -> None:
    content = json.dumps([json.loads(bundle(TIE)), json.loads(bundle(ACTOR, PLACE))])
    assert len(found_in(STIX, content)) == 3


def test_a_place_in_a_place_is_part_of_it() -> None:
    country = {"type": "location", "id": f"location--{UUID}6", "country": "NN"}
    tie = TIE | {"source_ref": PLACE["id"], "target_ref": country["id"]}
    assert made(PLACE, country, tie)[f"claim:stix-relationship-{UUID}4"]["predicate"] == "part-of"


def test_objects_of_others_in_a_bundle_of_ours_are_taken_whatever_their_ids(tmp_path: Path) -> None:
    theirs, casefile = small(tmp_path / "theirs.json"), Casefile.create(tmp_path / "mine.json", "Mine")
    ours = json.loads(handed_on(theirs, WRITER))
    of_opencti = ACTOR | {"id": "threat-actor--f431f809-377b-55e0-aa1c-6a4751cae5ff"}

    brought_in(casefile, STIX, json.dumps(ours | {"objects": [*ours["objects"], of_opencti]}))

    factions = set(casefile.tables()["factions"])
    assert factions - set(Casefile.open(theirs).tables()["factions"]) == {
        "stix-threat-actor-f431f809-377b-55e0-aa1c-6a4751cae5ff"
    }


@pytest.mark.parametrize(
    ("object_", "told"),
    [
        ({"type": "malware", "id": "malware--1", "name": "PIVY"}, "malware PIVY: nothing in a situation is like it"),
        (ACTOR | {"name": ""}, f"threat-actor {ACTOR['id']}: it has no name"),
        ({"type": "location", "id": "location--1"}, "location location--1: it has neither a name nor a point"),
        (PLACE | {"name": "", "latitude": 91}, f"location {PLACE['id']}: it has neither a name nor a point"),
        (TIE | {"target_ref": "malware--x"}, f"relationship {TIE['id']}: one of its ends is not taken"),
        (NOTE | {"object_refs": ["malware--x"]}, f"note {NOTE['id']}: it says nothing of anything that is taken"),
        ({"type": "threat-actor"}, "no object: it has no type and id"),
    ],
)
def test_what_a_situation_has_no_like_of_is_told(object_: dict[str, Any], told: str) -> None:
    assert reasons_in(STIX, bundle(PERSON, object_)) == [(1, told)]


def test_a_relation_that_no_claim_says_is_told() -> None:
    [(_, reason)] = reasons_in(STIX, bundle(ACTOR, PLACE, TIE | {"relationship_type": "uses"}))
    assert reason.endswith("no claim says ‘uses’")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"type": "FeatureCollection", "features": []}', "[" * 5000, '{"objects": [{']
)
def test_what_is_no_bundle_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(STIX, text)


ODD = (
    st.none()
    | st.booleans()
    | st.integers(-5, 200)
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(
        [
            "2016-08-12T00:00:00Z",
            "9999-99-99T00:00:00Z",
            "\x1b[31m",
            [ACTOR["id"]],
            [{}],
            {"a": 1},
            "x" * 3000,
            ["x", 3],
        ]
    )
)


@given(
    st.sampled_from([ACTOR, PERSON, PLACE, REPORT, TIE, NOTE]),
    st.dictionaries(
        st.sampled_from(
            [
                *{key for made_ in (ACTOR, PERSON, PLACE, REPORT, TIE, NOTE) for key in made_},
                "aliases",
                "labels",
                "lang",
                "description",
                "first_seen",
                "last_seen",
                "external_references",
                "object_marking_refs",
                "extensions",
                "revoked",
            ]
        ),
        ODD,
        max_size=4,
    ),
)
def test_any_object_is_taken_whole_or_told_in_one_line(base: dict[str, Any], odd: dict[str, Any]) -> None:
    for item in items_of(STIX, json.dumps({"objects": [PERSON | {"id": f"identity--{UUID}9"}, base | odd]}))[1:]:
        if isinstance(item, Skipped):
            assert "\n" not in item.reason
        elif isinstance(item, Found):
            for kind, document in (item.entry, *item.beside):
                assert records.write(records.read(kind, document)) == document


@pytest.mark.parametrize("name", ["apt1", "poisonivy", "infrastructure", "interop-objectmarking-test"])
def test_the_bundles_of_oasis_add_up_and_come_in_once(name: str, tmp_path: Path, samples: Path) -> None:
    content = (samples / "data" / "stix" / f"oasis_{name}.json").read_bytes()
    casefile = Casefile.create(tmp_path / "s.json", "S")

    first = brought_in(casefile, STIX, content)

    assert (first.rows.total, first.skips) == {
        "apt1": (18, 58),
        "poisonivy": (5, 150),
        "infrastructure": (0, 10),
        "interop-objectmarking-test": (1, 0),
    }[name]
    assert not brought_in(casefile, STIX, content).changed
