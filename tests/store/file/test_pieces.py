"""A file that is read piece by piece says what it says when it is read whole, or is not read so."""

import io
import json
from pathlib import Path
from typing import Any

import orjson
import pytest

from store.file.layout import encode
from store.file.pieces import NotInPieces, by_own_id, pieces
from store.file.reading import read_tables
from tests.situations import event, generate, small, write


def put_together(raw: bytes, size: int) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for table, found in pieces(io.BytesIO(raw), size):
        documents = found.items() if table == "situation" else by_own_id(found)
        tables.setdefault(table, {}).update(documents)
    return tables


@pytest.mark.parametrize("size", [64, 100, 1000, 10_000, 1 << 18])
@pytest.mark.parametrize("layout", ["ours", "a document a line", "indented by four", "with a byte order mark"])
def test_pieces_of_any_size_are_the_file(tmp_path: Path, layout: str, size: int) -> None:
    path = small(tmp_path / "s.json") if layout != "a document a line" else generate(tmp_path / "s.json", 60)
    tables = read_tables(path)
    raw = {
        "ours": encode(tables),
        "a document a line": path.read_bytes(),
        "indented by four": json.dumps(tables, indent=4).encode(),
        "with a byte order mark": b"\xef\xbb\xbf" + encode(tables),
    }[layout]
    try:
        found = put_together(raw, size)
    except NotInPieces:
        assert size < 1000  # no piece of so few bytes holds the longest document
    else:
        assert found == {name: table for name, table in tables.items() if table or name in found}


def test_ids_that_look_like_tables_and_texts_that_look_like_ends_of_tables(tmp_path: Path) -> None:
    tricky = [event("events", '}, "people": {', "2016"), event("people", "}}\n},", summary='\n    },\n    "')]
    raw = write(tmp_path / "s.json", *tricky, event("last", "Last")).read_bytes()
    tables = orjson.loads(raw)
    for size in range(200, 2000, 7):
        assert put_together(raw, size)["events"] == tables["events"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b'{"events": {}',
        b'{"events": {\n"a": {"id": "a"}\n}',
        b'{"events": {\n"a": {"id": "a"}\n}} more',
        b'{"events": {\n"a": {"id": "a"}\n}, "events": {\n"b": {}\n}}',
        b'{"events": {\n"a": 5\n}}',
        b'{"events": {\n"a": {"id": 5}\n}}',
        b'{"events": {}, "orders": {}}',
        b'{"events": {\n"a": {"title": "\xff"}\n}}',
    ],
)
def test_what_is_no_store_or_cannot_be_cut_is_not_read_in_pieces(raw: bytes) -> None:
    with pytest.raises(NotInPieces):
        put_together(raw, 1 << 18)


def test_a_document_is_known_by_its_own_id_or_its_key() -> None:
    raw = b'{"events": {\n"1": {"id": "raid"},\n"siege": {"title": "Siege"}\n}}'
    assert put_together(raw, 1 << 18)["events"] == {
        "raid": {"id": "raid"},
        "siege": {"id": "siege", "title": "Siege"},
    }
