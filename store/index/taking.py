"""What is taken down of documents when they are read, so that none has to be read again."""

import marshal
from collections.abc import Container, Iterable
from itertools import compress
from typing import NamedTuple

import orjson

from store.index.entries import Entry, entry
from store.index.reading import Document
from store.refs import Kind
from store.text import fold

_PLAIN = 2
"""The version of `marshal` that does not look for what is said twice, which takes longer than to say it twice."""


class Taken(NamedTuple):
    """What is to be known at once of some documents of a kind, one after the other, and what is `kept` of them.

    `names` are the ids as the documents have them, `titles` are folded, `within` is what places lie within.
    """

    kind: Kind
    names: list[str]
    titles: list[str]
    earliest: list[int]
    latest: list[int]
    within: list[str]
    kept: list[bytes]

    def without(self, names: Container[str]) -> "Taken":
        """Return the same without the documents that have one of these ids."""
        left = [name not in names for name in self.names]
        return Taken(self.kind, *(list(compress(column, left)) for column in self[1:]))


def take(kind: Kind, documents: Iterable[tuple[str, Document]]) -> Taken:
    """Take documents of a kind down."""
    taken = Taken(kind, [], [], [], [], [], [])
    for name, document in documents:
        made = entry(kind, document)
        taken.names.append(name)
        taken.titles.append(fold(made.title))
        taken.earliest.append(made.earliest)
        taken.latest.append(made.latest)
        if kind == "location":
            taken.within.append(made.within)
        taken.kept.append(marshal.dumps((*made, orjson.dumps(document)), _PLAIN))
    return taken


def kept(text: bytes) -> tuple[Entry, bytes]:
    """Return what a document says, and the document itself as JSON."""
    *made, document = marshal.loads(text)  # noqa: S302 - this very program wrote it
    return Entry._make(made), document
