"""Reads a large file piece by piece, so that to look through a store takes no more memory than a piece of it.

A file is cut where a line begins a document, as our writer lays it out, and others that give each document a line. The
guess where to cut is proved by parsing: if each piece parses, so does the file that they make together. What cannot be
cut so is for `read_contents` to read whole, or to refuse with what is wrong in it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Protocol

import orjson

from store.file.layout import HEADER, TABLES, Document

Found = dict[str, Any]
"""What a table has under its keys, whatever it is."""


class Readable(Protocol):
    """What can be read by and by."""

    def read(self, size: int, /) -> bytes:
        """Return some bytes more; none at the end."""


class Piece(NamedTuple):
    """Some of what a table holds."""

    table: str
    found: Found


class Left(NamedTuple):
    """A piece that was not parsed: so many bytes of the file, which `read_left` takes for documents of a table."""

    table: str
    begin: int
    length: int


class NotInPieces(Exception):
    """The file is not laid out so that it could be cut, or is no store."""


SIZE = 1 << 18
"""Bytes read at a time: what is parsed then stays in the cache of a processor, which is three times as fast."""
_LONGEST = 16
"""Reads that may go into one piece, beyond which the file is not one of many lines."""

_NAMES = "|".join((HEADER, *TABLES)).encode()
_FIRST = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(%s)"\s*:\s*\{' % _NAMES)
_NEXT = re.compile(rb'\}\s*,\s*"(%s)"\s*:\s*\{' % _NAMES)
_LONGEST_OPENING = 64
_LAST = re.compile(rb"\}\s*\}\s*\Z")
_NEW_LINE = re.compile(rb'\s*\n\s*(?=")')

_Step = tuple[Found, bytes, str]
"""Documents, the text behind them, and the table that has been entered there if any."""


def by_own_id(found: Found) -> list[tuple[str, Document]]:
    """Return documents with the ids they have or, as plain TinyDB lays them out, are kept under. Raises NotInPieces."""
    return [_named(key, document) for key, document in found.items()]


def read_left(text: bytes) -> list[tuple[str, Document]]:
    """Return the documents of a piece that was left, with their ids. Raises NotInPieces."""
    found = _documents(text)
    if found is None:
        raise NotInPieces
    return by_own_id(found)


def pieces(file: Readable, size: int = SIZE, leave: Callable[[], bool] = lambda: False) -> Iterator[Piece | Left]:
    """Yield the documents of an opened file. Raises NotInPieces, maybe after it has yielded some.

    Where `leave` says so, the next piece is left to somebody else, if it seems to be all of one table.
    """
    text = file.read(size)
    end = len(text)
    opening = _FIRST.match(text)
    if not opening:
        raise NotInPieces
    table, text, mark = opening[1].decode(), text[opening.end() :], b""
    passed = {table}
    while True:
        mark = mark or _mark(text)
        cut = text.rfind(mark) if mark else -1
        if table != HEADER and _is_of_one(text, cut) and leave():
            yield Left(table, end - len(text), cut + 1)
            text = text[cut + 2 :]
            continue
        step = _some(text, cut) or _rest(text)
        if step:
            found, text, entered = step
            yield Piece(table, found)
            if entered in passed:  # of two tables of one name only the last counts
                raise NotInPieces
            if entered:
                table, mark = entered, b""
                passed.add(table)
        elif len(text) < _LONGEST * size and (more := file.read(size)):
            text += more
            end += len(more)
        else:
            yield Piece(table, _end(text))
            return


def _named(key: str, document: object) -> tuple[str, Document]:
    own = document.get("id", key) if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(own, str):
        raise NotInPieces
    return own, document if "id" in document else {"id": own, **document}


def _mark(text: bytes) -> bytes:
    """Return what lies between two documents of a table, judged by what lies before the first; nothing if no line."""
    begins = _NEW_LINE.match(text)
    return b"}," + begins[0] + b'"' if begins else b""


def _is_of_one(text: bytes, cut: int) -> bool:
    """Tell whether what lies before the last mark seems to be all of one table; the mark may be the table's own end."""
    return 0 <= cut < len(text) - _LONGEST_OPENING and not _NEXT.search(text)


def _some(text: bytes, cut: int) -> _Step | None:
    """Return the documents up to the last mark, if there is one and they are all of one table."""
    documents = _documents(text[: cut + 1]) if cut >= 0 else None
    return None if documents is None else (documents, text[cut + 2 :], "")


def _rest(text: bytes) -> _Step | None:
    """Return the last documents of a table, if the next one begins in the text."""
    for opening in _NEXT.finditer(text):
        documents = _documents(text[: opening.start()])
        if documents is not None:
            return documents, text[opening.end() :], opening[1].decode()
    return None


def _end(text: bytes) -> Found:
    """Return the last documents of the file."""
    ending = _LAST.search(text)
    documents = _documents(text[: ending.start()]) if ending else None
    if documents is None:
        raise NotInPieces
    return documents


def _documents(text: bytes) -> Found | None:
    """Return the documents in a text; None if it is not documents and nothing else."""
    try:
        found: Found = orjson.loads(b"{" + text + b"}")
    except orjson.JSONDecodeError:
        return None
    return found
