"""Reading UCDP GED: layouts, headers, lines, and what is no GED file at all."""

import csv
import random
from itertools import islice
from pathlib import Path

import pytest

from store.formats.found import Found, Heading, NotThisFormat, Skipped
from store.formats.tables.header import KEPT
from store.formats.tables.rows import RawRow, raw_rows
from store.formats.ucdp import GED, read
from store.formats.ucdp.columns import REQUIRED
from tests.store.formats.files import found_in
from tests.store.formats.ged import GOOD, NEW, OLD, found, ged, items, large, reasons


def test_the_columns_come_first_each_with_what_becomes_of_it() -> None:
    heading = items(ged({}))[0]

    assert isinstance(heading, Heading)
    assert [column.name for column in heading.columns] == NEW
    becomes = {column.name: column.becomes for column in heading.columns}
    assert becomes["type_of_violence"] == "event event_kind, codes.ucdp"
    assert becomes["priogrid_gid"] == KEPT


def test_old_and_new_layouts_and_any_order_give_the_same_event() -> None:
    shuffled = random.Random(3).sample(NEW, len(NEW))
    documents = []
    for columns in (NEW, OLD, shuffled):
        [row] = found(ged({}, columns=columns))
        documents.append({field: value for field, value in row.entry.document.items() if field != "external"})

    assert documents[0] == documents[1] == documents[2]


def test_the_whole_row_is_kept_column_by_column_also_those_nobody_knows() -> None:
    [row] = found(ged({"iso3": "NRT", "adm_1": "  two  blanks "}, columns=[*NEW, "iso3"]))

    kept = row.entry.document["external"]["ucdp-ged"]
    assert list(kept) == [*NEW, "iso3"]
    assert kept == {name: (GOOD | {"iso3": "NRT", "adm_1": "  two  blanks "}).get(name, "") for name in [*NEW, "iso3"]}


def test_a_mark_before_the_header_and_capitals_in_it_do_no_harm() -> None:
    text = ged({})
    header, rest = text.split("\n", 1)

    assert len(found("\ufeff" + header.upper() + "\n" + rest)) == 1


def test_columns_without_a_name_are_kept_under_their_number() -> None:
    [row] = found(ged({"": "7"}, columns=["", *NEW]))

    assert row.entry.document["external"]["ucdp-ged"]["column 1"] == "7"


def test_hxl_tags_under_the_header_are_no_row() -> None:
    header, rest = ged({}).split("\n", 1)
    tags = ",".join("#date+start" if name == "date_start" else "" for name in NEW)

    [row] = found(f"{header}\n{tags}\n{rest}")
    assert row.line == 3


def test_hxl_tags_elsewhere_are_a_bad_row() -> None:
    tags = ",".join("#meta" for _ in NEW)

    [(line, reason)] = reasons(ged({}) + tags + "\n")
    assert (line, reason) == (3, "id ‘#meta’ is not a whole number from 0 to 999,999,999")


def test_lines_are_those_of_the_file_whatever_a_quoted_cell_holds() -> None:
    text = ged({"id": "1", "source_article": "two\nlines"}, {"id": "2"}, {"id": "x"})

    assert [row.line for row in items(text)[1:] if isinstance(row, Found)] == [2, 4]
    assert [line for line, _ in reasons(text)] == [5]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_text(ged({"id": "1"}, {"id": "2"}, ends=ends), newline="")

    with path.open(newline="") as lines:
        assert [item.line for item in read(lines) if isinstance(item, Found)] == [2, 3]


def test_lines_may_end_in_several_ways_in_one_file(tmp_path: Path) -> None:
    first, second, third = ged({"id": "1"}, {"id": "2"}).splitlines()
    path = tmp_path / "ged.csv"
    path.write_text(f"{first}\r\n{second}\r{third}", newline="")

    with path.open(newline="") as lines:
        assert [item.line for item in read(lines) if isinstance(item, Found)] == [2, 3]


def test_blank_lines_and_rows_of_empty_cells_are_no_rows() -> None:
    assert len(items("\n\n" + ged({}) + "\n" + "," * 48 + "\n\n")) == 2


def test_a_row_with_more_or_fewer_cells_than_the_header_is_skipped() -> None:
    text = ged({}, {"id": "2"})

    assert reasons(text + "1,2\n") == [(4, "2 cells, where the header names 49")]
    assert reasons(text.rstrip("\n") + ",more\n") == [(3, "50 cells, where the header names 49")]


def test_a_quote_that_is_not_closed_costs_the_rows_it_swallows_and_says_which() -> None:
    first, *rows = ged(*({"id": f"{number}"} for number in range(5))).splitlines()
    rows[2] = rows[2].replace("Ford town", '"Ford town')

    assert reasons("\n".join([first, *rows])) == [(4, "57 cells, up to line 5, where the header names 49")]


@pytest.mark.parametrize("last", ['"River Front', 'River Front,"', '"a ""b""'])
def test_a_quote_that_is_open_at_the_end_is_told_and_nothing_it_swallows_is_taken(last: str) -> None:
    rows = list(raw_rows(["id,name\n", "1,Ford\n", f"2,{last}\n", "3,Mill\n"]))

    assert rows[-1] == Skipped(3, "a quote in it is not closed: all as far as line 4 is one cell")
    assert [row.line for row in rows[:-1]] == [1, 2]


@pytest.mark.parametrize("last", ['"Ford"', '"Ford"\n', '"two\nlines"', '""', '"5"" gun"', "", "\n"])
def test_a_file_may_end_with_a_quote_that_is_closed_with_or_without_a_line_end(last: str) -> None:
    rows = list(raw_rows(["id,name\n", f"1,{last}"]))

    assert [type(row) for row in rows] == [RawRow, RawRow]


def test_a_cell_beyond_all_measure_is_a_bad_row_and_the_next_is_read() -> None:
    text = ged({"id": "1"}, {"id": "2", "source_article": "x" * 8_100_000}, {"id": "3"})

    assert [(row.line) for row in items(text) if isinstance(row, Found)] == [2, 4]
    [(line, reason)] = reasons(text)
    assert (line, reason) == (3, "no CSV as far as line 3: look for a quote that is not closed")


def test_another_data_set_is_refused_with_the_columns_it_lacks(samples: Path) -> None:
    other = samples / "data" / "ucdp" / "ucdp-nonstate-221.csv"

    with other.open(newline="") as lines, pytest.raises(NotThisFormat, match=r"no column ‘id’, .* and 14 more"):
        list(read(lines))


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_file_without_a_column_that_is_needed_is_refused(missing: str) -> None:
    text = ged({}, columns=[name for name in NEW if name != missing])

    with pytest.raises(NotThisFormat) as refusal:
        items(text)
    assert str(refusal.value) == (
        f"not a UCDP GED file: no column ‘{missing}’; bring the GED event CSV from ucdp.uu.se/downloads"
    )


@pytest.mark.parametrize("spare", sorted(set(NEW) - set(REQUIRED)))
def test_any_other_column_may_be_missing(spare: str) -> None:
    assert len(found(ged({}, columns=[name for name in NEW if name != spare]))) == 1


@pytest.mark.parametrize("columns", [NEW, OLD])
def test_a_file_without_a_header_is_read_by_the_number_of_its_columns(columns: list[str]) -> None:
    [headed], text = found(ged({}, columns=columns)), ged({}, columns=columns)

    [row] = found(text.split("\n", 1)[1])
    assert (row.line, row.entry) == (1, headed.entry)


def test_a_file_without_a_header_and_of_no_known_number_of_columns_is_refused_as_such() -> None:
    text = ged({}, columns=[*NEW, "more"]).split("\n", 1)[1]

    with pytest.raises(NotThisFormat, match="its first line is an event, not the names of the columns"):
        items(text)


@pytest.mark.parametrize("between", [";", "\t"])
def test_cells_may_be_separated_by_semicolons_and_tabs(between: str) -> None:
    text = "\n" + ged({}, between=between)

    [row] = found_in(GED, text)
    assert (row.line, row.entry.document["title"]) == (3, "Ford town: Government of Northland – River Front")


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat, match="not a UCDP GED file"):
        items(text)


def test_two_columns_of_one_name_are_refused() -> None:
    header, rest = ged({}, columns=[*NEW, "spare"]).split("\n", 1)

    with pytest.raises(NotThisFormat, match="two columns ‘best’"):
        items(header.replace("spare", "Best") + "\n" + rest)


def test_reading_is_a_stream() -> None:
    def endless_enough() -> list[object]:
        return list(islice(read(large(10**9)), 50))

    assert len(endless_enough()) == 50


def test_the_bangladesh_file_is_read_to_the_last_row(samples: Path) -> None:
    path = samples / "data" / "ucdp" / "ged_BGD_conflict_data.csv"
    with path.open(newline="", encoding="utf-8-sig") as lines:
        rows = [item for item in read(lines) if isinstance(item, Found)]
    with path.open(newline="", encoding="utf-8-sig") as lines:
        raw = list(csv.DictReader(lines))[1:]

    assert len(rows) == len(raw) == 601
    assert [row.entry.document["external"]["ucdp-ged"] for row in rows] == raw
