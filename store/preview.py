"""What an import would come to: its account, and the first records as they would be."""

from typing import Protocol

from store.documents import Document
from store.formats.account import Account

_SHOWN = 3


class Puts(Protocol):
    """Where records are put."""

    def put(self, table: str, document: Document) -> None:
        """Put a record into a table."""


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
