"""Files of other programs: each is told by what it is, with what to do, and not as a table without columns."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from store.file.errors import Unreadable
from store.foreign import foreign
from store.formats.registry import reader
from store.importing import preview_file
from store.refs import TABLES

NOTHING: dict[str, dict[str, dict[str, object]]] = {table: {} for table in TABLES.values()}


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "something")
    return packed.getvalue()


FILES = {
    "is an old Excel workbook, or one with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "is an OpenDocument file": zipped("mimetype", "content.xml", "styles.xml"),
    "is a binary Excel workbook (.xlsb)": zipped("[Content_Types].xml", "xl/workbook.bin"),
    "is a Word document": zipped("[Content_Types].xml", "word/document.xml"),
    "is a PDF": b"%PDF-1.7\n",
    "is a Parquet file": b"PAR1" + bytes(64),
    "is an SQLite database": b"SQLite format 3\0" + bytes(100),
    "is a Stata file": b"\x72\x02\x01\x00" + bytes(100),
    "is a file of R's own": gzip.compress(b"RDX3\nX\n" + bytes(64)),
    "is packed with xz, or a file of R's own": b"\xfd7zXZ\0" + bytes(64),
}


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("form", ["ucdp", "csv", "stix"])
def test_a_file_of_another_program_is_told_by_what_it_is(tmp_path: Path, form: str, what: str) -> None:
    path = tmp_path / "in"
    path.write_bytes(FILES[what])

    with pytest.raises(Unreadable) as told:
        preview_file(NOTHING, path, reader(form))
    assert str(told.value).startswith(f"{path}: {what}; ")


@pytest.mark.parametrize("form", ["ucdp", "acled", "csv", "timelinejs"])
def test_a_page_or_sheet_of_xml_is_no_table(tmp_path: Path, form: str) -> None:
    path = tmp_path / "in.xls"
    path.write_text('<?xml version="1.0"?><table><tr><td>id</td></tr></table>')

    with pytest.raises(Unreadable, match="not a table: it is XML or a web page; save its table as CSV"):
        preview_file(NOTHING, path, reader(form))


@pytest.mark.parametrize("head", ["X,Y\n", "RDA3,x\n", "Rar!,x\n", "q,x\n", "PK,x\n", "BZhang,x\n"])
def test_a_text_is_not_taken_for_a_file_of_another_program(head: str) -> None:
    assert foreign(head.encode()) is None
