"""Which records a document names, and the same document with other names for them."""

from collections.abc import Iterator, Mapping

from store.documents import Document
from store.refs import Ref

_ONE = ("country", "within", "location", "part_of", "subject", "object", "quote", "speaker", "speaks_for", "place")
_SEVERAL = ("about", "conflicts_with")
_IN_PARTS = {"participants": "actor", "citations": "source"}


def named(document: Document) -> Iterator[Ref]:
    """Return the refs in a document, in no order that means anything."""
    yield from (document[field] for field in _ONE if document.get(field))
    for field in _SEVERAL:
        yield from document.get(field, ())
    for field, part in _IN_PARTS.items():
        yield from (value[part] for value in document.get(field, ()))


def renamed(document: Document, known: Mapping[Ref, Ref]) -> Document:
    """Return the document with other refs for those that are known; itself where it names none of them."""
    if known.keys().isdisjoint(named(document)):
        return document
    changed = dict(document)
    for field in _ONE:
        if field in changed:
            changed[field] = known.get(changed[field], changed[field])
    for field in _SEVERAL:
        if field in changed:
            changed[field] = [known.get(ref, ref) for ref in changed[field]]
    for field, part in _IN_PARTS.items():
        if field in changed:
            changed[field] = [value | {part: known.get(value[part], value[part])} for value in changed[field]]
    return changed
