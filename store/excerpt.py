"""Part of a situation that can stand alone: what a lens shows, and whatever that names."""

from collections.abc import Iterable, Iterator

from store import refs
from store.index.lookup import kind_of
from store.lens import Lens
from store.records import Document
from store.refs import Kind, Ref
from store.situation import Situation

_AT_A_TIME = 500


def excerpt(situation: Situation, lens: Lens) -> dict[Kind, list[Document]]:
    """Return the documents that a lens shows and those that they name, directly or by others, by kind and id.

    So an excerpt has no dangling ref but those that the situation has itself.
    """
    found: dict[Ref, Document] = {}
    waiting = set(_shown(situation, lens))
    while waiting:
        ref = waiting.pop()
        found[ref] = situation.document(ref)
        waiting.update(named for named in _named(found[ref]) if named not in found and situation.has(named))
    parts: dict[Kind, list[Document]] = {kind: [] for kind in refs.KINDS}
    for ref in sorted(found):
        parts[kind_of(ref)].append(found[ref])  # an id may be no slug, which is for `check` to tell
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
