"""Part of a situation that can stand alone: what a lens shows, and whatever that names."""

from collections.abc import Iterable, Iterator

from store import refs
from store.documents import Document
from store.index.lookup import kind_of
from store.lens import Lens
from store.refs import Kind, Ref
from store.situation import Situation

_AT_A_TIME = 500


class Part:
    """Documents of one kind, in the order of their ids, each read when it is come to: a lens may show a million."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self.refs: list[Ref] = []

    def __iter__(self) -> Iterator[Document]:
        return map(self._situation.document, self.refs)


def excerpt(situation: Situation, lens: Lens) -> dict[Kind, Part]:
    """Return the documents that a lens shows and those that they name, directly or by others, by kind and id.

    So an excerpt has no dangling ref but those that the situation has itself.
    """
    found: set[Ref] = set()
    waiting = set(_shown(situation, lens))
    while waiting:
        ref = waiting.pop()
        found.add(ref)
        named = set(_named(situation.document(ref))) - found - waiting
        waiting.update(filter(situation.has, named))
    parts = {kind: Part(situation) for kind in refs.KINDS}
    for ref in sorted(found):
        parts[kind_of(ref)].refs.append(ref)  # an id may be no slug, which is for `check` to tell
    return parts


def _shown(situation: Situation, lens: Lens) -> Iterator[Ref]:
    for kind in refs.KINDS:
        start = 0
        while rows := situation.index(kind, lens, start=start, count=_AT_A_TIME).rows:
            yield from (row.target for row in rows)
            start += len(rows)


def _named(value: object) -> Iterator[Ref]:
    """Yield what looks like a ref anywhere in a document, but in the untouched rows of others."""
    if isinstance(value, str):
        if value.partition(":")[0] in refs.TABLES:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name != "external":
                yield from _named(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from _named(part)
