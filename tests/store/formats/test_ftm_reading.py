"""FollowTheMoney entities brought in: our own come back whole, those of others as far as a situation has a like."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.file.casefile import Casefile
from store.formats.found import Found, NotThisFormat, Skipped
from store.formats.ftm.reading import FTM
from store.formats.ftm.writing import WRITER
from tests.situations import small
from tests.store.formats.both_ways import brought_in, handed_on, said_in
from tests.store.formats.files import found_in, items_of, reasons_in
from tests.store.formats.pages import block, is_brought_in


def entity(schema: str, own_id: str = "x", **properties: str | list[str]) -> dict[str, Any]:
    held = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    return {"id": own_id, "schema": schema, "properties": held}


FRONT = entity("Organization", "front", name="River Front")
MILLER = entity("Person", "miller", name=["A. Miller", "The Miller"], position="mayor")
FORD = entity("Address", "ford", full="1 Mill Lane, Ford", latitude="12.5", longitude="-3.25")
LAND = entity("Territory", "land", name="Northland", level="country")
WIRE = entity("Article", "wire", title="On the Front", publisher="North Wire", publishedAt="2016-08-12")


def lines(*entities: dict[str, Any]) -> str:
    return "\n".join(map(json.dumps, entities))


def made(*entities: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {found.entry.ref: found.entry.document for found in found_in(FTM, lines(*entities))}


def test_our_own_entities_come_back_whole_and_again_change_nothing(tmp_path: Path) -> None:
    theirs, casefile = small(tmp_path / "theirs.json"), Casefile.create(tmp_path / "mine.json", "Mine")
    content = handed_on(theirs, WRITER)

    account = brought_in(casefile, FTM, content)

    assert (account.skipped, account.cautions) == ((), ())
    assert said_in(casefile) == said_in(Casefile.open(theirs))
    assert not brought_in(casefile, FTM, content).changed


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    [found] = found_in(FTM, block("ftm.md", "json entity"))
    assert is_brought_in("ftm.md", found)


def test_things_and_links_become_records_in_whatever_order_they_come() -> None:
    clash = entity(
        "Event", "clash", name="Clash", startDate="2016-05", endDate="2016-06-02", involved=["front", "miller"]
    )
    clash["properties"] |= {"addressEntity": ["ford"], "proof": ["wire", "wire"]}
    joins = entity("Membership", "joins", member="miller", organization="front", startDate="2014")
    province = entity("Territory", "province", name="River Province", level="region", partOf="land")
    everything = [clash, joins, province, FRONT, MILLER, FORD, LAND, WIRE]
    found = made(*everything)

    assert found == made(*everything[::-1])
    event = found["event:ftm-clash"]
    assert (event["when"], event["location"]) == ({"edtf": "2016-05/2016-06-02"}, "location:ftm-ford")
    assert event["participants"] == [{"actor": "faction:ftm-front"}, {"actor": "person:ftm-miller"}]
    assert event["citations"] == [{"source": "source:ftm-wire"}]
    claim = found["claim:ftm-joins"]
    assert (claim["subject"], claim["predicate"], claim["object"]) == (
        "person:ftm-miller",
        "member-of",
        "faction:ftm-front",
    )
    assert found["location:ftm-province"]["within"] == "location:ftm-land"
    assert found["location:ftm-ford"]["point"] == {"lat": 12.5, "lon": -3.25}
    assert found["person:ftm-miller"]["names"][1] == {"text": "The Miller", "kind": "alias"}
    assert found["source:ftm-wire"]["published"] == {"edtf": "2016-08-12"}


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (entity("Payment", "p", amount="3"), "Payment p: nothing in a situation is like it"),
        (entity("Person", "p"), "Person p: it has no name"),
        (entity("Membership", "m", member="front"), "Membership m: one of its ends is not taken"),
        (
            entity("UnknownLink", "u", subject="front", object="miller", role="cousin"),
            "UnknownLink u: no claim says ‘cousin’",
        ),
        (entity("Note", "n", description="x"), "Note n: it says nothing of anything that is taken"),
        ({"id": "x"}, "no entity: it has no id and schema"),
    ],
)
def test_what_a_situation_has_no_like_of_is_told(found: dict[str, Any], told: str) -> None:
    assert reasons_in(FTM, lines(FRONT, MILLER, found)) == [(3, told)]


def test_the_pages_that_an_entity_is_from_are_its_sources() -> None:
    pages = [
        "https://www.sanctions.example/list?id=7",
        "ftp://x",
        "https://www.sanctions.example/list?id=7",
        "http://[x/",
    ]
    found = entity("Person", "p", name="A. Miller", sourceUrl=pages, topics=["sanction"], keywords="river")
    [miller] = found_in(FTM, lines(found))
    assert [page.document.get("publisher") for page in miller.beside] == ["sanctions.example", "[x"]
    assert miller.entry.document["citations"] == [{"source": page.ref} for page in miller.beside]
    assert miller.entry.document["tags"] == ["river", "sanction"]
    for page in miller.beside:
        records.read("source", page.document)


def test_all_that_somebody_is_said_to_be_is_their_role() -> None:
    [found] = found_in(FTM, lines(entity("Person", "p", name="A. Miller", position=["mayor", "chief", "mayor"])))
    assert found.entry.document["role"] == "mayor, chief"


@pytest.mark.parametrize(
    ("times", "when", "cautions"),
    [
        ({"startDate": "2016-06", "endDate": "2016-05"}, None, ("endDate is before startDate, and both are left out",)),
        ({"startDate": "5/8/16", "endDate": "2016"}, "/2016", ("startDate is no date of the model, and is left out",)),
        ({"date": "2016-08-05 10:00:00"}, "2016-08-05", ()),
    ],
)
def test_a_date_that_cannot_be_is_left_out_and_told(
    times: dict[str, str], when: str | None, cautions: tuple[str, ...]
) -> None:
    [found] = found_in(FTM, lines(entity("Event", "e", name="Fire", **times)))
    assert found.entry.document.get("when", {}).get("edtf") == when
    assert found.cautions == cautions


@pytest.mark.parametrize(
    ("odd", "caution"),
    [
        (
            entity("Event", "e", name="Fire", involved=["front", "none"]),
            "names among those who are involved what is not taken",
        ),
        (
            entity("Note", "n", entity=["front", "miller"], description="x"),
            "is about several: the first that is taken is its subject",
        ),
        (
            entity("Membership", "m", member=["miller", "front"], organization="front"),
            "has several of member: the first is taken",
        ),
    ],
)
def test_whom_a_record_has_no_room_for_is_told(odd: dict[str, Any], caution: str) -> None:
    assert found_in(FTM, lines(FRONT, MILLER, odd))[2].cautions == (caution,)


def test_entities_inside_of_one_are_kept_and_told() -> None:
    front = entity("Organization", "front", name="River Front")
    front["properties"]["addressEntity"] = [FORD]
    [found] = found_in(FTM, lines(front))
    assert [caution.partition(",")[0] for caution in found.cautions] == ["has entities among its properties"]
    assert json.loads(found.entry.document["external"]["ftm"]["properties.addressEntity"]) == [FORD]


def test_an_entity_may_come_as_statements_on_it() -> None:
    statements = [
        {"prop": "name", "value": "River Front"},
        {"prop": "alias", "value": "RF"},
        {"prop": "id", "value": "x"},
    ]
    [found] = found_in(FTM, json.dumps({"id": "x", "schema": "Organization", "statements": statements}))
    assert found.entry.document["names"] == [{"text": "River Front"}, {"text": "RF", "kind": "alias"}]
    assert found.entry.document["external"]["ftm"]["properties.name"] == '["River Front"]'


def test_a_table_of_statements_is_refused_by_what_it_is() -> None:
    with pytest.raises(NotThisFormat, match="it holds statements on them; put them together first"):
        items_of(FTM, "canonical_id,entity_id,prop,prop_type,schema,value\nx,x,name,name,Person,A\n")


def test_numbers_are_read_as_the_texts_that_they_ought_to_be() -> None:
    ford = {"id": "f", "schema": "Address", "properties": {"full": "Ford", "latitude": [12.5], "longitude": -3}}
    [found] = found_in(FTM, json.dumps(ford))
    assert found.entry.document["point"] == {"lat": 12.5, "lon": -3.0}


def test_a_record_of_ours_that_somebody_broke_is_told_and_not_taken_for_another(tmp_path: Path) -> None:
    ours = [json.loads(one) for one in handed_on(small(tmp_path / "theirs.json"), WRITER).splitlines()]
    ours[0]["x_sitroom"]["record"]["colour"] = "red"
    [(line, reason)] = reasons_in(FTM, lines(*ours))
    assert (line, "the record of sitroom's own in it is not valid" in reason) == (1, True)


@pytest.mark.parametrize("text", ["", "{}", "[]", "id,schema\n", '{"id": "a", "schema"'])
def test_what_is_no_entity_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(FTM, text)


ODD = (
    st.none()
    | st.integers()
    | st.text(max_size=9)
    | st.lists(st.text(max_size=9) | st.none(), max_size=2)
    | st.sampled_from([["2016-13-40"], ["nan"], ["1e400"], ["front"], ["land"], {"a": 1}, ["x" * 3000], ["\x1b[31m"]])
)
NAMES = [
    "name",
    "title",
    "date",
    "startDate",
    "endDate",
    "latitude",
    "longitude",
    "partOf",
    "involved",
    "proof",
    "member",
]


@given(
    st.sampled_from(["Person", "Event", "Territory", "Address", "Article", "Note", "Membership", "Thing"]),
    st.dictionaries(st.sampled_from(NAMES), ODD, max_size=5),
)
def test_any_entity_is_taken_whole_or_told_in_one_line(schema: str, properties: dict[str, Any]) -> None:
    odd = {"id": "land", "schema": schema, "properties": properties}
    for item in items_of(FTM, lines(FRONT, odd))[1:]:
        if isinstance(item, Skipped):
            assert "\n" not in item.reason
        elif isinstance(item, Found):
            kind, document = item.entry
            assert records.write(records.read(kind, document)) == document


def test_the_donations_add_up_and_come_in_once(tmp_path: Path, samples: Path) -> None:
    content = (samples / "data" / "ftm" / "donations.ijson").read_bytes()
    casefile = Casefile.create(tmp_path / "s.json", "S")

    first = brought_in(casefile, FTM, content)

    assert (first.rows.created, first.skips) == (184, 290)
    assert {skip.reason.partition(" ")[0] for skip in first.skipped} == {"Payment"}
    assert not brought_in(casefile, FTM, content).changed
