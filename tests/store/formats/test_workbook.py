"""Workbooks: which sheet, which cells, what numbers and dates come out as, and what is refused."""

import io
import zipfile

import pytest

from store.formats.found import NotThisFormat
from store.formats.tables.rows import RawRow
from store.formats.tables.workbook import workbook_rows
from store.formats.ucdp import GED
from tests.store.formats.files import found_in
from tests.store.formats.ged import GOOD, NEW, found, ged
from tests.store.formats.workbook import packed, sheet, workbook


def rows(content: bytes) -> list[RawRow]:
    return list(workbook_rows(io.BytesIO(content)))


def cells(content: bytes) -> list[list[str]]:
    return [row.cells for row in rows(content)]


def test_a_ged_workbook_reads_as_the_csv_does() -> None:
    [of_csv] = found(ged({}))
    [of_book] = found_in(GED, workbook(NEW, [GOOD.get(name, "") for name in NEW]))

    assert of_book.entry == of_csv.entry
    assert of_book.line == 2


def test_the_sheet_that_is_listed_first_is_read_whatever_its_file_is_called() -> None:
    assert cells(packed('<row r="1"><c r="A1"><v>5</v></c></row>')) == [["5"]]


def test_cells_stand_where_they_say_and_rows_are_as_wide_as_the_first() -> None:
    first = '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c><c><v>4</v></c></row>'
    assert rows(packed(first + '<row r="9"><c r="B9"><v>2</v></c></row><row r="10"/>')) == [
        RawRow(2, 2, ["1", "", "3", "4"]),
        RawRow(9, 9, ["", "2", "", ""]),
    ]


def test_texts_may_be_shared_or_in_the_cell_and_in_several_looks() -> None:
    looks = '<r><t>in </t></r><r><t xml:space="preserve">two</t></r><rPh><t>no</t></rPh>'
    written = (
        f'<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is>{looks}</is></c><c t="str"><v>said</v></c>'
    )

    assert cells(packed(f"<row>{written}</row>", ["غات & <Ghāt>", looks])) == [
        ["غات & <Ghāt>", "in two", "in two", "said"]
    ]


@pytest.mark.parametrize(
    ("style", "value", "text"),
    [
        ("0", "3", "3"),
        ("0", "3.0", "3"),
        ("0", "36.766390000000001", "36.76639"),
        ("0", "1E3", "1000"),
        ("0", "NaN", "nan"),
        ("1", "42587", "2016-08-05"),
        ("1", "61", "1900-03-01"),
        ("2", "42587.75", "2016-08-05 18:00:00"),
        ("3", "42587", "42587"),
        ("1", "99999999", "99999999"),
        ("7", "42587", "42587"),
    ],
)
def test_numbers_are_written_short_and_dates_as_dates(style: str, value: str, text: str) -> None:
    assert cells(packed(f'<row><c s="{style}"><v>{value}</v></c></row>')) == [[text]]


def test_days_may_be_counted_from_1904() -> None:
    assert cells(packed('<row><c s="1"><v>41125</v></c></row>', since_1904=True)) == [["2016-08-05"]]


def test_whether_it_is_so_and_what_went_wrong_are_words() -> None:
    assert cells(packed('<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>')) == [["TRUE", "#N/A"]]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "a document type": (packed("<row/>", before=ENTITIES), "declares a document type"),
    "an outside entity": (
        packed("<row/>", before='<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
        "declares a document type",
    ),
    "XML that breaks off": (packed("<row><c>"), "its XML is broken"),
    "no such text": (packed('<row><c t="s"><v>7</v></c></row>'), "it has no text 7"),
    "a text of no number": (packed('<row><c t="s"><v>-1</v></c></row>'), "no number of a row or text"),
    "a column beyond all": (packed('<row><c r="ZZZZZZZZZ1"><v>1</v></c></row>'), "out of place"),
    "cells out of order": (packed('<row><c r="C1"><v>1</v></c><c r="A1"><v>1</v></c></row>'), "out of place"),
    "a row of no number": (packed('<row r="x"><c><v>1</v></c></row>'), "no number of a row or text"),
    "elements in each other": (packed(f"<row>{'<c>' * 60}<v/>{'</c>' * 60}</row>"), "nests too deep"),
}


@pytest.mark.parametrize("state", HOSTILE)
def test_a_hostile_or_broken_workbook_is_refused_in_one_line(state: str) -> None:
    content, told = HOSTILE[state]

    with pytest.raises(NotThisFormat) as refusal:
        rows(content)
    assert told in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_workbook_without_its_sheet_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", sheet(""))

    with pytest.raises(NotThisFormat, match="it has no sheet"):
        rows(file.getvalue())
