"""Our own JSON Lines and spreadsheets: all that the store holds, in a form that reads back and runs nothing."""

import csv
import io
import json
import zipfile

import pytest

from store import records
from store.formats.own.cells import document
from store.formats.own.columns import COLUMNS, KIND
from store.refs import KINDS, TABLES, Kind
from store.text import clean
from tests.situations import faction
from tests.store.formats.handing_on import Out, of, out, out_of
from tests.store.formats.stores import NAMES, situation


def sheet(handed: Out, kind: Kind) -> list[dict[str, str]]:
    """Return the rows of a kind's file."""
    with zipfile.ZipFile(io.BytesIO(handed.bytes)) as archive:
        text = archive.read(f"{TABLES[kind]}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", NAMES)
def test_every_record_comes_back_from_its_row(name: str) -> None:
    handed = situation(name)
    written = out_of("csv", handed)

    assert written.losses.losses == ()
    for kind in KINDS:
        given = [records.write(records.read(kind, one)) for one in handed.of(kind)]
        assert [document(kind, row) for row in sheet(written, kind)] == given


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_a_line_as_the_store_holds_it(name: str) -> None:
    handed = situation(name)

    lines = [json.loads(line) for line in out_of("jsonl", handed).bytes.splitlines()]

    assert lines == [{KIND: kind} | one for kind in KINDS for one in handed.of(kind)]


def test_an_imported_row_is_in_its_cell_to_the_letter_though_cells_are_cleaned() -> None:
    row = {"a \x85\u2028 column": "\x1b[31m \x9b \u202e \ufeff \r\n é"}
    [written] = sheet(out("csv", faction("a", external={"of-others": row})), "faction")

    assert json.loads(clean(written["external"])) == {"of-others": row}


def test_there_is_a_file_a_kind_with_all_its_columns_even_if_it_is_empty() -> None:
    with zipfile.ZipFile(io.BytesIO(out("csv").bytes)) as archive:
        assert archive.namelist() == [f"{table}.csv" for table in TABLES.values()]
        header = archive.read("claims.csv").decode("utf-8-sig").strip().split(",")
        assert archive.testzip() is None

    assert header == [KIND, *(column.name for column in COLUMNS["claim"])]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    [row] = sheet(out("csv", faction("a", summary=text)), "faction")

    assert row["summary"] == f"'{text}"


def test_a_situation_is_the_same_file_whenever_it_is_written() -> None:
    assert out("csv", faction("a")).bytes == out("csv", faction("a")).bytes


def test_a_zip_is_handed_on_in_pieces() -> None:
    from store.formats.handed import Losses
    from store.formats.registry import writer

    many = of([("faction", {"id": f"f{number}", "names": [{"text": "x" * 5_000}]}) for number in range(400)])

    assert max(map(len, writer("csv").write(many, Losses()))) < 100_000


def test_texts_of_any_length_are_handed_on() -> None:
    long = faction("a", summary="ø" * 100_000)

    assert [out(form, long).text.count("ø") for form in ("jsonl", "csv")] == [100_000] * 2
