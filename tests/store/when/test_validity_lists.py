"""The lists of valid and invalid EDTF that the University of North Texas tests its validator with.

There is no text on which this project judges otherwise. Two judgements are worth knowing. `0000-01-03/0000-01` is
refused: an end that is coarser than the beginning and covers it has to be written with X, `0000-01-03/0000-01-XX`.
And seasons as edges of intervals are accepted, marks included, so they are accepted with marks by themselves as well.
"""

import json
from pathlib import Path

import pytest

from store.when import NotEdtf, parse


@pytest.fixture(scope="module")
def lists(samples: Path) -> dict[str, list[str]]:
    """Return list name -> texts."""
    path = samples / "data" / "dates" / "unt_edtf_validity_lists.json"
    if not path.is_file():
        pytest.skip(f"no validity lists at {path}")
    found: dict[str, list[str]] = json.loads(path.read_text())
    return found


def accepted(text: str) -> bool:
    try:
        parse(text)
    except NotEdtf:
        return False
    return True


def test_all_that_is_valid_is_read(lists: dict[str, list[str]]) -> None:
    valid = [text for name, texts in lists.items() if not name.startswith("invalid") for text in texts]
    assert len(valid) > 90
    assert [text for text in valid if not accepted(text)] == []


def test_all_that_is_invalid_is_refused(lists: dict[str, list[str]]) -> None:
    invalid = [text for name, texts in lists.items() if name.startswith("invalid") for text in texts]
    assert len(invalid) > 50
    assert [text for text in invalid if accepted(text)] == []


def test_the_way_out_that_the_refusal_names_is_open() -> None:
    with pytest.raises(NotEdtf, match="write XX for the missing part"):
        parse("2016-08-05/2016-08")
    assert parse("2016-08-05/2016-08-XX").latest == parse("2016-08").latest
