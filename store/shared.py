"""The records that the rows of a file share, put together from what each row says of them."""

import marshal
from collections.abc import Iterable, Iterator, Mapping

from store import refs
from store.documents import Document
from store.file.runs import Disk, Runs
from store.formats.found import Entry
from store.meeting import joined
from store.refs import Kind

_IN_MEMORY = 8_192
"""Documents beyond which what has been said goes to the disk: a file may have as many reports as rows."""


class Shared:
    """What has been said of shared records so far; what memory does not hold lies on the disk."""

    def __init__(self, stored: Mapping[str, Mapping[str, Document]], disk: Disk) -> None:
        self._stored = stored
        self._disk = disk
        self._said: dict[Kind, dict[str, list[Document]]] = {}
        self._written: dict[Kind, Runs] = {}
        # Formats hand on one object for many rows. It is held, so that no other one gets its number.
        self._once: dict[int, Document] = {}
        self._again: dict[int, Document] = {}

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of which there are any, in their order."""
        return tuple(kind for kind in refs.KINDS if kind in self._said)

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something has been said of the record with this id."""
        return name in self._said.get(kind, ()) or (kind in self._written and bool(self._written[kind].find(name)))

    def hear(self, entries: Iterable[Entry]) -> None:
        """Take what a row says. To hear the same again changes nothing."""
        once, again = self._once, self._again
        for kind, document in entries:
            sight = id(document)
            if sight in again:
                continue
            if sight in once:
                again[sight] = document
            else:
                once[sight] = document
                self._said.setdefault(kind, {}).setdefault(document["id"], []).append(document)
        if len(once) > _IN_MEMORY:
            self._write()

    def taken(self, kind: Kind) -> Iterator[Document]:
        """Yield what rows and store say of each record together.

        What memory holds comes in the order in which it was heard of, what lies on the disk in that of the ids.
        """
        for name, said in self._of(kind):
            stored = self._stored[refs.TABLES[kind]].get(name)
            yield joined(stored, *said) if stored else joined(*said)

    def _of(self, kind: Kind) -> Iterable[tuple[str, list[Document]]]:
        if not self._written:
            return self._said[kind].items()
        self._write()
        return ((name, [marshal.loads(text) for text in texts]) for name, texts in self._written[kind].merged())  # noqa: S302 - written below

    def _write(self) -> None:
        for kind, said in self._said.items():
            runs = self._written.setdefault(kind, Runs(self._disk))
            runs.latest.update((name, marshal.dumps(joined(*documents))) for name, documents in said.items())
            runs.write()
            said.clear()
        self._once.clear()
        if len(self._again) > _IN_MEMORY:
            self._again.clear()
