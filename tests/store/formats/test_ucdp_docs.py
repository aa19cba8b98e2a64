"""The page on UCDP GED says what is so: its example is run, and every column that becomes something is on it."""

import json
import re
from pathlib import Path

from store.formats.found import Heading
from store.formats.tables.header import KEPT
from tests.store.formats.ged import NEW, found, ged, items

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "ucdp.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert match
    return match[1]


def test_the_example_row_becomes_the_example_records() -> None:
    [row] = found(block("csv"))

    shown = {field: value for field, value in row.entry.document.items() if field != "external"}
    assert shown == json.loads(block("json"))
    assert [entry.ref for entry in row.beside] == block("text").split()


def test_every_column_that_becomes_something_is_in_the_table() -> None:
    [heading] = [item for item in items(ged({}, columns=NEW)) if isinstance(item, Heading)]
    table = PAGE.partition("## Columns")[2].partition("## Rules")[0]

    assert [name for name, becomes in heading.columns if becomes != KEPT and f"`{name}`" not in table] == []
