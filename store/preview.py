"""What an import would come to: its account, and the first records as they would be."""

from itertools import islice
from typing import Protocol

import orjson

from store.documents import Document
from store.file.layout import render
from store.file.pile import Pile
from store.formats.account import Account

_SHOWN = 3


class Puts(Protocol):
    """Where records are put: a change of a store, or what only looks at them."""

    def put(self, table: str, document: Document) -> None:
        """Put a record into a table."""

    def rendered(self, table: str, document: Document) -> bytes:
        """Return a record as it would stand in the file."""

    def put_below(self, table: str, edits: Pile) -> None:
        """Put records into a table that are rendered, but for those that are put by themselves."""


class Preview:
    """Puts nothing anywhere: keeps the first records of each kind to show them."""

    account: Account

    def __init__(self) -> None:
        self.first: dict[str, list[Document]] = {}

    def put(self, table: str, document: Document) -> None:
        """Keep the record if it is one of the first of its table."""
        shown = self.first.setdefault(table, [])
        if len(shown) < _SHOWN:
            shown.append(document)

    def rendered(self, table: str, document: Document) -> bytes:
        """Return the record as it would stand in the file."""
        return render(document)

    def put_below(self, table: str, edits: Pile) -> None:
        """Keep the first of the records."""
        for _, edit in islice(edits.in_order(), _SHOWN):
            if edit:
                self.put(table, orjson.loads(edit))
