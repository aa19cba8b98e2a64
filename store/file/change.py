"""The edits of one change, gathered and checked before any of them is made."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import orjson

from store.file.errors import NotWritten, place
from store.file.layout import ABOUT, HEADER, TABLES, Document, Edits, Rendered, render
from store.file.pile import Layered, Pile, Piles

_NULL = re.compile(b"null")
"""Looked for in every document: this takes half as long as to ask whether it is in there."""


def decoded(edits: Rendered) -> Edits:
    """Return the edits with documents that nobody else holds."""
    return {
        table: {name: None if document is None else orjson.loads(document) for name, document in some.items()}
        for table, some in edits.items()
    }


class Change:
    """What is to be put and removed. Made by `Casefile.change`; written when its block ends, all or nothing."""

    def __init__(self, path: Path, before: Mapping[str, Mapping[str, Document]], piles: Piles) -> None:
        self._path = path
        self._before = before
        self._piles = piles
        self._below: dict[str, Pile] = {}

    @property
    def edits(self) -> Rendered:
        """What differs from before."""
        edits: dict[str, Mapping[str, bytes | None]] = {**self._below, **self._piles.all()}
        return edits | {table: Layered(self._piles.of(table), below) for table, below in self._below.items()}

    @property
    def title(self) -> str:
        """The situation's title, as this change leaves it."""
        return str(self._about()["title"])

    @title.setter
    def title(self, title: str) -> None:
        self._put(HEADER, ABOUT, {**self._about(), "title": title})

    def put(self, table: str, document: Document) -> None:
        """Add the document, or replace the one with its `id`. It is copied. Raises NotWritten if it cannot be kept."""
        self._put(table, self._name(table, document), document)

    def rendered(self, table: str, document: Document) -> bytes:
        """Return the document as it would stand in the file. Raises NotWritten if it cannot be kept."""
        return self._encoded(table, self._name(table, document), document)

    def put_below(self, table: str, edits: Pile) -> None:
        """Make these edits, but for documents that are put or removed. They are known to differ from what is there."""
        if edits:
            self._below[table] = edits

    def remove(self, table: str, name: str) -> None:
        """Remove the document with this id. Raises NotWritten if there is none."""
        if table not in TABLES:
            raise self._no_table(table)
        if not self._has(table, name):
            raise NotWritten(place(self._path, table, name), "there is no such record to remove", "check its id")
        edits = self._piles.of(table)
        if name in self._before[table]:
            edits[name] = None
        else:
            del edits[name]

    def _name(self, table: str, document: Document) -> str:
        if table not in TABLES:
            raise self._no_table(table)
        name = document.get("id")
        if not isinstance(name, str) or not name:
            raise NotWritten(place(self._path, table), "a document has no id", "give it one, a text")
        return name

    def _put(self, table: str, name: str, document: Document) -> None:
        encoded = self._encoded(table, name, document)
        before = self._before[table].get(name)
        # What changes nothing is no edit: the same import, run again, leaves the file alone.
        if before is not None and render(before) == encoded:
            del self._piles.of(table)[name]
        else:
            self._piles.of(table)[name] = encoded

    def _encoded(self, table: str, name: str, document: Document) -> bytes:
        try:
            encoded = render(document)
            # orjson writes what is not a number as null, without a word; json refuses it, but is slow.
            if _NULL.search(encoded) and orjson.loads(encoded) != document:
                json.dumps(document, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            where = place(self._path, table, name)
            raise NotWritten(where, f"holds what JSON cannot ({error})", "correct the record") from None
        return encoded

    def _has(self, table: str, name: str) -> bool:
        edits = self._piles.of(table)
        return edits[name] is not None if name in edits else name in self._before[table]

    def _about(self) -> Document:
        encoded = self._piles.of(HEADER).get(ABOUT)
        about: Document = self._before[HEADER][ABOUT] if encoded is None else orjson.loads(encoded)
        return about

    def _no_table(self, table: str) -> NotWritten:
        return NotWritten(place(self._path, table), "no table of a store has this name", f"use {', '.join(TABLES)}")
