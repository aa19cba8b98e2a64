"""The pages on what is handed on say what is so: the example situation becomes what each of them shows."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.formats.handed import Handed
from store.formats.own.columns import COLUMNS
from store.formats.registry import WRITABLE, Known
from store.refs import KIND_OF_TABLE, KINDS, Kind
from tests.store.formats.handing_on import of, out_of

DOCS = Path(__file__).resolve().parents[3] / "docs"
OF_THE_EXTENSION = ("extensions", "x_sitroom")
_EXAMPLE = re.compile(r"## Handed on: an example.*?```(\w+)\n(.*?)```.*?```text\n(.*?)```", re.DOTALL)


def page(name: str) -> str:
    file = DOCS / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def example() -> Handed:
    block = page("export.md").partition("## An example")[2].partition("```json\n")[2].partition("```")[0]
    tables = json.loads(block)
    documents = (
        (KIND_OF_TABLE[table], {"id": name} | document)
        for table, held in tables.items()
        for name, document in held.items()
    )
    return of(documents, "The mill at Ford")


def objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield every JSON object in a value, however deep, without what is in our own extension; pages show parts."""
    if isinstance(value, dict):
        shown = {name: part for name, part in value.items() if name not in OF_THE_EXTENSION}
        yield shown
        for part in shown.values():
            yield from objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


FIRST_OF_PAGE = {known.page: known for known in reversed(WRITABLE.values())}
"""Formats that share a page share its example, which is of the first of them."""
SHOWN = [known for known in FIRST_OF_PAGE.values() if _EXAMPLE.search(page(known.page))]


@pytest.mark.parametrize("known", SHOWN, ids=lambda known: known.name)
def test_the_example_becomes_what_the_page_shows(known: Known) -> None:
    match = _EXAMPLE.search(page(known.page))
    assert match
    language, shown, told = match.groups()

    out = out_of(known.name, example())

    assert lines(told) == list(out.losses.lines())
    if language == "json":
        try:
            written = json.loads(out.text)
        except ValueError:
            written = [json.loads(line) for line in out.text.splitlines()]
        found = list(objects(written))
        assert [one for one in json.loads(shown) if not any(_is_part(one, whole) for whole in found)] == []
    else:
        found_lines = iter(lines(out.text))
        assert [line for line in lines(shown) if line not in found_lines] == []


def test_every_format_that_can_be_written_is_on_the_page_of_all() -> None:
    table = page("export.md")

    assert [name for name in WRITABLE if f"`{name}`" not in table] == []


def test_every_format_has_its_page() -> None:
    assert [known.page for known in WRITABLE.values() if not (DOCS / known.page).is_file()] == []


def _is_part(shown: dict[str, Any], whole: dict[str, Any]) -> bool:
    return all(whole.get(name) == value for name, value in shown.items())


def test_the_page_on_our_own_columns_has_each_of_them_in_its_place() -> None:
    table = page("own.md").partition("## Columns")[2].partition("## Handed on")[0]
    told = {
        row.split("|")[1].strip(): re.findall(r"`([^`]+)`", row) for row in table.splitlines() if row.count("|") > 2
    }

    assert [kind for kind in KINDS if ["id", "status", *told[kind], *told["all"]] != _names(kind)] == []


def test_the_rows_of_our_own_spreadsheets_are_those_of_the_page() -> None:
    shown = page("own.md").partition("```csv\n")[2].partition("```")[0]
    out = out_of("csv", example()).text

    columns = shown.splitlines()[0].count(",") + 1
    rows = list(csv.reader(io.StringIO(out.partition("kind")[1] + out.partition("kind")[2], newline="")))
    assert list(csv.reader(io.StringIO(shown))) == [row[:columns] for row in rows[:3]]


def _names(kind: Kind) -> list[str]:
    return [column.name for column in COLUMNS[kind]]
