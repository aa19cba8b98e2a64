"""Files of other programs that are known at first sight and not read: what each is, and what it can be saved as."""

import re
from collections.abc import Collection
from typing import NamedTuple


class Foreign(NamedTuple):
    """What a file is, and how what is in it can be had."""

    problem: str
    mend: str


_AS_TABLE = "save its table as CSV or .xlsx"
_UNPACK = "unpack it first"
_HEADS: tuple[tuple[bytes, Foreign], ...] = (
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign("is an old Excel workbook, or one with a password", _AS_TABLE)),
    (rb"%PDF-", Foreign("is a PDF", "bring the table or text that it was made of")),
    (rb"PAR1", Foreign("is a Parquet file", _AS_TABLE)),
    (rb"SQLite format 3\0", Foreign("is an SQLite database", _AS_TABLE)),
    (rb"<stata_dta>|[\x69-\x73][\x01\x02]\x01\0", Foreign("is a Stata file", _AS_TABLE)),
    (rb"\$FL[23]", Foreign("is an SPSS file", _AS_TABLE)),
    (rb"RD[AX][23]\n|[XA]\n\0\0\0[\x02\x03]", Foreign("is a file of R's own", "write its table as CSV in R")),
    (rb"BZh[1-9]", Foreign("is packed with bzip2, or a file of R's own", _UNPACK)),
    (rb"\xfd7zXZ\0", Foreign("is packed with xz, or a file of R's own", _UNPACK)),
    (rb"\x28\xb5\x2f\xfd", Foreign("is packed with Zstandard", _UNPACK)),
    (rb"7z\xbc\xaf\x27\x1c", Foreign("is a 7z archive", _UNPACK)),
    (rb"Rar!\x1a\x07", Foreign("is a RAR archive", _UNPACK)),
)
_IN_ZIP: dict[str, Foreign] = {
    "content.xml": Foreign("is an OpenDocument file", _AS_TABLE),
    "xl/workbook.bin": Foreign("is a binary Excel workbook (.xlsb)", _AS_TABLE),
    "word/document.xml": Foreign("is a Word document", "bring the table or text that is in it"),
}


def foreign(head: bytes) -> Foreign | None:
    """Return what a file is that begins so; nothing for one that may be read."""
    return next((kind for begins, kind in _HEADS if re.match(begins, head)), None)


def foreign_document(names: Collection[str]) -> Foreign | None:
    """Return what a zip is that holds files of these names, if it is a document of another program."""
    return next((kind for name, kind in _IN_ZIP.items() if name in names), None)
