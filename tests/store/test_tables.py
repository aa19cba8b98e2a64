"""Rows for a person to take away: every cell arrives, and none of them is obeyed by what opens the file."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.tables import Table, as_csv, as_json, as_markdown
from store.text import clean
from tests.tui.hostile import OBEYED, TEXTS

CELLS = st.one_of(st.text(st.characters(codec="utf-8"), max_size=20), st.integers(-9, 9), st.booleans(), st.none())
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=4)


def of(*rows: tuple[object, ...]) -> Table:
    return Table("Rows", ("one", "two"), rows)  # type: ignore[arg-type]


def lines(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(as_csv(table)).removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")'])
def test_a_spreadsheet_works_out_nothing_that_came_from_outside(text: str) -> None:
    assert lines(of((text, "x")))[1] == [f"'{text}", "x"]


@given(ROWS)
def test_csv_has_every_cell_and_no_formula(rows: list[tuple[object, object]]) -> None:
    head, *found = lines(of(*rows))
    assert head == ["one", "two"]
    for row, cells in zip(rows, found, strict=True):
        for given_, cell in zip(row, cells, strict=True):
            if isinstance(given_, str):
                assert cell.removeprefix("'") == clean(given_).removeprefix("'")
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            else:
                assert cell == ("" if given_ is None else str(given_))


@given(ROWS)
def test_json_has_every_row_under_its_columns(rows: list[tuple[object, object]]) -> None:
    found = json.loads("".join(as_json(of(*rows))))
    assert [tuple(row.values()) for row in found["rows"]] == rows
    assert all(set(row) == {"one", "two"} for row in found["rows"])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_form_holds_what_a_terminal_obeys(text: str) -> None:
    table = Table(text, ("one",), ((text,),), text)
    for form in (as_csv, as_markdown, as_json):
        assert not OBEYED.search("".join(form(table)).removeprefix("\ufeff").replace("\r\n", "\n"))


def test_markdown_is_a_page_with_a_note() -> None:
    assert "".join(as_markdown(Table("A|B", ("one",), (("x",), (True,), (None,)), "some"))) == (
        "# A\\|B\n\nsome\n\n| one |\n|---|\n| x |\n| yes |\n|  |\n"
    )
