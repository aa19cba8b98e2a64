"""Goes through a large file once, and proves that it is laid out as we write it: then it can be read where it stands.

Each piece is read, written again, and compared: so nothing stands there that reading does not keep, no id stands twice,
and every document begins where we think.
"""

import re
from collections.abc import Mapping
from io import FileIO
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from store.file.errors import FromLaterVersion, Unreadable
from store.file.in_place import BETWEEN, HeldFile, InPlace
from store.file.layout import ABOUT, HEADER, TABLES, Tables
from store.file.parsing import parse

_SIZE = 1 << 18
"""Bytes read at a time: what is parsed then stays in the cache of a processor."""
_NEXT = re.compile(BETWEEN + b'"')
_END = b"\n  }"


class _OtherLayout(Exception):
    """The file is not laid out as we write it, or is no store."""


def in_place(path: Path, file: FileIO) -> Tables | None:
    """Return the tables of a file that was opened; None where it is not laid out as we write it.

    That one is for `parse` to read whole, or to refuse with what is wrong in it. `path` is for errors alone.
    """
    try:
        tables = _Reading(path, file).tables()
        about = tables[HEADER][ABOUT]
        known = parse(path, orjson.dumps({HEADER: {ABOUT: about}}))[HEADER][ABOUT]
    except (_OtherLayout, Unreadable, FromLaterVersion, KeyError):
        return None
    return tables if known == about else None


class _Reading:
    """A file that is gone through: the text that has been read and not yet taken, and where that begins."""

    def __init__(self, path: Path, file: FileIO) -> None:
        self._file = file
        self._held = HeldFile(path, file)
        self._text = b""
        self._begin = 0

    def tables(self) -> Tables:
        """Return the tables. Raises _OtherLayout."""
        between, tables = b"{", Tables()
        for name in (HEADER, *TABLES):
            self._expect(between + b'\n  "%b": {' % name.encode())
            tables[name] = self._table(name)
            between = b","
        self._expect(b"\n}\n")
        if self._text or self._more():
            raise _OtherLayout
        return tables

    def _table(self, name: str) -> InPlace:
        table = InPlace(self._held)
        if self._next(1) == b"}":
            self._take(1)
            return table
        self._expect(BETWEEN[1:])
        before, last = "", False
        while not last:
            text, last = self._piece()
            found = _proved(text)
            names = list(found)
            if names[0] <= before or names != sorted(names) or (name != HEADER and not _by_own_id(found)):
                raise _OtherLayout
            starts = chain([0], (mark.end() - 1 for mark in _NEXT.finditer(text)))
            table.add(names, [self._begin + start for start in starts], self._begin + len(text))
            self._take(len(text) + len(_END if last else BETWEEN))
            before = names[-1]
        return table

    def _piece(self) -> tuple[bytes, bool]:
        """Return some whole documents, and whether they are the last ones of their table."""
        while True:
            end = self._text.find(_END)
            if end >= 0:
                return self._text[:end], True
            end = self._text.rfind(BETWEEN + b'"')
            if end > 0:
                return self._text[:end], False
            if not self._more():
                raise _OtherLayout

    def _expect(self, text: bytes) -> None:
        if self._next(len(text)) != text:
            raise _OtherLayout
        self._take(len(text))

    def _next(self, size: int) -> bytes:
        while len(self._text) < size and self._more():
            pass
        return self._text[:size]

    def _take(self, size: int) -> None:
        self._text = self._text[size:]
        self._begin += size

    def _more(self) -> bool:
        more = self._file.read(_SIZE)
        self._text += more
        return bool(more)


def _proved(text: bytes) -> dict[str, Any]:
    """Return what some members of a table are, if that is all that the text says, as we would write it."""
    try:
        found: dict[str, Any] = orjson.loads(b"{%b}" % text)
        again = orjson.dumps({"": found}, option=orjson.OPT_INDENT_2)
    except (orjson.JSONDecodeError, TypeError):
        raise _OtherLayout from None
    if not found or again != b'{\n  "": {\n    %b\n  }\n}' % text:
        raise _OtherLayout
    return found


def _by_own_id(found: Mapping[str, Any]) -> bool:
    return all(isinstance(document, dict) and document.get("id") == name for name, document in found.items())
