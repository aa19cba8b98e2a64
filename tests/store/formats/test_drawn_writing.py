"""GeoJSON, KML, GEXF and TimelineJS: valid, uncertain where the record is, and without what somebody has rejected."""

import json
from typing import Any

import pytest
from lxml import etree

from tests.situations import Made, cited, claim, event, faction, location, quote, source
from tests.store.formats.handing_on import Out, out, out_of
from tests.store.formats.schemas import faults_of_json, faults_of_xml
from tests.store.formats.stores import NAMES, situation
from tests.tui.hostile import OBEYED

TOWN = location("town", "The town", point=(32.8, -12.5))
DRAWN = ("geojson", "kml", "timelinejs", "gexf")


def features(handed: Out) -> dict[str, dict[str, Any]]:
    return {feature["id"]: feature for feature in json.loads(handed.bytes)["features"]}


def slides(*made: Made) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out("timelinejs", *made).bytes)["events"]
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["geojson", "timelinejs"])
def test_every_situation_is_json_of_its_schema(form: str, name: str) -> None:
    assert faults_of_json(form, out_of(form, situation(name)).bytes) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["gexf", "kml"])
def test_every_situation_is_xml_of_its_schema(form: str, name: str) -> None:
    assert faults_of_xml(form, out_of(form, situation(name)).bytes) == []


def test_the_schemas_find_fault() -> None:
    assert faults_of_json("timelinejs", b'{"scale": "human", "title": {}, "events": [{"text": {}}]}')
    assert faults_of_json("geojson", b'{"type": "FeatureCollection", "features": [{}]}')
    assert faults_of_xml("kml", b'<kml xmlns="http://www.opengis.net/kml/2.2"/>')
    assert faults_of_xml("gexf", b'<gexf xmlns="http://gexf.net/1.3" version="1.3"/>')


@pytest.mark.parametrize("form", DRAWN)
def test_what_was_rejected_is_not_drawn_and_told(form: str) -> None:
    handed = out(
        form,
        TOWN,
        faction("a"),
        faction("liar", "The liar", status="rejected"),
        event("e", "A hoax", "2016", "location:town", status="rejected"),
        claim("c", "faction:a", "backs", "faction:liar", "2016", status="rejected"),
    )

    assert [text for text in ("A hoax", "The liar") if text in handed.text] == []
    assert "rejected" in {loss.why for loss in handed.losses.losses}


@pytest.mark.parametrize("form", ["kml", "gexf"])
def test_no_text_leaves_its_place_in_the_xml(form: str) -> None:
    text = "a<b>&\"c' ]]> \x9b\u202e \ufffe"
    handed = out(form, location("x", text, point=(1, 1), note=text), faction("y", text, note=text))

    assert faults_of_xml(form, handed.bytes) == []
    assert not {"\x9b", "\u202e", "\ufffe"} & set(handed.text)
    assert 1 in [handed.lost.get((kind, "note")) for kind in ("location", "faction")]


@pytest.mark.parametrize("form", ["kml", "gexf"])
def test_nothing_that_a_terminal_would_obey_is_in_the_xml(form: str) -> None:
    assert OBEYED.findall(out_of(form, situation("hostile")).text) == []


def test_places_events_quotes_and_holds_are_features_at_their_place() -> None:
    found = features(
        out(
            "geojson",
            TOWN,
            faction("a"),
            event("e", "Clash", "[2016-06-17..2016-08-05]", "location:town", deaths={"best": 3}),
            quote("q", "We left", "faction:a", when="2016-05-03", place="location:town"),
            claim("c", "faction:a", "controls", "location:town", "2016/.."),
        )
    )

    assert {feature["geometry"]["coordinates"] == [-12.5, 32.8] for feature in found.values()} == {True}
    assert set(found) == {"location:town", "event:e", "quote:q", "claim:c"}
    clash = found["event:e"]["properties"]
    assert (clash["begin"], clash["end"], clash["time"]) == (
        "2016-06-17",
        "2016-08-05",
        "some day, 17 Jun – 5 Aug 2016",
    )
    assert (clash["when"], clash["deaths"]) == ({"edtf": "[2016-06-17..2016-08-05]"}, {"best": 3})
    assert found["claim:c"]["properties"]["title"] == "A controls The town"
    assert found["quote:q"]["properties"]["title"] == "A: “We left”"


def test_what_is_at_no_point_is_told_and_no_larger_place_stands_in_for_it() -> None:
    handed = out(
        "geojson",
        location("land", point=(30, 15)),
        location("village", within="location:land"),
        event("e", "Clash", where="location:village"),
    )

    assert set(features(handed)) == {"location:land"}
    assert handed.lost == {("location", "*"): 1, ("event", "*"): 1}


@pytest.mark.parametrize(
    ("when", "shown", "lost"),
    [
        ("2016-05-03", "<TimeStamp><when>2016-05-03</when></TimeStamp>", False),
        ("2016-05", "<TimeStamp><when>2016-05</when></TimeStamp>", False),
        ("2016-05-03/..", "<TimeSpan><begin>2016-05-03</begin></TimeSpan>", False),
        ("[2016-06-17..2016-08-05]", "<TimeSpan><begin>2016-06-17</begin><end>2016-08-05</end></TimeSpan>", True),
        ("2014-37", "<TimeSpan><begin>2014-01-01</begin><end>2014-04-30</end></TimeSpan>", True),
    ],
)
def test_kml_has_a_time_as_closely_as_it_is_known(when: str, shown: str, lost: bool) -> None:
    handed = out("kml", TOWN, event("e", "Clash", when, "location:town"))

    assert shown in handed.text
    assert f'<Data name="when.edtf"><value>{when}</value></Data>' in handed.text
    assert (("event", "when") in handed.lost) == lost


def test_a_time_before_the_calendar_is_left_out_of_kml_and_told() -> None:
    handed = out("kml", TOWN, event("e", "Clash", "-0043-03-15", "location:town"))

    assert "<Time" not in handed.text
    assert handed.lost["event", "when"] == 1


def test_actors_are_nodes_and_ties_between_them_edges_with_a_spell() -> None:
    handed = out(
        "gexf",
        TOWN,
        faction("a", active={"edtf": "2014-05-01/.."}),
        faction("b"),
        claim("backs", "faction:a", "backs", "faction:b", "2014-37"),
        claim("opposes", "faction:a", "opposes", "faction:b"),
        claim("holds", "faction:a", "controls", "location:town"),
        claim("gone", "faction:a", "backs", "faction:gone"),
    )

    text = handed.text
    assert '<node id="faction:a" label="A">' in text
    assert '<spell start="2014-05-01"/>' in text
    assert '<edge id="claim:backs" source="faction:a" target="faction:b" type="directed" kind="backs"' in text
    assert '<spell start="2014-01-01" end="2014-04-30"/>' in text
    assert '<edge id="claim:opposes" source="faction:a" target="faction:b" type="undirected"' in text
    assert handed.lost == {("location", "*"): 1, ("claim", "*"): 2, ("claim", "when"): 1}


@pytest.mark.parametrize(
    ("when", "start", "end", "phrase", "lost"),
    [
        ("2016", {"year": 2016}, None, None, False),
        ("2016-05", {"year": 2016, "month": 5}, None, None, False),
        ("2016-05-03", {"year": 2016, "month": 5, "day": 3}, None, None, False),
        (
            "[2016-06-17..2016-08-05]",
            {"year": 2016, "month": 6, "day": 17},
            {"year": 2016, "month": 8, "day": 5},
            "some day, 17 Jun – 5 Aug 2016",
            True,
        ),
        ("2016-05-03/..", {"year": 2016, "month": 5, "day": 3}, None, "since 3 May 2016", False),
        ("../2016-05-03", {"year": 2016, "month": 5, "day": 3}, None, "until 3 May 2016", False),
        ("-0043-03-15", {"year": -43, "month": 3, "day": 15}, None, "15 March 44 BC", False),
    ],
)
def test_a_slide_says_its_time_in_words_where_numbers_do_not(
    when: str, start: dict[str, int], end: dict[str, int] | None, phrase: str | None, lost: bool
) -> None:
    [slide] = slides(event("e", "Clash", when))

    assert (slide["start_date"], slide.get("end_date"), slide.get("display_date")) == (start, end, phrase)
    assert (("event", "when") in out("timelinejs", event("e", "Clash", when)).lost) == lost


@pytest.mark.parametrize("when", ["", "Y-170000002"])
def test_what_has_no_time_that_a_browser_knows_is_no_slide(when: str) -> None:
    assert slides(event("e", "Clash", when)) == []
    assert out("timelinejs", event("e", "Clash", when)).lost == {("event", "*"): 1}


def test_a_slide_shows_texts_as_they_are_and_runs_none() -> None:
    bad = "<script>alert(1)</script>"
    made = (
        TOWN,
        faction("a", bad),
        source("s", bad, url="javascript:alert(1)"),
        event("e", bad, "2016", "location:town", ["faction:a"], summary=bad, citations=cited("source:s")),
    )

    [slide] = slides(*made)

    assert "<script>" not in json.dumps(slide)
    assert "href" not in slide["text"]["text"]
    assert slide["text"]["headline"] == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert (slide["unique_id"], slide["group"]) == ("event-e", "The town")


def test_a_slide_names_its_sources_with_a_link() -> None:
    [slide] = slides(
        source("s", "The Gazette", url='https://example.org/?a=1&b="2"'),
        event("e", "Clash", "2016", citations=cited("source:s")),
    )

    assert "<p><small>The Gazette, paragraph 1</small></p>" in slide["text"]["text"]

    [slide] = slides(
        source("s", "The Gazette", url="https://example.org/?a=1&b=2"),
        event("e", "Clash", "2016", citations=cited("source:s")),
    )
    assert '<a href="https://example.org/?a=1&amp;b=2">The Gazette</a>, paragraph 1' in slide["text"]["text"]


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("Two <b>died</b> & more\nThree fled", "Two &lt;b&gt;died&lt;/b&gt; &amp; more<br>Three fled"),
        ("Two died & more\nThree fled", "Two died & more\nThree fled"),
    ],
)
def test_a_globe_shows_a_text_as_it_is_and_runs_nothing_in_it(summary: str, shown: str) -> None:
    handed = out("kml", TOWN, event("e", "A raid", "2016", "location:town", summary=summary))
    [description] = etree.fromstring(handed.bytes).iter("{*}description")
    assert description.text == shown
