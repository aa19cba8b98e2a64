"""FollowTheMoney entities: what its model allows, and whole again to who reads what stands beside the properties."""

import json
from typing import Any

import pytest

from store import records
from store.refs import KINDS
from tests.situations import Made, cited, claim, event, faction, location, person, quote, source
from tests.store.formats.ftm_model import Entity, faults
from tests.store.formats.handing_on import Out, out, out_of
from tests.store.formats.stores import NAMES, situation


def entities(handed: Out) -> list[Entity]:
    return [json.loads(line) for line in handed.bytes.splitlines()]


def one(name: str, *made: Made) -> Entity:
    [found] = [entity for entity in entities(out("ftm", *made)) if entity["id"] == name]
    return found


def properties(name: str, *made: Made) -> dict[str, list[str]]:
    found: dict[str, list[str]] = one(name, *made)["properties"]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_entity_is_what_the_model_allows(name: str) -> None:
    assert faults(entities(out_of("ftm", situation(name)))) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_library_itself_takes_them_where_there_is_one(name: str) -> None:
    library = pytest.importorskip("followthemoney", reason="it needs PyICU, of which there are no wheels")
    for entity in entities(out_of("ftm", situation(name))):
        library.model.get(entity["schema"]).validate(entity)
        proxy = library.model.get_proxy(entity, cleaned=False)
        assert proxy.to_dict()["x_sitroom"] == entity["x_sitroom"]
        assert set(proxy.to_dict()["properties"]) == set(entity["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_whole_beside_the_properties(name: str) -> None:
    handed = situation(name)

    kept = [(entity["x_sitroom"]["kind"], entity["x_sitroom"]["record"]) for entity in entities(out_of("ftm", handed))]

    given = [(kind, document) for kind in KINDS for document in handed.of(kind)]
    assert kept == [(kind, records.write(records.read(kind, document))) for kind, document in given]


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        ("government", "PublicBody"),
        ("militia", "Organization"),
        ("company", "Company"),
        ("civilians", "LegalEntity"),
    ],
)
def test_what_a_side_is_gives_its_schema(kind: str, schema: str) -> None:
    found = one("faction-a", faction("a", faction_kind=kind))

    assert (found["schema"], found["properties"]["classification"]) == (schema, [kind])


def test_names_go_by_their_kind() -> None:
    names = [
        {"text": "Reds"},
        {"text": "Red Front", "kind": "alias"},
        {"text": "RF", "kind": "abbreviation"},
        {"text": "Pinks", "kind": "former"},
    ]

    found = properties("faction-a", faction("a", names=names))

    assert [found[name] for name in ("name", "alias", "abbreviation", "previousName")] == [
        ["Reds"],
        ["Red Front"],
        ["RF"],
        ["Pinks"],
    ]


@pytest.mark.parametrize(
    ("when", "start", "end", "lost"),
    [
        ("2016-05-03", "2016-05-03", "2016-05-03", False),
        ("2016-05", "2016-05", "2016-05", False),
        ("2014/2016-08", "2014", "2016-08", False),
        ("2016-05/..", "2016-05", None, False),
        ("[2016-06-17..2016-08-05]", "2016-06-17", "2016-08-05", True),
        ("2014-37", "2014-01-01", "2014-04-30", True),
        ("2016-05~", "2016-05-01", "2016-05-31", True),
        ("-0043-03-15", None, None, True),
    ],
)
def test_a_time_has_the_precision_that_it_was_given_with(when: str, start: str, end: str, lost: bool) -> None:
    handed = out("ftm", event("e", "Clash", when))

    [found] = entities(handed)
    assert [found["properties"].get(edge, [None]) for edge in ("startDate", "endDate")] == [[start], [end]]
    assert (("event", "when") in handed.lost) == lost


def test_a_member_of_an_organisation_is_a_membership_and_any_other_tie_a_link() -> None:
    sides = (faction("front", faction_kind="militia"), faction("land", faction_kind="other"), person("p"))

    member = one("claim-c", *sides, claim("c", "person:p", "member-of", "faction:front"))
    of_no_organisation = one("claim-c", *sides, claim("c", "person:p", "member-of", "faction:land"))
    backs = one("claim-c", *sides, claim("c", "faction:land", "backs", "faction:front"))

    assert (member["schema"], member["properties"]["organization"]) == ("Membership", ["faction-front"])
    assert of_no_organisation["schema"] == "UnknownLink"
    assert (backs["schema"], backs["properties"]["role"]) == ("UnknownLink", ["backs"])


def test_a_claim_about_what_is_not_there_is_a_note() -> None:
    assert one("claim-c", claim("c", "faction:gone", "backs", "faction:lost"))["schema"] == "Note"


def test_places_with_a_point_are_addresses_and_those_without_lie_in_each_other() -> None:
    made = (
        location("land", location_kind="country"),
        location("coast", within="location:land", location_kind="region"),
        location("town", within="location:coast", point=(32.8, -12.5), location_kind="city"),
    )

    assert properties("location-coast", *made)["partOf"] == ["location-land"]
    town = properties("location-town", *made)
    assert (town["latitude"], town["longitude"], town["city"]) == (["32.8"], ["-12.5"], ["Town"])


def test_what_a_statement_rests_on_is_its_proof() -> None:
    made = (
        source("report", source_kind="article", published={"edtf": "2016-08"}),
        source("witness", source_kind="person"),
        quote("q", "Words", citations=cited("source:report", "source:witness")),
    )
    handed = out("ftm", *made)

    assert properties("quote-q", *made)["proof"] == ["source-report"]
    assert handed.lost["quote", "citations"] == handed.lost["quote", "citations.locator"] == 1


def test_a_text_that_is_too_long_for_the_model_is_cut_and_told() -> None:
    handed = out("ftm", faction("a", "x" * 1_000, note="n" * 70_000))

    [found] = entities(handed)
    assert [len(found["properties"][name][0]) for name in ("name", "notes")] == [384, 65_000]
    assert handed.lost["faction", "names"] == handed.lost["faction", "note"] == 1
    assert len(found["x_sitroom"]["record"]["names"][0]["text"]) == 1_000


def test_a_source_that_says_no_address_on_the_web_says_so() -> None:
    handed = out("ftm", source("a", url="archive box 7"), source("b", url="https://example.org/b"))

    assert handed.lost["source", "url"] == 1
    assert "sourceUrl" not in properties("source-a", source("a", url="archive box 7"))


def test_the_model_of_the_tests_finds_fault() -> None:
    def fault(**changes: Any) -> list[str]:  # noqa: ANN401
        return faults([{"id": "a", "schema": "Event", "properties": {"name": ["x"]}} | changes])

    assert fault() == []
    assert fault(id="a:b")
    assert fault(properties={})
    assert fault(properties={"name": ["x"], "colour": ["red"]})
    assert fault(properties={"name": ["x"], "startDate": ["May"]})
    assert fault(properties={"name": ["x"], "involved": ["nobody"]})
    assert fault(properties={"name": ["x" * 385]})
