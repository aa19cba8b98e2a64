"""The records that the rows of a file share, put together from what each row says of them."""

import marshal
from collections.abc import Iterable, Iterator, Mapping

from store import refs
from store.formats.found import Entry
from store.meeting import joined
from store.records import Document
from store.refs import Kind

_LATELY = 8_192
"""So many documents, and those before them, are known again by being the same object: formats hand on one for many
rows."""


class Shared:
    """What has been said of shared records so far.

    It is kept as bytes: as an object a document takes four times as much memory, and a file may have as many reports as
    rows.
    """

    def __init__(self, stored: Mapping[str, Mapping[str, Document]]) -> None:
        self._stored = stored
        self._joint: dict[Kind, dict[str, bytes]] = {}
        self._lately: dict[int, Document] = {}
        self._before: dict[int, Document] = {}

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of which there are any, in their order."""
        return tuple(kind for kind in refs.KINDS if kind in self._joint)

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something has been said of the record with this id."""
        return name in self._joint.get(kind, ())

    def hear(self, entries: Iterable[Entry]) -> None:
        """Take what a row says. To hear the same again changes nothing."""
        lately = self._lately
        for kind, document in entries:
            if id(document) not in lately:
                lately[id(document)] = document  # held, so that no other object gets its number
                if id(document) not in self._before:
                    self._join(kind, document)
        if len(lately) > _LATELY:
            self._before, self._lately = lately, {}

    def taken(self, kind: Kind) -> Iterator[Document]:
        """Yield what rows and store say of each record together, and forget it."""
        joint = self._joint[kind]
        for name in list(joint):
            yield _document(joint.pop(name))

    def _join(self, kind: Kind, document: Document) -> None:
        name = document["id"]
        joint = self._joint.setdefault(kind, {})
        if name not in joint:
            stored = self._stored[refs.TABLES[kind]].get(name)
            joint[name] = _bytes(joined(stored, document) if stored else document)
        elif joint[name] != _bytes(document):
            joint[name] = _bytes(joined(_document(joint[name]), document))


def _bytes(document: Document) -> bytes:
    # The second version writes equal documents alike.
    return marshal.dumps(document, 2)


def _document(made: bytes) -> Document:
    found: Document = marshal.loads(made)  # noqa: S302 - made above, and never outside of this process
    return found
