"""Handing on: what a writer is given, and what is looked at on the way."""

from collections.abc import Callable, Iterable, Iterator

from store.formats.handed import Handed, Losses, Writer
from store.formats.terms import Terms
from store.records import Document
from store.refs import TABLES, Kind

Passed = Callable[[], None]
"""Told of every record that passes."""


class _Watched:
    """A table whose records are looked at as they pass for the first time."""

    def __init__(self, kind: Kind, table: Iterable[Document], terms: Terms, passed: Passed) -> None:
        self._kind = kind
        self._table = table
        self._terms: Terms | None = terms
        self._passed = passed

    def __iter__(self) -> Iterator[Document]:
        terms, self._terms = self._terms, None
        for document in self._table:
            if terms:
                terms.look(self._kind, document)
            self._passed()
            yield document


def hand_on(writer: Writer, handed: Handed, losses: Losses, passed: Passed = lambda: None) -> Iterator[bytes]:
    """Yield the bytes of the file; when all are there, `losses` says what the format could not hold, and warns."""
    terms = Terms()
    tables = {TABLES[kind]: _Watched(kind, handed.of(kind), terms, passed) for kind in TABLES}
    given = handed._replace(tables=tables)
    if not writer.as_stored:
        from store.formats.sound import sound  # it loads the models, which the store's own form does without

        given = sound(given, losses)
    yield from writer.write(given, losses)
    terms.tell(losses)
