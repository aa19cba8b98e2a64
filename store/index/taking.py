"""What is taken down of documents when they are read, so that none has to be read again."""

import marshal
from collections.abc import Container, Iterable
from itertools import accumulate, compress
from typing import Any, NamedTuple

import orjson

from store.index.entries import Entry, entry
from store.index.reading import Document
from store.index.spool import Pile
from store.refs import Kind
from store.text import fold

_PLAIN = 2
"""The version of `marshal` that does not look for what is said twice, which takes longer than to say it twice."""


class Taken(NamedTuple):
    """What is to be known at once of some documents of a kind, in columns, and where all that they say is kept.

    `names` are the ids as the documents have them, `titles` are folded, `within` is what places lie within.
    """

    kind: Kind
    pile: int
    names: list[str]
    titles: list[str]
    earliest: list[int]
    latest: list[int]
    within: list[str]
    begins: list[int]
    lengths: list[int]

    def without(self, names: Container[str]) -> "Taken":
        """Return the same without the documents that have one of these ids."""
        left = [name not in names for name in self.names]
        columns: Iterable[list[Any]] = self[2:]
        return Taken(self.kind, self.pile, *(list(compress(column, left)) for column in columns))


def take(kind: Kind, documents: Iterable[tuple[str, Document]], pile: Pile) -> Taken:
    """Take documents of a kind down, and keep what they say on a pile."""
    taken = Taken(kind, pile.number, [], [], [], [], [], [], [])
    texts: list[bytes] = []
    for name, document in documents:
        made = entry(kind, document)
        taken.names.append(name)
        taken.titles.append(fold(made.title))
        taken.earliest.append(made.earliest)
        taken.latest.append(made.latest)
        if kind == "location":
            taken.within.append(made.within)
        texts.append(marshal.dumps((*made, orjson.dumps(document)), _PLAIN))
    taken.lengths.extend(map(len, texts))
    taken.begins.extend(accumulate(taken.lengths[:-1], initial=pile.add(texts)) if texts else ())
    return taken


def kept(text: bytes) -> tuple[Entry, bytes]:
    """Return what a document says, and the document itself as JSON."""
    *made, document = marshal.loads(text)  # noqa: S302 - this very program wrote it
    return Entry._make(made), document
