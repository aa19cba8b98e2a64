"""A file that is read piece by piece says what it says when it is read whole, or is not read so."""

import io
import itertools
import json
from pathlib import Path
from typing import Any

import orjson
import pytest

from store.file.layout import encode
from store.file.pieces import Left, NotInPieces, by_own_id, pieces, read_left
from store.file.reading import read_tables
from tests.situations import event, generate, small, write


def put_together(raw: bytes, size: int, left: tuple[bool, ...] = (False,)) -> dict[str, dict[str, Any]]:
    """Return the tables; of the pieces, those are left to be parsed later for which that is said, again and again."""
    tables: dict[str, dict[str, Any]] = {}
    leave = itertools.cycle(left)
    for piece in pieces(io.BytesIO(raw), size, lambda: next(leave)):
        if isinstance(piece, Left):
            documents = read_left(raw[piece.begin : piece.begin + piece.length])
        else:
            documents = [*piece.found.items()] if piece.table == "situation" else by_own_id(piece.found)
        tables.setdefault(piece.table, {}).update(documents)
    return tables


@pytest.mark.parametrize("left", [(False,), (True,), (True, False, False)])
@pytest.mark.parametrize("size", [64, 100, 1000, 10_000, 1 << 18])
@pytest.mark.parametrize("layout", ["ours", "a document a line", "indented by four", "with a byte order mark"])
def test_pieces_of_any_size_are_the_file(tmp_path: Path, layout: str, size: int, left: tuple[bool, ...]) -> None:
    path = small(tmp_path / "s.json") if layout != "a document a line" else generate(tmp_path / "s.json", 60)
    tables = read_tables(path)
    raw = {
        "ours": encode(tables),
        "a document a line": path.read_bytes(),
        "indented by four": json.dumps(tables, indent=4).encode(),
        "with a byte order mark": b"\xef\xbb\xbf" + encode(tables),
    }[layout]
    try:
        found = put_together(raw, size, left)
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


def test_a_piece_that_was_left_and_is_no_documents_is_said_to_be_none() -> None:
    with pytest.raises(NotInPieces):
        read_left(b'"a": {"id": "a"')
    with pytest.raises(NotInPieces):
        read_left(b'"a": 5')


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
