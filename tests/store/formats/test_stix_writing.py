"""STIX bundles: what the OASIS library takes, with ids that stay, and nothing lost to who reads our extension."""

import json
from typing import Any

import pytest

from store import records
from store.formats.stix.identity import EXTENSION
from store.refs import KINDS
from tests.situations import Made, cited, claim, event, faction, location, person, quote, source
from tests.store.formats.handing_on import Out, out, out_of
from tests.store.formats.stores import NAMES, situation


def objects(handed: Out) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(handed.bytes)["objects"]
    return found


def standing_for(ref: str, handed: Out) -> dict[str, Any]:
    [found] = [one for one in objects(handed) if one.get("extensions", {}).get(EXTENSION, {}).get("ref") == ref]
    return found


def ties(handed: Out, type_: str = "") -> list[dict[str, Any]]:
    found = [one for one in objects(handed) if one["type"] == "relationship"]
    return [one for one in found if type_ in ("", one["relationship_type"])]


def tie(when: str) -> dict[str, Any]:
    made = (faction("a"), faction("b"), claim("c", "faction:a", "backs", "faction:b", when))
    return standing_for("claim:c", out("stix", *made))


@pytest.mark.parametrize("name", NAMES)
def test_the_library_of_oasis_takes_every_object(name: str) -> None:
    import stix2

    bundle = stix2.parse(out_of("stix", situation(name)).text, allow_custom=False, version="2.1")

    assert len(bundle.objects) > 100


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_given_once_and_every_reference_leads_to_one(name: str) -> None:
    found = objects(out_of("stix", situation(name)))
    ids = [one["id"] for one in found]

    assert len(ids) == len(set(ids))
    named = {value for one in found for key, value in one.items() if key.endswith("_ref")}
    named |= {ref for one in found for key, value in one.items() if key.endswith("_refs") for ref in value}
    assert named <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_whole_in_the_extension(name: str) -> None:
    handed = situation(name)
    kept = [one["extensions"][EXTENSION] for one in objects(out_of("stix", handed)) if "extensions" in one]

    given = [(kind, document) for kind in KINDS for document in handed.of(kind)]
    assert {one["ref"]: one["record"] for one in kept} == {
        f"{kind}:{document['id']}": records.write(records.read(kind, document)) for kind, document in given
    }


def test_the_same_record_has_the_same_id_in_every_export() -> None:
    alone = standing_for("faction:reds", out("stix", faction("reds")))
    renamed = standing_for("faction:reds", out("stix", faction("reds", "The Reds"), faction("blues")))

    assert alone["id"] == renamed["id"] == "identity--8ec54f48-fd4a-5f93-91c5-fe7904ae63eb"


def test_armed_sides_that_are_no_states_are_threat_actors() -> None:
    handed = out("stix", faction("m", faction_kind="militia"), faction("s", faction_kind="state"), person("p"))

    assert standing_for("faction:m", handed)["type"] == "threat-actor"
    assert standing_for("faction:s", handed)["identity_class"] == "organization"
    assert standing_for("person:p", handed)["identity_class"] == "individual"


def test_a_tie_of_one_day_ends_at_the_end_of_that_day() -> None:
    found = tie("2016-05-03")

    assert (found["start_time"], found["stop_time"]) == ("2016-05-03T00:00:00.000Z", "2016-05-03T23:59:59.999Z")


def test_a_tie_that_goes_on_has_no_end() -> None:
    found = tie("2016-05/..")

    assert found["start_time"] == "2016-05-01T00:00:00.000Z"
    assert "stop_time" not in found


@pytest.mark.parametrize("when", ["2016-05-03", "2016-05-03/2016-06-01", "2016-05-03/.."])
def test_a_time_of_certain_days_is_no_loss(when: str) -> None:
    made = (faction("a"), faction("b"), claim("c", "faction:a", "backs", "faction:b", when))

    assert ("claim", "when") not in out("stix", *made).lost


@pytest.mark.parametrize("when", ["[2016-05-03..2016-06-01]", "2016-05", "2016-05-03~", "-0043-03-15", "Y170000"])
def test_a_time_that_two_moments_cannot_say_is_told(when: str) -> None:
    made = (faction("a"), faction("b"), claim("c", "faction:a", "backs", "faction:b", when))

    assert out("stix", *made).lost["claim", "when"] == 1


def test_a_time_before_the_calendar_is_left_to_the_extension() -> None:
    assert not {"start_time", "stop_time"} & tie("-0043-03-15").keys()


def test_who_took_part_where_and_in_what_are_relationships_of_an_event() -> None:
    handed = out(
        "stix",
        faction("a"),
        location("town"),
        event("siege", "Siege"),
        event(
            "clash",
            "Clash",
            "2016-05-03",
            "location:town",
            participants=[{"actor": "faction:a", "role": "attacker"}],
            part_of="event:siege",
        ),
    )
    clash = standing_for("event:clash", handed)["id"]

    [took_part] = ties(handed, "participated-in")
    assert (took_part["target_ref"], took_part["description"]) == (clash, "attacker")
    assert took_part["start_time"] == "2016-05-03T00:00:00.000Z"
    [at] = ties(handed, "located-at")
    assert (at["source_ref"], at["target_ref"]) == (clash, standing_for("location:town", handed)["id"])
    [of_] = ties(handed, "part-of")
    assert of_["target_ref"] == standing_for("event:siege", handed)["id"]


def test_what_is_named_and_not_there_is_told() -> None:
    handed = out("stix", event("e", "Clash", "2016", "location:gone", ["faction:gone"], part_of="event:gone"))

    lost = {field for _, field in handed.lost}
    assert {"location", "participants", "part_of", "when"} <= lost
    assert ties(handed) == []


def test_a_claim_about_a_claim_and_an_estimate_are_notes() -> None:
    handed = out(
        "stix",
        faction("a"),
        claim("strong", "faction:a", "strength", "800", confidence=0),
        claim("doubt", "claim:strong", "assessment", "hardly"),
    )

    strong, doubt = standing_for("claim:strong", handed), standing_for("claim:doubt", handed)
    assert (strong["type"], strong["abstract"], strong["content"], strong["confidence"]) == (
        "note",
        "strength",
        "800",
        0,
    )
    assert doubt["object_refs"] == [strong["id"]]


def test_accounts_in_conflict_disagree() -> None:
    handed = out(
        "stix",
        faction("a"),
        claim("one", "faction:a", "strength", "800", conflicts_with=["claim:other"]),
        claim("other", "faction:a", "strength", "2,000"),
    )

    [opinion] = [one for one in objects(handed) if one["type"] == "opinion"]
    assert opinion["opinion"] == "disagree"
    assert opinion["object_refs"] == [standing_for("claim:other", handed)["id"]]


def test_who_said_it_is_told_to_be_lost_under_what_the_source_calls_them() -> None:
    said = quote("q", "Words", "person:p", described_as="an officer")
    handed = out("stix", person("p", "Ada"), said)

    assert standing_for("quote:q", handed)["authors"] == ["an officer"]
    assert handed.lost["quote", "speaker"] == 1
    assert ("quote", "speaker") not in out("stix", person("p", "Ada"), quote("q", "Words", "person:p")).lost


def test_a_conflict_with_what_is_not_there_is_told() -> None:
    claims = [claim("one", "faction:a", "strength", "800", conflicts_with=["claim:other", "claim:gone"])]
    handed = out("stix", faction("a"), *claims, claim("other", "faction:a", "strength", "2,000"))

    assert [one["type"] for one in objects(handed)].count("opinion") == 1
    assert handed.lost["claim", "conflicts_with"] == 1


def test_citations_say_where_a_statement_stands() -> None:
    handed = out(
        "stix",
        source("report", "A report", url="https://example.org/1", publisher="Gazette"),
        quote("q", "Words", about=["source:report"], citations=cited("source:report", credibility=2)),
    )

    assert standing_for("quote:q", handed)["external_references"] == [
        {
            "source_name": "A report",
            "external_id": "source:report",
            "description": "paragraph 1",
            "url": "https://example.org/1",
        }
    ]
    assert handed.lost["quote", "citations.credibility"] == 1


def test_a_report_lists_what_cites_it_and_a_data_set_does_not() -> None:
    handed = out(
        "stix",
        faction("a", citations=cited("source:report", "source:rows")),
        quote("q", "Words", citations=cited("source:report", "source:report")),
        source("report"),
        source("rows", source_kind="dataset"),
        source("unread"),
    )

    own = [standing_for(ref, handed)["id"] for ref in ("faction:a", "quote:q")]
    assert standing_for("source:report", handed)["object_refs"] == own
    [nobody] = standing_for("source:rows", handed)["object_refs"]
    assert standing_for("source:unread", handed)["object_refs"] == [nobody]
    assert nobody.startswith("identity--")


def test_a_source_names_its_publisher_who_is_in_the_bundle_once() -> None:
    handed = out("stix", source("a", publisher="Gazette"), source("b", publisher="Gazette"), source("c"))

    [gazette] = [one for one in objects(handed) if one.get("name") == "Gazette"]
    assert standing_for("source:b", handed)["object_refs"] == [gazette["id"]]


@pytest.mark.parametrize(
    ("marking", "number"),
    [
        ("green", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
        ("amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
        ("amber+strict", "f88d31f6-486f-44da-b317-01333bde0b82"),
        ("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
    ],
)
def test_markings_are_those_of_the_specification(marking: str, number: str) -> None:
    handed = out("stix", faction("a", marking=marking))

    assert standing_for("faction:a", handed)["object_marking_refs"] == [f"marking-definition--{number}"]
    assert [one["id"] for one in objects(handed) if one["type"] == "marking-definition"] == [
        f"marking-definition--{number}"
    ]
    assert ("faction", "marking") in handed.lost or marking != "amber+strict"


def test_what_was_rejected_is_revoked_and_what_is_in_doubt_says_so() -> None:
    handed = out("stix", faction("a", status="rejected"), faction("b", status="draft", tags=["seen"]))

    assert standing_for("faction:a", handed)["revoked"] is True
    assert standing_for("faction:b", handed)["labels"] == ["seen", "draft"]


def test_a_place_without_a_point_says_at_least_its_country_or_itself() -> None:
    made = (
        location("land", "Land", location_kind="country"),
        location("town", "Town", within="location:land"),
        location("sea", "The sea", within="location:loop"),
        location("loop", "Loop", within="location:sea"),
    )
    handed = out("stix", *made)

    assert standing_for("location:town", handed)["country"] == "Land"
    assert standing_for("location:sea", handed)["region"] == "The sea"


def test_dates_of_records_are_in_utc_and_never_run_back() -> None:
    made: Made = faction("a", created="2020-01-02T03:04:05+02:00", modified="2019-01-01T00:00:00Z")
    found = standing_for("faction:a", out("stix", made))

    assert found["created"] == found["modified"] == "2020-01-02T01:04:05.000Z"
