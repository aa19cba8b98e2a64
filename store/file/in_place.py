"""Documents of a large file, which are read where they stand when somebody asks for them.

In memory a store takes six times the room of its file. Here memory keeps no more than where each document begins.
"""

import os
from array import array
from collections.abc import ItemsView, Iterator, Mapping
from io import FileIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from weakref import finalize

import orjson

from store.file.errors import Conflict, cannot_read
from store.file.layout import Document, LaidOut, overlaid, render
from store.file.slots import Slots

_PIECE = 1 << 18
"""Bytes read at a time."""
BETWEEN = b",\n    "
"""What stands between two documents."""


class HeldFile:
    """A file that stays open as long as somebody may read it, whatever takes its place."""

    def __init__(self, path: Path, file: FileIO) -> None:
        self._path = path
        self._descriptor = os.dup(file.fileno())
        finalize(self, os.close, self._descriptor)

    def read(self, begin: int, end: int) -> bytes:
        """Return the bytes from one place to another. Raises Unreadable."""
        try:
            return os.pread(self._descriptor, end - begin, begin)
        except OSError as error:
            raise cannot_read(self._path, error) from error

    def parse(self, text: bytes) -> Any:  # noqa: ANN401 - any JSON
        """Return the value of some text of the file. Raises Conflict if it is JSON no longer."""
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError:
            problem = "someone else wrote into it while it was read"
            raise Conflict(self._path, problem, "reload it and make the change again") from None


class InPlace(LaidOut):
    """A table in a file, in the order of ids, and edits that are not in the file yet."""

    def __init__(self, file: HeldFile) -> None:
        self._file = file
        self._slots = Slots()
        self._begins = array("Q")
        self._edits: Mapping[str, Document | None] = {}

    def add(self, names: list[str], begins: list[int], end: int) -> None:
        """Note where the next documents begin, each with its name, and where the last one ends."""
        if self._begins:
            self._begins.pop()
        for name in names:
            self._slots.add(name)
        self._begins.extend(begins)
        self._begins.append(end + len(BETWEEN))

    def __getitem__(self, name: str) -> Document:
        if name in self._edits:
            document = self._edits[name]
            if document is None:
                raise KeyError(name)
            return document
        rendered = self._find(name)
        if rendered is None:
            raise KeyError(name)
        found: Document = self._file.parse(rendered)
        return found

    def __contains__(self, name: object) -> bool:
        if name in self._edits:
            return self._edits[name] is not None  # type: ignore[index]  # it is a text, being there
        return isinstance(name, str) and self._find(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.in_order())

    def __len__(self) -> int:
        there = max(len(self._begins) - 1, 0)
        return there + sum(
            (document is not None) - (self._find(name) is not None) for name, document in self._edits.items()
        )

    def items(self) -> ItemsView[str, Document]:
        """Return all documents; a piece at a time is read, where to look up one after the other would take long."""
        return _Documents(self)

    def in_order(self) -> Iterator[tuple[str, Document]]:
        """Yield the documents in the order of their ids."""
        there = ((name, document) for piece in self._pieces() for name, document in self._parsed(piece).items())
        edited = overlaid(there, sorted(self._edits.items()))
        return ((name, document) for name, document in edited if document is not None)

    def rendered(self) -> Iterator[tuple[str, bytes]]:
        """Yield the documents in the order of their ids as they stand in the file."""
        there = (self._told_apart(member) for piece in self._pieces() for member in self._members(*piece))
        edits = ((name, render(edit) if edit else None) for name, edit in sorted(self._edits.items()))
        return ((name, text) for name, text in overlaid(there, edits) if text is not None)

    def edited(self, edits: Mapping[str, Document | None]) -> "InPlace":
        """Return the table as edits leave it; this one stays as it is."""
        after = InPlace(self._file)
        after._slots, after._begins, after._edits = self._slots, self._begins, {**self._edits, **edits}
        return after

    def _find(self, name: str) -> bytes | None:
        key = b"%b: " % orjson.dumps(name)
        for number in self._slots.near(name):
            member = self._file.read(*self._span(number))
            if member.startswith(key):
                return member[len(key) :]
        return None

    def _span(self, number: int) -> tuple[int, int]:
        return self._begins[number], self._begins[number + 1] - len(BETWEEN)

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """Yield the first number and the one after the last of documents that are read at a time."""
        first = 0
        for number in range(1, len(self._begins)):
            if number == len(self._begins) - 1 or self._begins[number] - self._begins[first] > _PIECE:
                yield first, number
                first = number

    def _parsed(self, piece: tuple[int, int]) -> dict[str, Document]:
        begin, end = self._begins[piece[0]], self._span(piece[1] - 1)[1]
        found: dict[str, Document] = self._file.parse(b"{%b}" % self._file.read(begin, end))
        return found

    def _members(self, first: int, end: int) -> Iterator[bytes]:
        begin = self._begins[first]
        text = self._file.read(begin, self._span(end - 1)[1])
        for one, next_one in pairwise(self._begins[first : end + 1]):
            yield text[one - begin : next_one - begin - len(BETWEEN)]

    def _told_apart(self, member: bytes) -> tuple[str, bytes]:
        """Return the name and the document of `"name": {…}`."""
        end = member.index(b'"', 1) + 1
        while member[end - 2 : end - 1] == b"\\":  # a quotation mark within the name, or maybe the end of it
            try:
                orjson.loads(member[:end])
                break
            except orjson.JSONDecodeError:
                end = member.index(b'"', end) + 1
        return self._file.parse(member[:end]), member[end + len(b": ") :]


class _Documents(ItemsView[str, Document]):
    def __init__(self, table: InPlace) -> None:
        super().__init__(table)
        self._table = table

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        return self._table.in_order()
