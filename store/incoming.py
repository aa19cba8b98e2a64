"""A file that is brought in: its text or its bytes, its encoding, and how far it has been read."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, cast

from store.file.errors import Unreadable
from store.file.opening import opened
from store.unpacking import NotUnpacked, packed_files, unpacked

_BLOCK = 1 << 20
_LONGEST_LINE = 16_000_000
"""Characters. A table of a terabyte without a line end would be one line."""


class Incoming:
    """An open file: UTF-8 or, with its mark, UTF-16; whatever is neither is taken for Windows-1252.

    Any bytes can be Windows-1252, so the `encoding` is for whoever brings the file in to see. What is packed with gzip
    or zip is unpacked as it is read. `size` is that of the file in bytes.
    """

    def __init__(self, path: Path, raw: FileIO, part: str = "") -> None:
        self._path = path
        self._raw = raw
        self._part = part
        self._text: TextIOWrapper | None = None
        self.size = raw.seek(0, 2)
        self.encoding = "utf-8"
        self._found = ""

    def done(self) -> int:
        """Return how many bytes of the file have been read."""
        return self._raw.tell()

    def lines(self) -> Iterator[str]:
        """Return the lines with their ends as they are. Raises Unreadable at one that is longer than any table's."""
        text = self._opened()
        number = 0
        while line := text.readline(_LONGEST_LINE):
            number += 1
            if len(line) == _LONGEST_LINE:
                problem = f"line {number} has more than {_LONGEST_LINE:,} characters"
                raise Unreadable(self._path, problem, "bring a file that has its records in lines")
            yield line

    def pieces(self) -> Iterator[str]:
        """Return the text piece by piece."""
        text = self._opened()
        while piece := text.read(_BLOCK):
            yield piece

    def binary(self) -> BinaryIO:
        """Return the bytes from the beginning."""
        return unpacked(self._raw, self.size, self._part)

    def parts(self) -> "Iterator[tuple[str, Incoming]]":
        """Return the files in an archive, by name; itself where it is none."""
        for name in packed_files(self._raw) or [""]:
            yield name, Incoming(self._path, self._raw, name) if name else self

    def _opened(self) -> TextIOWrapper:
        self._found = self._found or _encoding(self.binary())
        self.encoding = self._found.removesuffix("-sig")
        if self._text:
            cast("BufferedReader", self._text.detach()).detach()  # else the file is closed when it is dropped
        buffered = BufferedReader(cast("RawIOBase", self.binary()), _BLOCK)
        self._text = TextIOWrapper(buffered, self._found, errors="replace", newline="")
        return self._text


@contextmanager
def incoming(path: Path) -> Iterator[Incoming]:
    """Open a file that is to be brought in. Raises Unreadable, also for what turns out while it is read."""
    with opened(path) as raw:
        try:
            yield Incoming(path, raw)
        except NotUnpacked as error:
            raise Unreadable(path, error.problem, error.mend) from None


def _encoding(stream: BinaryIO) -> str:
    """Read the whole file once: bytes that are not UTF-8 may come late."""
    block = stream.read(_BLOCK)
    if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block:
            decoder.decode(block)
            block = stream.read(_BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8-sig"
