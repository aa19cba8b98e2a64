"""The records that the rows of a file share, put together from what each row says of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

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
        self._said: dict[Kind, Runs[Document]] = {}
        self._held = 0
        # Formats hand on one object for many rows. It is held, so that no other one gets its number.
        self._again: dict[int, Document] = {}

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of which there are any, in their order."""
        return tuple(kind for kind in refs.KINDS if kind in self._said)

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something has been said of the record with this id."""
        return kind in self._said and bool(self._said[kind].find(name))

    def hear(self, entries: Iterable[Entry]) -> None:
        """Take what a row says. To hear the same again changes nothing."""
        again = self._again
        for kind, document in entries:
            if id(document) in again:
                continue
            latest = self._latest(kind)
            name = document["id"]
            earlier = latest.get(name)
            if earlier is None:
                latest[name] = document
                self._held += 1
            elif earlier is document:
                again[id(document)] = document
            else:
                latest[name] = joined(earlier, document)
        if self._held > _IN_MEMORY:
            self._write()

    def taken(self, kind: Kind) -> Iterator[Document]:
        """Yield what rows and store say of each record together.

        What memory holds comes in the order in which it was heard of, what lies on the disk in that of the ids.
        """
        runs = self._said[kind]
        said_of = ((name, [said]) for name, said in runs.latest.items()) if runs.in_memory else runs.merged()
        for name, said in said_of:
            stored = self._stored[refs.TABLES[kind]].get(name)
            yield reduce(joined, said, stored) if stored else reduce(joined, said)

    def _write(self) -> None:
        for said in self._said.values():
            said.write()
        self._held = 0
        if len(self._again) > _IN_MEMORY:
            self._again.clear()

    def _latest(self, kind: Kind) -> dict[str, Document]:
        said = self._said.get(kind)
        if said is None:
            said = self._said[kind] = Runs(self._disk)
        return said.latest
