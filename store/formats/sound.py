"""Only what is valid is handed on in the formats of others, in the form that the store writes; the rest is told."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from store import records
from store.documents import Document
from store.errors import InvalidRecord
from store.formats.handed import ALL_OF_IT, Handed, Losses
from store.refs import KIND_OF_TABLE, TABLES, Kind, Ref

_NOT_VALID = "not valid; `sitroom check` says why"
_REMEMBERED = 4_096


class _Sound:
    """A table without what is not valid, which is told the first time that somebody goes through it."""

    def __init__(self, kind: Kind, table: Iterable[Document], losses: Losses) -> None:
        self._kind = kind
        self._table = table
        self._losses: Losses | None = losses

    def __iter__(self) -> Iterator[Document]:
        losses, self._losses = self._losses, None
        for document in self._table:
            written = _written(self._kind, document)
            if written is not None:
                yield written
            elif losses:
                losses.note(self._kind, ALL_OF_IT, _NOT_VALID)


def sound(handed: Handed, losses: Losses) -> Handed:
    """Return what is handed on without the records that are not valid, and cleaned of what a terminal would obey."""

    @lru_cache(_REMEMBERED)
    def named(ref: Ref) -> Document | None:
        kind = KIND_OF_TABLE.get(TABLES.get(ref.partition(":")[0], ""))  # type: ignore[call-overload]
        document = handed.named(ref) if kind else None
        return _written(kind, document) if kind and document is not None else None

    tables = {TABLES[kind]: _Sound(kind, handed.of(kind), losses) for kind in TABLES}
    return handed._replace(tables=tables, named=named)


def _written(kind: Kind, document: Document) -> Document | None:
    try:
        return records.write(records.read(kind, document))
    except InvalidRecord:
        return None
