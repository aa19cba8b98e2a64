"""What becomes of a GED row: the event, and the actors, places and sources beside it."""

import json
import re

import pytest

from store import records
from store.formats.found import Entry
from tests.store.formats.ged import beside, cautions, event, found, ged, refusal


def test_an_event_is_its_row_in_our_terms() -> None:
    document = event()
    del document["external"]

    assert document == {
        "id": "ucdp-101",
        "title": "Ford town: Government of Northland – River Front",
        "event_kind": "state-based violence",
        "codes": {"ucdp": "1"},
        "when": {"edtf": "2015-03-03"},
        "location": beside("location")[0]["id"].join(["location:", ""]),
        "where_precision": "exact",
        "participants": [
            {"actor": "faction:ucdp-actor-31", "role": "side a"},
            {"actor": "faction:ucdp-actor-32", "role": "side b"},
        ],
        "deaths": {"low": 3, "best": 3, "high": 5, "side_a": 1, "side_b": 2, "civilians": 0, "unknown": 0},
        "clarity": "precise",
        "part_of": "event:ucdp-conflict-11",
        "citations": [
            {"source": "source:ucdp-ged", "locator": {"kind": "row", "value": "id 101"}},
            {"source": f"source:{beside('source')[1]['id']}"},
        ],
    }


def test_every_document_is_one_that_the_store_would_write() -> None:
    [row] = found(ged({}))

    for kind, document in (row.entry, *row.beside):
        assert records.write(records.read(kind, document)) == document


@pytest.mark.parametrize("column", ["id", "type_of_violence", "event_clarity", "date_prec", "conflict_new_id"])
def test_a_code_that_is_no_code_is_not_taken(column: str) -> None:
    assert refusal(**{column: "x"}).startswith(f"{column} ‘x’ is not a ")
    assert refusal(**{column: ""}).startswith(f"{column} is ")


def test_what_is_not_counted_is_not_said() -> None:
    cells = dict.fromkeys(("deaths_a", "deaths_b", "deaths_unknown"), "")

    assert event(**cells)["deaths"] == {"low": 3, "best": 3, "high": 5, "civilians": 0}
    nothing = dict.fromkeys(("best", "low", "high", "deaths_civilians"), "NA")
    assert "deaths" not in event(**cells, **nothing)


def test_bounds_in_the_wrong_order_are_taken_with_a_caution() -> None:
    assert event(low="4")["deaths"]["low"] == 4
    assert cautions(low="4") == ("low, best and high deaths are not in that order",)
    assert cautions(low="", high="2") == ("low, best and high deaths are not in that order",)


@pytest.mark.parametrize("written", ["-1", "nan", "inf", "3.5", "1e3", "1.234567e+05", "٣", "9" * 5000, "many"])
def test_what_is_no_number_of_people_is_not_taken(written: str) -> None:
    assert refusal(best=written).endswith("is not a whole number from 0 to 999,999,999")


def test_a_number_that_a_spreadsheet_made_a_decimal_is_the_number() -> None:
    assert event(best="3.0")["deaths"]["best"] == 3


@pytest.mark.parametrize(("written", "number"), [("1e+05", 100_000), ("3e+06", 3_000_000), ("1.5e+08", 150_000_000)])
def test_a_number_that_r_made_shorter_is_the_number(written: str, number: int) -> None:
    assert event(id=written)["id"] == f"ucdp-{number}"


@pytest.mark.parametrize(("code", "status"), [("Clear", None), ("clear", None), ("", None), ("Check dyad", "draft")])
def test_what_ucdp_has_still_to_check_is_a_draft(code: str, status: str | None) -> None:
    assert event(code_status=code).get("status") == status


def test_what_a_terminal_would_obey_reaches_no_record_and_no_reason() -> None:
    hostile = "\x1b]52;c;AAAA\x07Ford\u202e town\x9b2J"
    [row] = found(ged({"where_coordinates": hostile, "side_a": hostile, "source_article": hostile}))

    everything = json.dumps([row.entry, row.beside], ensure_ascii=False)
    assert not {"\\u001b", "\\u0007"} & set(re.findall(r"\\u00..", everything))
    assert not {"\u202e", "\x9b"} & set(everything)
    assert "\x1b" not in refusal(best=hostile)


def test_a_cell_of_a_hundred_thousand_characters_makes_no_long_title() -> None:
    [row] = found(ged({"where_coordinates": "a b " * 25_000, "side_b": "x" * 100_000, "adm_1": "y" * 100_000}))

    assert len(row.entry.document["title"]) < 500
    assert all(len(entry.document["id"]) <= 120 for entry in (row.entry, *row.beside))
    assert len(row.entry.document["external"]["ucdp-ged"]["side_b"]) == 100_000
    assert all(isinstance(records.read(*entry), records.Record) for entry in (row.entry, *map(Entry._make, row.beside)))
