"""Writes changes of a situation into its file of record."""

from collections.abc import Mapping
from pathlib import Path

from store.file.casefile import Casefile
from store.file.errors import Conflict, ReadOnly
from store.index.cache import written
from store.index.reading import Document
from store.refs import TABLES, Ref, split


class Editor:
    """One situation's file, read when the first change is made."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self._path = path
        self._read_only = read_only
        self._casefile: Casefile | None = None

    @property
    def state(self) -> str:
        """The fingerprint of the file after the last change."""
        assert self._casefile is not None  # asked after a change
        return written(self._casefile.fingerprint)

    def make(self, documents: Mapping[Ref, Document | None], state: str) -> None:
        """Put documents and remove what has become None, in one durable write.

        `state` is the fingerprint of the file that the change was thought out for. Raises what `Casefile.change` does.
        """
        if self._read_only:
            raise ReadOnly(self._path, "it can only be read", "copy it: `sitroom export json -o mine.json`")
        if self._casefile is None:
            self._casefile = Casefile.open(self._path)
        if written(self._casefile.fingerprint) != state:
            self._casefile = None
            raise Conflict(self._path, "someone else has changed it", "open it again, and make the change there")
        with self._casefile.change() as change:
            for ref, document in documents.items():
                kind, name = split(ref)
                if document is None:
                    change.remove(TABLES[kind], name)
                else:
                    change.put(TABLES[kind], document)
