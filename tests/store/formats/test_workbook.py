"""Workbooks: which sheet, which cells, what numbers and dates come out as, and what is refused."""

import io
import zipfile

import pytest

from store.formats.found import Found, NotThisFormat, Skipped
from store.formats.own.reading import CSV
from store.formats.tables.rows import RawRow
from store.formats.tables.workbook import opened_workbook
from store.formats.ucdp import GED
from tests.store.formats.files import found_in, items_of
from tests.store.formats.ged import GOOD, NEW, found, ged
from tests.store.formats.workbook import packed, sheet, workbook


def rows(content: bytes) -> list[RawRow]:
    with opened_workbook(io.BytesIO(content)) as book:
        return list(book.rows(book.sheets[0]))


def cells(content: bytes) -> list[list[str]]:
    return [row.cells for row in rows(content)]


def test_a_ged_workbook_reads_as_the_csv_does() -> None:
    [of_csv] = found(ged({}))
    [of_book] = found_in(GED, workbook(NEW, [GOOD.get(name, "") for name in NEW]))

    assert of_book.entry == of_csv.entry
    assert of_book.line == 2


def test_the_sheet_that_is_listed_first_is_read_whatever_its_file_is_called() -> None:
    assert cells(packed('<row r="1"><c r="A1"><v>5</v></c></row>')) == [["5"]]


GOOD_ROW = [GOOD.get(name, "") for name in NEW]
UNREAD = "sheets of the workbook that are no such table were not read: "


def test_the_sheet_that_has_the_columns_is_read_and_the_other_is_told() -> None:
    [behind] = found_in(GED, workbook(["Events of Northland"], ["see the other sheet"], notes=[NEW, GOOD_ROW]))
    [before] = found_in(GED, workbook(NEW, GOOD_ROW, notes=[["a note"]]))
    [alone] = found_in(GED, workbook(NEW, GOOD_ROW))

    assert behind.entry == before.entry == alone.entry
    assert (behind.cautions, before.cautions, alone.cautions) == ((f"{UNREAD}‘Events’",), (f"{UNREAD}‘Notes’",), ())


def test_all_sheets_that_have_the_columns_are_read() -> None:
    other, bad = (["102", *GOOD_ROW[1:]], ["", *GOOD_ROW[1:]])
    items = items_of(GED, workbook(NEW, GOOD_ROW, notes=[NEW, other, bad]))

    assert [item.entry.ref for item in items if isinstance(item, Found)] == ["event:ucdp-101", "event:ucdp-102"]
    assert [item for item in items if isinstance(item, Skipped)] == [Skipped(3, "Notes: id is empty")]


def test_where_no_sheet_has_the_columns_the_first_says_what_is_missing() -> None:
    with pytest.raises(NotThisFormat, match="no column ‘type_of_violence’"):
        items_of(GED, workbook(["id"], ["1"], notes=[["a note"]]))


@pytest.mark.parametrize("content", [workbook(["Northland"], ["", "all"], NEW, GOOD_ROW), "Northland\n\n" + ged({})])
def test_what_stands_above_the_header_is_told(content: str | bytes) -> None:
    with pytest.raises(NotThisFormat, match="its columns are named in line 3, not in the first; take away what stands"):
        items_of(GED, content)


def test_a_formula_that_nobody_has_worked_out_is_seen() -> None:
    formulas = "<c><f>SUM(A1:A3)</f><v/></c><c><f>1+1</f><v>2</v></c>" + '<c t="str"><f>B1</f><v></v></c><c t="str"/>'
    assert cells(packed(f"<row>{formulas}</row>")) == [["=SUM(A1:A3)", "2", "", ""]]


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
        ("4", "42583", "2016-08"),
        ("5", "42583", "2016-08"),
        ("5", "42587", "2016-08-05"),
        ("5", "42583.5", "2016-08-01 12:00:00"),
        ("6", "42370", "2016"),
        ("6", "42583", "2016-08-01"),
    ],
)
def test_numbers_are_written_short_and_dates_as_dates(style: str, value: str, text: str) -> None:
    assert cells(packed(f'<row><c s="{style}"><v>{value}</v></c></row>')) == [[text]]


def test_the_month_that_excel_makes_a_day_of_is_a_month_still() -> None:
    header = "".join(f'<c t="str"><v>{name}</v></c>' for name in ("kind", "id", "title", "when.edtf"))
    row = '<c t="str"><v>event</v></c><c t="str"><v>e</v></c><c t="str"><v>Clash</v></c><c s="4"><v>42583</v></c>'

    [found] = found_in(CSV, packed(f"<row>{header}</row><row>{row}</row>"))
    assert found.entry.document["when"] == {"edtf": "2016-08"}


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
