"""ACLED rows that were brought in go back out cell for cell, with a warning that they may not be passed on."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.formats.acled import ACLED
from tests.situations import Made
from tests.store.formats.acled import BEFORE_2023, OF_2016, TODAY, acled
from tests.store.formats.files import found_in
from tests.store.formats.handing_on import Out, of, out_of


def handed_back(text: str) -> Out:
    entries = {entry.ref: entry for row in found_in(ACLED, text) for entry in (row.entry, *row.beside)}
    return out_of("acled", of(Made(entry.kind, dict(entry.document)) for entry in entries.values()))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("columns", [TODAY, BEFORE_2023, OF_2016, list(reversed(TODAY))])
def test_a_file_comes_back_cell_for_cell_in_its_own_columns(columns: list[str]) -> None:
    text = acled({"event_id_cnty": "NRT1"}, {"event_id_cnty": "NRT2", "notes": 'a "quoted"\ntext'}, columns=columns)

    back = handed_back(text)

    assert rows(back.text) == rows(text)
    assert back.lost == {}


# What a terminal would obey is taken out when a row comes in.
TEXTS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=20)


@given(st.dictionaries(st.sampled_from(["notes", "tags", "source_scale", "interaction", "region", "iso"]), TEXTS))
@settings(max_examples=40)
def test_whatever_stands_in_a_cell_stands_in_it_again(cells: dict[str, str]) -> None:
    text = acled(cells)

    assert rows(handed_back(text).text) == rows(text)


def test_it_warns_that_rows_may_not_be_passed_on() -> None:
    warnings = handed_back(acled({})).losses.warnings

    assert (
        warnings[0] == "1 record holds a row of ACLED, whose terms forbid passing them on; hand on your own work alone"
    )
    assert warnings[1].startswith("source:acled: its terms forbid passing it on: ACLED's terms of use.")
