"""A file that is brought in: its text or its bytes, its encoding, and how far it has been read."""

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, cast

from store.file.errors import Unreadable
from store.file.opening import opened
from store.unpacking import NotUnpacked, packed_files, unpacked

_BLOCK = 1 << 20
_HEAD = 512
_GLANCE = 1 << 16
_BROKEN = re.compile("[\udc80-\udcff]")
"""Bytes that are none of UTF-8, as Python marks them."""
_LONGEST_LINE = 16_000_000
"""Characters. A table of a terabyte without a line end would be one line."""


class Incoming:
    """An open file: UTF-8, UTF-16 or UTF-32; whatever is none of those is taken for Windows-1252.

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
        self.beat: Callable[[], None] = nothing
        """Called now and then while the file is read, so that whoever waits can stop it; it may raise."""
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
            self.beat()
            yield piece

    def binary(self) -> BinaryIO:
        """Return the bytes from the beginning."""
        return unpacked(self._raw, self.size, self._part)

    def parts(self) -> "Iterator[tuple[str, Incoming]]":
        """Return the files in an archive, by name; itself where it is none."""
        for name in packed_files(self._raw) or [""]:
            part = Incoming(self._path, self._raw, name) if name else self
            part.beat = self.beat
            yield name, part
            if self.encoding == "utf-8":
                self.encoding = part.encoding

    def _opened(self) -> TextIOWrapper:
        if not self._found:
            self._found, self.encoding = _encoding(self.binary(), self.beat)
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


def beginning(path: Path) -> str:
    """Return how a file's text begins, unpacked: enough to tell what it is; nothing where it cannot be read."""
    try:
        with incoming(path) as file:
            block = file.binary().read(_GLANCE)
    except Unreadable:
        return ""
    return block.decode(_wide(block) or "utf-8-sig", "replace")


def nothing() -> None:
    """Do nothing."""


def _encoding(stream: BinaryIO, beat: Callable[[], None]) -> tuple[str, str]:
    """Return the encoding as Python has it, and as it is told.

    The whole file is read: what is no UTF-8 may come late. Hardly two bytes of Windows-1252 in a row are a letter of
    UTF-8; so where most that are not ASCII are, a few have been cut in two.
    """
    block = stream.read(_BLOCK)
    if wide := _wide(block):
        return wide, wide
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    letters = broken = 0
    while block:
        text = decoder.decode(block)
        if not text.isascii():
            letters += len(text) - len(text.encode("ascii", "ignore"))
            broken += _broken(text)
        beat()
        block = stream.read(_BLOCK)
    broken += len(decoder.decode(b"", final=True))
    if broken > letters / 2:
        return "windows-1252", "windows-1252"
    told = f", in which {broken:,} byte{'s are' if broken > 1 else ' is'} part of no letter" if broken else ""
    return "utf-8-sig", f"utf-8{told}"


def _broken(text: str) -> int:
    try:
        text.encode()
    except UnicodeEncodeError:
        return len(_BROKEN.findall(text))
    return 0


def _wide(block: bytes) -> str:
    """Return the encoding of a text that has several bytes for each letter; empty for any other."""
    if block.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    first, second = (block[at:_HEAD:2] for at in (0, 1))
    zeros = first.count(0), second.count(0)
    if max(zeros) > len(first) / 2 and not min(zeros):  # without its mark: what tables and JSON begin with is ASCII
        return "utf-16-be" if zeros[0] else "utf-16-le"
    return ""
