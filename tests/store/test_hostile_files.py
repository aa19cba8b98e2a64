"""Files that are no data set of anybody's: each format refuses them in one line, or accounts for each part."""

import gzip
import io
import random
import zipfile
from collections.abc import Iterator
from itertools import chain, islice, repeat
from pathlib import Path

import pytest

from store.documents import Document
from store.file.errors import Unreadable
from store.formats.account import Account
from store.formats.acled.columns import REQUIRED
from store.formats.registry import READABLE, reader
from store.importing import preview_file
from store.refs import TABLES
from tests.store.formats.files import Held
from tests.store.formats.workbook import packed


def _zip_of_nothing() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("folder/", b"")
    return file.getvalue()


ODD = {
    "empty": b"",
    "a mark and nothing": b"\xef\xbb\xbf",
    "nothing but zeros": bytes(10_000),
    "noise": random.Random(1).randbytes(50_000),
    "brackets without end": b"[" * 50_000,
    "objects without end": b'{"a":' * 50_000,
    "a list of numbers": b"[1, -0, 1e999, NaN]",
    "halves of characters": b'[{"id":"\\ud800","schema":"Person","kind":"event","type":"Feature","name":"\\udfff"}]',
    "a number of ten thousand figures": b'{"events":[' + b"9" * 10_000 + b"]}",
    "a name of a hundred thousand letters": b'{"' + b"k" * 100_000 + b'":1}',
    "a page of the web": b"<html><body>not found</body></html>",
    "a quote that is never closed": b'id,kind\n"' + b"x,\n" * 20_000,
    "a header and rows of another width": b"kind,id,names\nfaction,a\nfaction,b,B,more\n",
    "lines of nothing": b"\n\r\n\r" * 5_000,
    "another encoding": "kind,id,names\nfaction,é,É\n".encode("utf-16"),
    "a gzip in a gzip": gzip.compress(gzip.compress(b"id\n1\n")),
    "a zip of a folder": _zip_of_nothing(),
    "a workbook of one cell": packed('<row><c t="str"><v>\x7f</v></c></row>'),
    "a workbook that is broken": packed("<row><c>"),
}


NOTHING: dict[str, dict[str, Document]] = {table: {} for table in TABLES.values()}


def told(path: Path, form: str) -> Account | str:
    """Return the account of a file, or the line in which it is refused."""
    try:
        return preview_file(NOTHING, path, reader(form)).account
    except Unreadable as refusal:
        return str(refusal)


@pytest.mark.parametrize("form", READABLE)
def test_whatever_a_file_holds_it_is_refused_in_one_line_or_accounted_for(form: str, tmp_path: Path) -> None:
    path = tmp_path / "in"
    for what, content in ODD.items():
        path.write_bytes(content)
        answer = told(path, form)
        if isinstance(answer, str):
            assert answer.startswith(f"{path}: "), what
            assert "\n" not in answer, what
        else:
            assert answer.adds_up, what
            assert answer.read, what
            assert all("\n" not in line for line in answer.lines()), what


@pytest.mark.parametrize("form", READABLE)
def test_a_folder_is_refused(form: str, tmp_path: Path) -> None:
    answer = told(tmp_path, form)
    assert isinstance(answer, str)
    assert "it is a folder" in answer


RECORD = (
    '{"id": "x", "kind": "event", "type": "Feature", "start_date": {"year": 1}, "text": {"headline": "x"}, '
    + ", ".join(f'"{name}": ""' for name in REQUIRED)
    + "}"
)


class Endless(Held):
    """A file that never ends: one record after the other."""

    def __init__(self, before: str) -> None:
        super().__init__(before)
        self._before = before

    def pieces(self) -> Iterator[str]:
        """Return the text in pieces, without end."""
        return chain([self._before, RECORD], repeat(f",\n{RECORD}"))


@pytest.mark.parametrize(
    ("form", "before"),
    [("acled", '{"data": ['), ("geojson", '{"features": ['), ("timelinejs", '{"events": ['), ("jsonl", "[")],
)
def test_json_is_a_stream_whatever_its_size(form: str, before: str) -> None:
    assert len(list(islice(reader(form).read(Endless(before)), 50))) == 50
