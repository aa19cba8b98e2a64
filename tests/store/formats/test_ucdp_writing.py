"""UCDP GED rows that were brought in go back out cell for cell, and what was made of them since is told."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.file.casefile import Casefile
from store.formats.registry import reader
from store.importing import import_file
from store.refs import KIND_OF_TABLE
from tests.situations import Made, faction
from tests.store.formats.ged import GOOD, NEW, OLD, found, ged
from tests.store.formats.handing_on import Out, of, out_of


def records_of(text: str) -> list[Made]:
    """Return the records that a file becomes, each once."""
    entries = {entry.ref: entry for row in found(text) for entry in (row.entry, *row.beside)}
    return [Made(entry.kind, dict(entry.document)) for entry in entries.values()]


def changed(made: list[Made], ref: str, **fields: Any) -> list[Made]:  # noqa: ANN401
    return [Made(one.kind, one.document | fields) if one.ref == ref else one for one in made]


def handed_back(made: list[Made]) -> Out:
    return out_of("ucdp", of(made))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("columns", [NEW, OLD, list(reversed(OLD)), [*OLD, "iso3", "a column of ours"]])
def test_a_file_comes_back_cell_for_cell_in_its_own_columns(columns: list[str]) -> None:
    text = ged({"id": "1"}, {"id": "2", "source_article": 'a "quoted", text\nof two lines'}, columns=columns)

    back = handed_back(records_of(text))

    assert rows(back.text) == rows(text)
    assert back.lost == {}


# What a terminal would obey is taken out when a row comes in.
TEXTS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=20)


@given(
    st.dictionaries(
        st.sampled_from(["relid", "year", "dyad_name", "source_article", "source_original", "region", "conflict_name"]),
        TEXTS | st.sampled_from(['"', "a,b", "=1+1", "x\ny", " padded "]),
    )
)
@settings(max_examples=60)
def test_whatever_stands_in_a_cell_stands_in_it_again(cells: dict[str, str]) -> None:
    text = ged(cells | {"conflict_name": cells.get("conflict_name", "").strip() or "A conflict"})

    assert rows(handed_back(records_of(text)).text) == rows(text)


def test_files_of_two_layouts_come_back_in_the_columns_of_both() -> None:
    old = records_of(ged({"id": "1"}, columns=OLD))
    new = records_of(ged({"id": "2"}, columns=NEW))
    merged = {made.ref: made for made in (*new, *old)}

    header, *taken = rows(handed_back(list(merged.values())).text)

    assert sorted(header) == sorted(NEW)
    assert [dict(zip(header, row, strict=True))["id"] for row in taken] == ["1", "2"]


def test_what_people_made_of_a_row_is_told_field_by_field() -> None:
    made = changed(
        records_of(ged({})), "event:ucdp-101", title="A better title", note="seen", created="2020-01-01T00:00Z"
    )

    back = handed_back(made)

    assert back.lost == {("event", "title"): 1, ("event", "note"): 1, ("event", "created"): 1}
    assert GOOD["conflict_name"] in back.text


def test_what_was_added_to_records_that_rows_share_is_told() -> None:
    made = records_of(ged({}))
    more = [{"text": "River Front"}, {"text": "Front of the river", "kind": "alias"}]
    made = changed(made, "faction:ucdp-actor-32", names=more, summary="Armed boatmen")

    assert handed_back(made).lost == {("faction", "names"): 1, ("faction", "summary"): 1}


def test_names_that_several_rows_give_are_no_loss() -> None:
    text = ged({"id": "1"}, {"id": "2", "side_b": "Front of the river"})
    both = [{"text": "River Front"}, {"text": "Front of the river", "kind": "alias"}]

    assert handed_back(changed(records_of(text), "faction:ucdp-actor-32", names=both)).lost == {}


def test_a_field_that_somebody_took_out_is_told_since_the_row_still_has_it() -> None:
    made = records_of(ged({}))
    for one in made:
        one.document.pop("deaths", None)

    assert handed_back(made).lost == {("event", "deaths"): 1}


def test_records_that_are_from_no_row_are_counted_and_nothing_is_written_for_them() -> None:
    back = handed_back([faction("reds"), faction("blues")])

    assert back.bytes == b""
    assert back.lost == {("faction", "*"): 2}


def test_cells_that_a_spreadsheet_would_run_are_as_they_came_and_told() -> None:
    back = handed_back(records_of(ged({"source_original": "=HYPERLINK(1)"}, {"id": "2", "longitude": "-3.5"})))

    assert "=HYPERLINK(1)" in back.text
    assert back.losses.warnings == ("1 row with a cell that a spreadsheet takes for a formula",)


def test_a_row_that_cannot_be_read_any_more_goes_back_all_the_same() -> None:
    made = changed(records_of(ged({})), "event:ucdp-101", external={"ucdp-ged": {"id": "many", "best": "3"}})

    assert rows(handed_back(made).text) == [["id", "best"], ["many", "3"]]


def test_a_published_file_comes_back_cell_for_cell(samples: Path, tmp_path: Path) -> None:
    file = samples / "data" / "ucdp" / "ged_BGD_conflict_data.csv"
    casefile = Casefile.create(tmp_path / "s.json", "BGD")
    import_file(casefile, file, reader("ucdp"))
    tables = Casefile.open(tmp_path / "s.json").tables()
    made = [Made(KIND_OF_TABLE[name], document) for name in KIND_OF_TABLE for document in tables[name].values()]

    header, *back = rows(handed_back(made).text)

    with file.open(newline="", encoding="utf-8") as opened:
        published, _, *given_ = csv.reader(opened)
    assert header == published
    assert sorted(back) == sorted(given_)
