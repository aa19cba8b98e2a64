"""Reading ACLED: its layouts and files, and what a row becomes."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.formats.acled import ACLED
from store.formats.acled.columns import REQUIRED
from store.formats.found import Found, Heading, NotThisFormat, Skipped
from store.formats.tables.header import KEPT
from tests.store.formats.acled import BEFORE_2023, OF_2016, TODAY, acled, beside, event, refusal, row
from tests.store.formats.files import found_in, items_of, reasons_in
from tests.store.formats.pages import block, is_told, page
from tests.store.formats.workbook import workbook

LAYOUTS = {"today": TODAY, "before 2023": BEFORE_2023, "2016": OF_2016}


def without(document: dict[str, Any], *fields: str) -> dict[str, Any]:
    return {field: value for field, value in document.items() if field not in fields}


@pytest.mark.parametrize("columns", [TODAY, BEFORE_2023])
def test_today_s_layout_and_the_one_before_2023_give_the_same_event(columns: list[str]) -> None:
    [found] = found_in(ACLED, acled({}, columns=columns))

    assert without(found.entry.document, "external") == without(event(), "external")


def test_the_layout_of_2016_has_its_events_without_finer_types_and_its_actors_by_number() -> None:
    cells = {"event_type": "Battle-No change of territory", "inter1": "1", "inter2": "2", "event_date": "05/08/2016"}
    [found] = found_in(ACLED, acled(cells, columns=OF_2016))

    document = found.entry.document
    assert document["event_kind"] == document["codes"]["acled"] == "Battle-No change of territory"
    assert without(document, "event_kind", "codes", "title", "external") == without(
        event(), "event_kind", "codes", "title", "external"
    )
    assert [kind.document.get("faction_kind") for kind in found.beside if kind.kind == "faction"] == [
        "military",
        None,
        None,
        "armed group",
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_row_is_kept_under_the_names_that_its_file_has(layout: str) -> None:
    columns = [*LAYOUTS[layout], "population_best"]
    [found] = found_in(ACLED, acled({"notes": "two  blanks "}, columns=columns))

    assert found.entry.document["external"] == {"acled": row(columns, notes="two  blanks ")}
    assert list(found.entry.document["external"]["acled"]) == columns


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_row_that_was_kept_says_again_what_it_became(layout: str) -> None:
    [found] = found_in(ACLED, acled({}, columns=LAYOUTS[layout]))

    assert ACLED.again
    assert ACLED.again(found.entry.document["external"]["acled"]) == found.entry.document


def test_the_columns_come_first_each_with_what_becomes_of_it() -> None:
    heading = items_of(ACLED, acled({}, columns=OF_2016))[0]

    assert isinstance(heading, Heading)
    becomes = {column.name: column.becomes for column in heading.columns}
    assert list(becomes) == OF_2016
    assert becomes["ALLY_ACTOR_1"] == "faction names, event participants"
    assert becomes["GWNO"] == "kept in external"


@pytest.mark.parametrize("between", [";", "\t"])
def test_cells_may_be_separated_by_semicolons_and_tabs(between: str) -> None:
    [found] = found_in(ACLED, acled({}, between=between))
    assert found.entry.document == event()


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_a_line_that_tells_excel_the_separator_is_no_header(between: str) -> None:
    [found] = found_in(ACLED, f"sep={between}\r\n" + acled({}, between=between))
    assert (found.line, found.entry.document) == (3, event())


@pytest.mark.parametrize("name", ["", "Unnamed: 0"])
def test_the_numbers_that_pandas_gives_to_rows_are_left_out(name: str) -> None:
    lines = acled({}).splitlines()
    heading, found = items_of(ACLED, f"{name},{lines[0]}\n17,{lines[1]}\n")

    assert isinstance(heading, Heading)
    assert heading.columns[0].becomes == "nothing where it numbers the rows"
    assert isinstance(found, Found)
    assert found.entry.document == event()


def test_a_first_column_without_a_name_that_says_something_is_kept() -> None:
    lines = acled({}).splitlines()
    [found] = found_in(ACLED, f",{lines[0]}\nseen,{lines[1]}\n")
    assert found.entry.document["external"]["acled"]["column 1"] == "seen"


def test_a_workbook_reads_as_the_csv_does() -> None:
    [found] = found_in(ACLED, workbook(TODAY, [row()[name] for name in TODAY]))
    assert found.entry.document == event()


ANSWERS: dict[str, Callable[[list[dict[str, str]]], object]] = {
    "as the service answers": lambda rows: {"status": 200, "success": True, "count": len(rows), "data": rows},
    "a list": lambda rows: rows,
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_of_the_service_reads_as_the_csv_does(answer: str) -> None:
    text = json.dumps(ANSWERS[answer]([row(), row(event_id_cnty="NRT102")]), indent=1)

    found = found_in(ACLED, text)
    assert [one.entry.document["id"] for one in found] == ["acled-nrt101", "acled-nrt102"]
    assert found[0].entry.document == event()
    assert text.splitlines()[found[1].line - 1].strip() == "{"


def test_rows_of_json_may_lack_cells_add_some_and_have_numbers_and_nothing() -> None:
    other: dict[str, Any] = {name: cell for name, cell in row(event_id_cnty="NRT102").items() if name != "notes"}
    other |= {"fatalities": 3, "latitude": 12.5, "assoc_actor_2": None, "new": ["x"]}

    _, found = found_in(ACLED, "\n".join([json.dumps(row()), json.dumps(other)]))
    assert without(found.entry.document, "id", "citations", "external", "summary") == without(
        event(), "id", "citations", "external", "summary"
    )
    assert found.entry.document["external"]["acled"]["new"] == '["x"]'


def test_what_is_no_row_in_json_is_skipped_and_told() -> None:
    text = f"[{json.dumps(row())},\n7,\n{json.dumps({})}]"

    assert reasons_in(ACLED, text) == [
        (2, "no row: it is not an object with cells by name"),
        (3, "event_id_cnty is empty"),
    ]


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_file_without_a_column_that_is_needed_is_refused(missing: str) -> None:
    for content in (
        acled({}, columns=[name for name in TODAY if name != missing]),
        json.dumps([{name: cell for name, cell in row().items() if name != missing}]),
    ):
        with pytest.raises(NotThisFormat) as refused:
            items_of(ACLED, content)
        assert str(refused.value) == (
            f"not an ACLED file: no column ‘{missing}’; bring an export of events from acleddata.com"
        )


@pytest.mark.parametrize(
    ("cells", "edtf"),
    [
        ({"event_date": "2016-08-05"}, "2016-08-05"),
        ({"event_date": "2016-08-05 00:00:00"}, "2016-08-05"),
        ({"event_date": "05 August 2016"}, "2016-08-05"),
        ({"event_date": "5 Aug 2016"}, "2016-08-05"),
        ({"event_date": "05-Aug-16"}, "2016-08-05"),
        ({"event_date": "05-Aug-97", "year": "1997"}, "1997-08-05"),
        ({"event_date": "05/08/2016"}, "2016-08-05"),
        ({"event_date": "5.8.2016"}, "2016-08-05"),
        ({"time_precision": "2"}, "[2016-08-02..2016-08-08]"),
        ({"time_precision": "3"}, "2016-08"),
    ],
)
def test_when_is_the_day_the_week_around_it_or_its_month(cells: dict[str, str], edtf: str) -> None:
    assert event(**cells)["when"] == {"edtf": edtf}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"event_date": "2016-02-30"}, "event_date ‘2016-02-30’ is not a day of the calendar"),
        ({"event_date": "5 Augustus 2016"}, "event_date ‘5 Augustus 2016’ is not a day of the calendar"),
        ({"event_date": "-13800-01-01"}, "event_date ‘-13800-01-01’ is not a date; write it as year-month-day"),
        ({"event_date": ""}, "event_date is empty"),
        (
            {"event_date": "5-Aug-16", "year": ""},
            "event_date ‘5-Aug-16’ has a year of two digits, and no column ‘year’ tells the century",
        ),
        ({"time_precision": "4"}, "time_precision ‘4’ is not a code from 1 to 3"),
        ({"latitude": "91"}, "latitude ‘91’ is not a number of degrees from -90 to 90"),
        ({"longitude": "nan"}, "longitude ‘nan’ is not a number of degrees from -180 to 180"),
        ({"fatalities": "inf"}, "fatalities ‘inf’ is not a whole number from 0 to 999,999,999"),
        ({"fatalities": "-1"}, "fatalities ‘-1’ is not a whole number from 0 to 999,999,999"),
        ({"actor1": ""}, "actor1 is empty"),
        ({"location": " "}, "location is empty"),
    ],
)
def test_a_row_whose_cells_cannot_be_what_they_mean_is_skipped(cells: dict[str, str], told: str) -> None:
    assert refusal(**cells) == told


def test_what_r_writes_for_nothing_is_nothing() -> None:
    document = event(notes="NA", source="NA", actor2="NA", assoc_actor_1="NA", admin2="NA", fatalities="NA")

    assert not {"summary", "deaths"} & document.keys()
    assert document["citations"] == [{"source": "source:acled", "locator": {"kind": "row", "value": "NRT101"}}]
    assert len(document["participants"]) == 1


def test_a_spreadsheet_may_write_a_comma_in_degrees() -> None:
    assert beside("location", latitude="12,5000", longitude="-3,2500") == beside("location")


def test_a_year_that_is_not_that_of_the_date_is_told() -> None:
    [found] = found_in(ACLED, acled({"year": "2015"}))
    assert found.cautions == ("year is not that of event_date",)


def test_who_took_part_and_who_stood_beside_them() -> None:
    names = {record["id"]: record["names"][0]["text"] for record in beside("faction")}

    assert [(names[side["actor"].removeprefix("faction:")], side["role"]) for side in event()["participants"]] == [
        ("Military Forces of Northland (2014-)", "side a"),
        ("Ford Guard", "with side a"),
        ("Hill Guard", "with side a"),
        ("River Front", "side b"),
    ]


def test_a_protest_has_one_side() -> None:
    told = event(actor1="Protesters (Northland)", assoc_actor_1="", actor2="", sub_event_type="Peaceful protest")

    assert told["title"] == "Ford: Peaceful protest, Protesters (Northland)"
    assert len(told["participants"]) == 1


def test_no_direction_is_made_of_the_two_sides() -> None:
    assert beside("claim") == []


def test_the_place_lies_in_its_units_and_a_region_is_itself() -> None:
    assert [place["names"][0]["text"] for place in beside("location")] == [
        "Ford",
        "Lower District",
        "River Province",
        "Northland",
    ]
    of_region = beside("location", location="River Province", geo_precision="3")
    assert [place["names"][0]["text"] for place in of_region] == ["River Province", "Northland"]
    assert of_region[0]["id"] == beside("location")[2]["id"]
    assert of_region[0]["point"] == {"lat": 12.5, "lon": -3.25}


def test_every_outlet_is_a_source_and_the_data_set_tells_its_terms() -> None:
    dataset, *outlets = beside("source", source="North Wire;  North Wire ; غات")

    assert [outlet["title"] for outlet in outlets] == ["North Wire", "غات"]
    assert "may not be passed on" in dataset["terms"]
    assert event()["citations"][0] == {"source": "source:acled", "locator": {"kind": "row", "value": "NRT101"}}


CELLS = st.text(max_size=12) | st.sampled_from(
    ["", "NA", "1", "2", "3", "2016-08-05", "5/8/16", "1e9", "nan", "-90", "\x1b[31m", "‮غات", "x" * 3000, "a; b;;c"]
)


@given(st.dictionaries(st.sampled_from(TODAY), CELLS, max_size=6))
def test_any_row_is_taken_whole_or_skipped_in_one_line(cells: dict[str, str]) -> None:
    [_, item] = items_of(ACLED, json.dumps([row(**cells)]))

    if isinstance(item, Skipped):
        assert "\n" not in item.reason
        return
    assert isinstance(item, Found)
    for kind, document in (item.entry, *item.beside):
        assert records.write(records.read(kind, document)) == document


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    [found] = found_in(ACLED, block("acled.md", "csv"))

    assert is_told("acled.md", found)


def test_every_column_that_becomes_something_is_on_the_page() -> None:
    [heading] = [item for item in items_of(ACLED, acled({})) if isinstance(item, Heading)]
    table = page("acled.md").partition("## Columns")[2].partition("## Rules")[0]

    assert [name for name, becomes in heading.columns if becomes != KEPT and f"`{name}`" not in table] == []
