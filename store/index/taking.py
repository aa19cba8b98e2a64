"""What is taken down of documents when they are read, so that none has to be read again."""

import marshal
from collections.abc import Container, Iterable
from itertools import accumulate, compress
from typing import Any, NamedTuple

import orjson

from store.index.entries import Entry, Texts, entry
from store.index.reading import Document
from store.index.spool import Pile
from store.refs import Kind
from store.text import fold

_PLAIN = 2
"""The version of `marshal` that does not look for what is said twice, which takes longer than to say it twice."""


class Taken(NamedTuple):
    """What is to be known at once of some documents of a kind, in columns, and where all that they say is kept.

    `names` are the ids as the documents have them, `titles` are folded, in UTF-8, `within` is what places lie within;
    `begins`, `middles` and `lengths` as a spool has them.
    """

    kind: Kind
    pile: int
    names: list[str]
    titles: list[bytes]
    earliest: list[int]
    latest: list[int]
    within: list[str]
    begins: list[int]
    middles: list[int]
    lengths: list[int]

    def without(self, names: Container[str]) -> "Taken":
        """Return the same without the documents that have one of these ids."""
        left = [name not in names for name in self.names]
        columns: Iterable[list[Any]] = self[2:]
        return Taken(self.kind, self.pile, *(list(compress(column, left)) for column in columns))


def take(kind: Kind, documents: Iterable[tuple[str, Document]], pile: Pile) -> Taken:
    """Take documents of a kind down, and keep what they say on a pile."""
    taken = Taken(kind, pile.number, [], [], [], [], [], [], [], [])
    texts: list[bytes] = []
    for name, document in documents:
        made, told = entry(kind, document)
        taken.names.append(name)
        taken.titles.append(fold(made.title).encode())
        taken.earliest.append(made.earliest)
        taken.latest.append(made.latest)
        if kind == "location":
            taken.within.append(made.within)
        first = marshal.dumps((*made,), _PLAIN)
        second = marshal.dumps((*told, orjson.dumps(document)), _PLAIN)
        texts += (first, second)
        taken.middles.append(len(first))
        taken.lengths.append(len(first) + len(second))
    begin = pile.add(texts)
    taken.begins.extend(accumulate(taken.lengths, initial=begin))
    taken.begins.pop()
    return taken


def own_of(text: bytes) -> Entry:
    """Return what a document says, of the first text that is kept of it."""
    return Entry._make(marshal.loads(text))  # noqa: S302 - this very program wrote it


def texts_of(text: bytes) -> tuple[Texts, bytes]:
    """Return the texts of a document, and the document itself as JSON, of the second."""
    called, names, body, document = marshal.loads(text)  # noqa: S302 - as above
    return Texts(called, names, body), document
