"""Writes changes of a situation into its store."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from store.file.casefile import Casefile
from store.file.change import Change
from store.file.errors import Conflict, ReadOnly
from store.file.fingerprint import Fingerprint, fingerprint
from store.file.noting import note
from store.file.pile import Piles
from store.file.room import is_large
from store.index.cache import carry_over, told, written
from store.index.database import Database
from store.index.documents import document
from store.index.lookup import node_of
from store.index.reading import Document
from store.refs import TABLES, Ref, split

Documents = Mapping[Ref, Document | None]


class Editor:
    """One situation's store. A small file is read when the first change is made, a large one only if it must be."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self._path = path
        self._read_only = read_only
        self._casefile: Casefile | None = None
        self._fingerprint: Fingerprint | None = None
        self.digest = ""
        """The digest of the file's own bytes after the last change."""

    @property
    def state(self) -> str:
        """The fingerprint of the store after the last change."""
        assert self._fingerprint is not None  # asked after a change
        return written(self._fingerprint)

    def make(self, documents: Documents, index: Database) -> None:
        """Put documents and remove what has become None, in one durable write.

        The index is the one that the change was thought out for. Raises what `Casefile.change` does.
        """
        if self._read_only:
            raise ReadOnly(self._path, "it can only be read", "copy it: `sitroom export json -o mine.json`")
        now = fingerprint(self._path)
        if written(now) != told(index, "state"):
            self._casefile = None
            raise Conflict(self._path, "someone else has changed it", "open it again, and make the change there")
        if not (is_large(now.size) and self._noted(documents, index, now)):
            self._rewrite(documents, now)

    def _noted(self, documents: Documents, index: Database, now: Fingerprint) -> bool:
        """Make the change in the journal, if that is where it belongs."""
        known = {ref: document(index, node_of(index, ref)) for ref in documents}
        before: dict[str, dict[str, Document]] = {table: {} for table in TABLES.values()}
        for ref, found in known.items():
            if found:
                before[TABLES[split(ref).kind]][found["id"]] = found
        self._casefile, self._fingerprint, self.digest = None, now, told(index, "digest")
        with closing(Piles(self._path)) as piles:
            change = Change(self._path, before, piles)
            _put(change, documents, {ref: found.get("id", "") for ref, found in known.items()})
            if not change.edits:
                return True
            appended = note(self._path, change.edits, now, self.digest)
        if appended is None:
            return False
        self._fingerprint = now._replace(journal=appended.seal)
        if appended.doubt:
            raise appended.doubt
        return True

    def _rewrite(self, documents: Documents, now: Fingerprint) -> None:
        """Make the change in the file, which is read for that unless it has been."""
        if self._casefile is None or self._casefile.fingerprint != now:
            self._casefile = Casefile.open(self._path)
        casefile = self._casefile
        try:
            with casefile.change() as change:
                _put(change, documents, {})
        finally:
            self._fingerprint, self.digest = casefile.fingerprint, casefile.digest
            if is_large(self._fingerprint.size):
                self._casefile = None


def fold(path: Path) -> None:
    """Write the changes that wait in a store's journal into its file; the index that is kept of it stays good.

    Raises what `Casefile.open` and `Casefile.change` do.
    """
    casefile = Casefile.open(path)
    was = casefile.fingerprint
    casefile.fold()
    carry_over(path, was, casefile.fingerprint, casefile.digest)


def _put(change: Change, documents: Documents, ids: Mapping[Ref, str]) -> None:
    """Put and remove. `ids` are those that the store has, where a person has written one that is no slug."""
    for ref, new in documents.items():
        kind, name = split(ref)
        if new is None:
            change.remove(TABLES[kind], ids.get(ref) or name)
        else:
            change.put(TABLES[kind], new)
