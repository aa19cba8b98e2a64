"""Rows that are wider than their header: what programs add is taken away, and what may mean something is told."""

import pytest

from store.formats.tables.aligning import aligned
from store.formats.tables.rows import RawRow, raw_rows
from store.formats.ucdp import GED
from tests.store.formats.files import found_in, reasons_in
from tests.store.formats.ged import ged

HEADER, ROW, *_ = ged({"gwnob": "998"}).splitlines()


def cells(text: str) -> list[list[str]]:
    return [row.cells for row in aligned(raw_rows(text.splitlines(keepends=True))) if isinstance(row, RawRow)]


def test_empty_cells_behind_the_last_column_are_none() -> None:
    assert cells("a,b\n1,2,,\n3,4\n5,6,,7\n") == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6", "", "7"]]


@pytest.mark.parametrize("numbers", [("1", "2"), ("31", "5")])
def test_the_numbers_of_r_are_told_from_empty_cells(numbers: tuple[str, str]) -> None:
    first, second = numbers
    assert cells(f'a,b\n"{first}",7,\n"{second}",8,4\n') == [["a", "b"], ["7", ""], ["8", "4"]]
    assert cells(f"a,b\n{first},7,\n{second},8,\n") == [["a", "b"], [first, "7"], [second, "8"]]


@pytest.mark.parametrize("more", [1, 2])
def test_rows_that_r_has_numbered_without_naming_the_column_are_read(more: int) -> None:
    rows = "".join(f'"{number}",{ROW.replace("101", f"10{number}", 1)}\n' for number in range(1, more + 1))
    found = found_in(GED, f"{HEADER}\n{rows}")

    assert [one.entry.ref for one in found] == [f"event:ucdp-10{number}" for number in range(1, more + 1)]
    assert found[0].entry.document["external"]["ucdp-ged"]["relid"] == "NRT-2015-1-1-1"


def test_a_row_with_a_cell_too_many_among_others_is_skipped() -> None:
    [(_, reason)] = reasons_in(GED, f"{HEADER}\n{ROW}\n{ROW.replace('101', '102', 1)},more\n")
    assert reason == "50 cells, where the header names 49"
