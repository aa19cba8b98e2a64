"""CSV, a file a kind, by itself or all in a zip: a stream too, since each file is packed as it is written."""

import io
import zipfile
from collections.abc import Iterator

from store.formats.csv_lines import csv_lines
from store.formats.handed import Handed, Losses, Writer
from store.formats.own.cells import cells
from store.formats.own.columns import COLUMNS, KIND
from store.refs import KINDS, TABLES, Kind

_MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8
_MADE = (1980, 1, 1, 0, 0, 0)  # the same situation is the same file, whenever it is written


class _Passed(io.RawIOBase):
    """A file that only hands on what is written to it; a zip that cannot go back in one says sizes after each part."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        """Return what has been written since this was asked."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _write(handed: Handed, _: Losses) -> Iterator[bytes]:
    passed = _Passed()
    with zipfile.ZipFile(passed, "w") as archive:
        for kind in KINDS:
            entry = zipfile.ZipInfo(f"{TABLES[kind]}.csv", _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                for line in _lines(handed, kind):
                    file.write(line)
                    if piece := passed.taken():
                        yield piece
    yield passed.taken()


def _lines(handed: Handed, kind: Kind) -> Iterator[bytes]:
    yield _MARK
    yield from csv_lines([[KIND, *(column.name for column in COLUMNS[kind])]])
    yield from csv_lines(cells(kind, document) for document in handed.of(kind))


WRITER = Writer(_write, made_of="binary", of_kind=_lines)
