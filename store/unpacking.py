"""A file that comes compressed, gzip or zip: what is in it, as a stream, and no more than a file of its size can hold.

A workbook is a zip too and stays as it is: only its reader knows what is to be taken out of it.
"""

import re
import zlib
from gzip import GzipFile
from io import FileIO, RawIOBase
from typing import IO, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from store.errors import StoreError
from store.foreign import foreign, foreign_document

_HOLDS_AT_LEAST = 64_000_000
_TIMES = 200
"""Times the size of what is packed. Tables shrink to a tenth or a fiftieth; what shrinks to less was made to."""
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 0x1
_HEAD = 16
"""Bytes by which a file of another program is known."""
_TELLS = re.compile(r"(?:read.?me|licen[cs]e)(?:\.(?:txt|md|html?))?|.*\.pdf", re.IGNORECASE)
_BROKEN = (OSError, EOFError, zlib.error, BadZipFile, NotImplementedError, RuntimeError)
"""What the standard library raises for an archive that is cut off, damaged, encrypted or packed in an unknown way."""


class NotUnpacked(StoreError):
    """What is packed cannot be had. The reader of it does not know the file's name."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(f"{problem}; {mend}")
        self.problem = problem
        self.mend = mend


class Bounded(RawIOBase):
    """What comes out of an archive, up to what one of so many bytes can hold. Reading raises NotUnpacked."""

    def __init__(self, inner: IO[bytes], packed: int) -> None:
        self._inner = inner
        self._left = max(_HOLDS_AT_LEAST, packed * _TIMES)

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer as `RawIOBase` has it."""
        view = memoryview(cast("bytearray", buffer))
        try:
            block = self._inner.read(len(view))
        except _BROKEN as error:
            raise NotUnpacked(f"cannot be unpacked: {error or type(error).__name__}", "fetch it again") from None
        self._left -= len(block)
        if self._left < 0:
            raise NotUnpacked(f"unpacks to more than {_TIMES} times its size", "unpack it yourself if you trust it")
        view[: len(block)] = block
        return len(block)


def unpacked(raw: FileIO, size: int, part: str = "") -> BinaryIO:
    """Return the file itself, or a stream of what is packed in it, from the beginning. Raises NotUnpacked.

    `part` is the one that is meant of several files in a zip.
    """
    raw.seek(0)
    mark = raw.read(_HEAD)
    raw.seek(0)
    if mark[:2] == b"\x1f\x8b":
        _refuse(_head_of_gzip(raw, size))
        raw.seek(0)
        return cast("BinaryIO", Bounded(cast("IO[bytes]", GzipFile(fileobj=raw)), size))
    if mark[:4] == b"PK\x03\x04":
        return _of_zip(raw, size, part)
    _refuse(mark)
    return cast("BinaryIO", raw)


def _head_of_gzip(raw: FileIO, size: int) -> bytes:
    return Bounded(cast("IO[bytes]", GzipFile(fileobj=raw)), size).read(_HEAD) or b""


def _refuse(head: bytes) -> None:
    """Raise NotUnpacked for what a program wrote of which nothing can be read."""
    if found := foreign(head):
        raise NotUnpacked(*found)


def packed_files(raw: FileIO) -> list[str]:
    """Return the names of the files in a zip, if it has several; none for what is no zip, and for a workbook."""
    raw.seek(0)
    if raw.read(4) != b"PK\x03\x04" or is_workbook(cast("BinaryIO", raw)):
        return []
    names = [info.filename for info in _meant(_opened(raw))]
    return names if len(names) > 1 else []


def is_workbook(raw: BinaryIO) -> bool:
    """Tell whether a file is a spreadsheet's workbook, and leave it at its beginning."""
    try:
        raw.seek(0)
        found = raw.read(4) == b"PK\x03\x04" and _WORKBOOK in ZipFile(raw).namelist()
    except _BROKEN:
        return False
    raw.seek(0)
    return found


def member(archive: ZipFile, name: str, size: int) -> BinaryIO:
    """Return what an archive of so many bytes holds under a name. Raises NotUnpacked, KeyError if there is none."""
    found = archive.getinfo(name)
    if found.flag_bits & _ENCRYPTED:
        raise NotUnpacked("is locked with a password", "unpack it and name what was in it")
    try:
        return cast("BinaryIO", Bounded(archive.open(found), size))
    except _BROKEN as error:
        raise NotUnpacked(f"cannot be unpacked: {error}", "fetch it again") from None


def _opened(raw: FileIO) -> ZipFile:
    """Open a zip that is not a document of another program. Raises NotUnpacked."""
    try:
        archive = ZipFile(raw)
    except _BROKEN as error:
        raise NotUnpacked(f"cannot be unpacked: {error}", "fetch it again") from None
    if found := foreign_document(archive.namelist()):
        raise NotUnpacked(*found)
    return archive


def _of_zip(raw: FileIO, size: int, part: str) -> BinaryIO:
    archive = _opened(raw)
    names = archive.namelist()
    if _WORKBOOK in names:
        raw.seek(0)
        return cast("BinaryIO", raw)
    files = [info for info in _meant(archive) if part in ("", info.filename)]
    if len(files) != 1:
        held = f"holds {len(files):,} files" if files else "holds no file"
        raise NotUnpacked(held, "unpack it and name the one that is meant")
    return member(archive, files[0].filename, size)


def _meant(archive: ZipFile) -> list[ZipInfo]:
    """Return the files that a person packed, without those that only tell of the others, as in zips of GeoNames."""
    files = [info for info in archive.infolist() if _is_packed(info)]
    return [info for info in files if not _TELLS.fullmatch(info.filename.rpartition("/")[2])] or files


def _is_packed(info: ZipInfo) -> bool:
    """Tell what a person packed from what their system added: folders, and what macOS notes about each file."""
    return not info.is_dir() and not info.filename.startswith("__MACOSX/") and not info.filename.endswith(".DS_Store")
