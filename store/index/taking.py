"""What is taken down of documents when they are read, so that none has to be read again."""

import marshal
from collections.abc import Container, Iterable
from itertools import accumulate, compress, islice
from typing import Any, NamedTuple

import orjson

from store.index.entries import Entry, Texts, entry
from store.index.reading import Document
from store.index.spool import Pile, Refs
from store.refs import Kind, Ref
from store.text import fold

_PLAIN = 2
"""The version of `marshal` that does not look for what is said twice, which takes longer than to say it twice."""


class Taken(NamedTuple):
    """What is to be known at once of some documents of a kind, in columns, and where all that they say is kept.

    `refs` are those that are named on this pile for the first time; they have the next numbers there. `names` are the
    ids as the documents have them, `titles` are folded, in UTF-8, `within` is what places lie within; `begins`,
    `middles` and `lengths` as a spool has them.
    """

    kind: Kind
    pile: int
    refs: list[Ref]
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
        columns: Iterable[list[Any]] = self[3:]
        return Taken(self.kind, self.pile, self.refs, *(list(compress(column, left)) for column in columns))


def take(kind: Kind, documents: Iterable[tuple[str, Document]], pile: Pile) -> Taken:
    """Take documents of a kind down, and keep what they say on a pile."""
    refs = pile.refs
    known = len(refs)
    taken = Taken(kind, pile.number, [], [], [], [], [], [], [], [], [])
    texts: list[bytes] = []
    for name, document in documents:
        made, told = entry(kind, document)
        taken.names.append(name)
        taken.titles.append(fold(made.title).encode())
        taken.earliest.append(made.earliest)
        taken.latest.append(made.latest)
        if kind == "location":
            taken.within.append(made.within)
        first = marshal.dumps(_in_numbers(made, refs), _PLAIN)
        second = marshal.dumps((*told, orjson.dumps(document)), _PLAIN)
        texts += (first, second)
        taken.middles.append(len(first))
        taken.lengths.append(len(first) + len(second))
    begin = pile.add(texts)
    taken.begins.extend(accumulate(taken.lengths, initial=begin))
    taken.begins.pop()
    taken.refs.extend(islice(refs, known, None))
    return taken


def own_of(text: bytes) -> Entry[int]:
    """Return what a document says, of the first text that is kept of it; refs are the numbers they have on its pile."""
    return Entry._make(marshal.loads(text))  # noqa: S302 - this very program wrote it


def _in_numbers(made: Entry[Ref], refs: Refs) -> tuple[Any, ...]:
    """Return the same with numbers for refs: they are looked up here, where they are at hand, and not once more."""
    *rest, place, near, cited, within, links, places = made
    numbered = {refs[named]: role for named, role in links.items()}
    return *rest, refs[place], refs[near], refs[cited], refs[within], numbered, tuple([refs[named] for named in places])


def texts_of(text: bytes) -> tuple[Texts, bytes]:
    """Return the texts of a document, and the document itself as JSON, of the second."""
    called, names, body, document = marshal.loads(text)  # noqa: S302 - as above
    return Texts(called, names, body), document
