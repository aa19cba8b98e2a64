"""The tables of docs/dates.md, row by row."""

from pathlib import Path

import pytest

from store.when import brief, ordinal, parse, phrase, resolve
from store.when.brief import CELLS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "dates.md"
PUBLISHED = ordinal(2016, 8, 12)


def rows(first_heading: str) -> list[list[str]]:
    """Return the cells of the table whose first column has this heading."""
    lines = iter(PAGE.read_text(encoding="utf-8").splitlines())
    found: list[list[str]] = []
    for line in lines:
        if line.startswith(f"| {first_heading} |"):
            next(lines)
            for row in lines:
                if not row.startswith("|"):
                    return found
                found.append([cell.strip().strip("`") for cell in row.strip("|").split(" |")])
    return found


@pytest.mark.parametrize(("edtf", "shown", "narrow"), [row[:3] for row in rows("EDTF")])
def test_what_is_written_is_shown_as_the_page_says(edtf: str, shown: str, narrow: str) -> None:
    assert phrase(parse(edtf)) == shown
    assert brief(parse(edtf)) == narrow
    assert len(narrow) <= CELLS


@pytest.mark.parametrize(("said", "edtf", "shown"), [row[:3] for row in rows("said")])
def test_what_is_said_becomes_what_the_page_says(said: str, edtf: str, shown: str) -> None:
    assert resolve(said, PUBLISHED) == edtf
    assert phrase(parse(edtf)) == shown


def test_the_page_has_both_tables() -> None:
    assert len(rows("EDTF")) > 30
    assert len(rows("said")) > 40
