"""Dumps of GeoNames: places with all of their names."""

import csv
import io
import json
from pathlib import Path

import pytest

from store.file.casefile import Casefile
from store.formats.found import Heading, NotThisFormat
from store.formats.geonames import GEONAMES
from tests.store.formats.both_ways import brought_in
from tests.store.formats.files import found_in, items_of, reasons_in
from tests.store.formats.pages import block, is_told
from tests.store.formats.workbook import workbook

ROW = block("geonames.md", "tsv").rstrip("\n").split("\t")


def dump(*rows: dict[int, str]) -> str:
    return "\n".join("\t".join(row.get(at, cell) for at, cell in enumerate(ROW)) for row in rows) + "\n"


def heading() -> Heading:
    first = items_of(GEONAMES, dump({}))[0]
    assert isinstance(first, Heading)
    return first


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    [found] = found_in(GEONAMES, block("geonames.md", "tsv"))
    assert is_told("geonames.md", found)


@pytest.mark.parametrize(("between", "word"), [(",", "_"), ("\t", " "), (";", "_")])
def test_a_table_with_a_header_reads_as_the_dump_does(between: str, word: str) -> None:
    names = [column.name.replace(" ", word) for column in heading().columns]
    text = io.StringIO()
    csv.writer(text, delimiter=between).writerows([names, ROW])

    [found] = found_in(GEONAMES, text.getvalue())
    assert found.entry == found_in(GEONAMES, dump({}))[0].entry
    assert found_in(GEONAMES, workbook(names, ROW))[0].entry == found.entry


def test_a_table_without_a_point_is_refused() -> None:
    with pytest.raises(NotThisFormat, match="not places of GeoNames: no column ‘latitude’, ‘longitude’"):
        items_of(GEONAMES, "geonameid,name\n7,Ford\n")


@pytest.mark.parametrize(
    ("class_", "code", "kind"),
    [
        ("P", "PPLA2", "city"),
        ("A", "PCLI", "country"),
        ("A", "ADM1", "region"),
        ("A", "ADM3", "district"),
        ("H", "GULF", "sea"),
        ("T", "MT", None),
    ],
)
def test_the_feature_code_is_the_kind(class_: str, code: str, kind: str | None) -> None:
    [found] = found_in(GEONAMES, dump({6: class_, 7: code}))
    assert found.entry.document.get("location_kind") == kind


def test_a_quote_in_a_name_is_a_letter_and_swallows_nothing() -> None:
    found = found_in(GEONAMES, dump({1: 'The "Ford'}, {0: "8"}))
    assert [one.entry.document["names"][0]["text"] for one in found] == ['The "Ford', "Ford"]


def test_rows_that_are_no_places_are_told() -> None:
    text = dump({}, {4: "91"}, {1: ""}, {0: "x"}) + "\n1\t2\n"
    assert reasons_in(GEONAMES, text) == [
        (2, "latitude ‘91’ is not a number of degrees from -90 to 90"),
        (3, "name is empty"),
        (4, "geonameid ‘x’ is not a whole number from 0 to 999,999,999"),
        (6, "2 cells, where a place has 19"),
    ]


def test_json_in_a_list_and_by_id_reads_alike() -> None:
    place = {
        "geonameid": 7,
        "name": "Ford",
        "latitude": 31.2,
        "longitude": 16.6,
        "alternatenames": ["Fort, old"],
        "population": 3,
    }
    [one], [other] = (found_in(GEONAMES, json.dumps(text)) for text in ([place], {"7": place}))

    assert one.entry == other.entry
    assert one.entry.document["names"] == [{"text": "Ford"}, {"text": "Fort, old", "kind": "alias"}]
    assert one.entry.document["location_kind"] == "city"
    assert GEONAMES.again
    assert GEONAMES.again(one.entry.document["external"]["geonames"]) == one.entry.document


@pytest.mark.parametrize("text", ["", "a,b\n", "{}", "[]", '[{"a": 1}]'])
def test_what_is_no_dump_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(GEONAMES, text)


def test_the_towns_of_north_africa_add_up_and_come_in_once(tmp_path: Path, samples: Path) -> None:
    content = (samples / "data" / "geo" / "geonames_cities500_north_africa_sahel.json").read_bytes()
    casefile = Casefile.create(tmp_path / "s.json", "S")

    first = brought_in(casefile, GEONAMES, content)

    assert (first.rows.created, first.skips) == (1366, 0)
    assert not brought_in(casefile, GEONAMES, content).changed
