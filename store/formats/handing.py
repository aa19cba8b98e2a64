"""Handing on: what a writer is given, and what is looked at on the way."""

from collections.abc import Callable, Iterable, Iterator

from store.documents import Document
from store.formats.handed import Handed, Losses, Writer
from store.formats.terms import Terms
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
    yield from writer.write(_watched(writer, handed, losses, terms, passed), losses)
    terms.tell(losses)


def hand_on_apart(
    writer: Writer, kinds: Iterable[Kind], handed: Handed, losses: Losses, passed: Passed = lambda: None
) -> Iterator[tuple[Kind, Iterator[bytes]]]:
    """Yield each kind with the bytes of its own file, to be taken before the next; `losses` is complete after the last.

    The writer has `of_kind`.
    """
    assert writer.of_kind
    terms = Terms()
    given = _watched(writer, handed, losses, terms, passed)
    for kind in kinds:
        yield kind, writer.of_kind(given, kind)
    terms.tell(losses)


def _watched(writer: Writer, handed: Handed, losses: Losses, terms: Terms, passed: Passed) -> Handed:
    """Return what a writer is given, which is looked at as it passes."""
    tables = {TABLES[kind]: _Watched(kind, handed.of(kind), terms, passed) for kind in TABLES}
    given = handed._replace(tables=tables)
    if writer.as_stored:
        return given
    from store.formats.sound import sound  # it loads the models, which the store's own form does without

    return sound(given, losses)
