"""A text file that is brought in: its lines, its encoding, and how far it has been read."""

import codecs
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple, TextIO

from store.file.opening import opened

_BLOCK = 1 << 20


class Incoming(NamedTuple):
    """An open file: its lines with their ends as they are, its size in bytes, and how many of them have been read."""

    lines: TextIO
    encoding: str
    size: int
    done: Callable[[], int]


@contextmanager
def incoming(path: Path) -> Iterator[Incoming]:
    """Open a text file: UTF-8 or, with its mark, UTF-16; whatever is neither is taken for Windows-1252.

    Any bytes can be Windows-1252, so the `encoding` is for whoever brings the file in to see. Raises Unreadable.
    """
    with opened(path) as raw:
        encoding = _encoding(raw)
        size = raw.seek(0, 2)
        raw.seek(0)
        with TextIOWrapper(BufferedReader(raw, _BLOCK), encoding, errors="replace", newline="") as lines:
            yield Incoming(lines, encoding.removesuffix("-sig"), size, raw.tell)


def _encoding(raw: FileIO) -> str:
    """Read the whole file once: bytes that are not UTF-8 may come late."""
    block = raw.read(_BLOCK)
    if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block:
            decoder.decode(block)
            block = raw.read(_BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8-sig"
