"""The page on the store's file holds an example that is one."""

import json
from pathlib import Path

from store.check import check
from store.file.reading import read_tables
from store.records import RECORDS, Record

PAGE = Path(__file__).resolve().parents[2] / "docs" / "store.md"


def test_the_example_opens_and_has_no_problems(tmp_path: Path) -> None:
    example = PAGE.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]
    json.loads(example)
    store = tmp_path / "mill.json"
    store.write_text(example, encoding="utf-8")
    assert [problem.line for problem in check(read_tables(store))] == []


def test_every_field_of_every_kind_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    models: tuple[type[Record], ...] = (Record, *RECORDS.values())
    fields = {name for model in models for name in model.model_fields}
    assert {name for name in fields if f"`{name}`" not in page} == {"id"}
