"""Our own columns: every field of every kind has one, and what is written in a cell is read out of it again."""

from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.documents import Document
from store.errors import InvalidRecord
from store.formats.own.cells import as_meant, cells, document, neutralised
from store.formats.own.columns import COLUMNS, KIND
from store.records import RECORDS
from store.refs import KINDS, Kind
from tests.store.formats.filled import filled

TEXTS = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["=1+1", "'=1", "-5", "@x", "'", "\tx", "+", "a\nb", '"', "NA", "'NA", "NaN"]
)


def row(kind: Kind, written: Document) -> dict[str, str]:
    return dict(zip([KIND, *(column.name for column in COLUMNS[kind])], cells(kind, written), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_record_has_a_column_and_none_has_two(kind: Kind) -> None:
    names = [column.name for column in COLUMNS[kind]]

    assert {name.partition(".")[0] for name in names} == set(RECORDS[kind].model_fields)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_with_every_field_filled_comes_back_from_its_cells(kind: Kind) -> None:
    given_ = records.write(records.read(kind, filled()[kind]))

    assert document(kind, row(kind, given_)) == given_


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=5), st.integers(0, 10**12), st.sampled_from(KINDS))
def test_whatever_text_is_in_a_record_comes_back_from_its_cells(texts: list[str], number: int, kind: Kind) -> None:
    made = filled(cycle(texts).__next__, lambda: number)
    try:
        given_ = records.write(records.read(kind, made[kind]))
    except InvalidRecord:  # nothing but what a terminal would obey was in a text that there must be
        return

    assert document(kind, row(kind, given_)) == given_


@given(TEXTS)
def test_no_text_is_taken_for_a_formula_and_none_is_changed_for_good(text: str) -> None:
    assert neutralised(text)[0] not in "=+-@\t\r"
    assert as_meant(neutralised(text)) == text


def test_a_cell_that_cannot_be_read_is_told_with_its_column() -> None:
    with pytest.raises(ValueError, match=r"deaths\.best: is not a number"):
        document("event", {"id": "e", "deaths.best": "many"})
    with pytest.raises(ValueError, match="tags: is not JSON"):
        document("event", {"id": "e", "tags": "a; b"})
