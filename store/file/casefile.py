"""The open file of record: documents by table and id, and the one way to change them."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import orjson
from tinydb import TinyDB
from tinydb.table import Table

from store.file.change import Change
from store.file.errors import ReadOnly
from store.file.fingerprint import Fingerprint
from store.file.layout import ABOUT, HEADER, TABLES, Document, header
from store.file.lock import PATIENCE
from store.file.pile import Piles
from store.file.storage import DurableStorage


class _Records(Table):
    """A TinyDB table whose documents go by the ids that people gave them."""

    document_id_class = str  # type: ignore[assignment]


class _Database(TinyDB):
    table_class = _Records


class Casefile:
    """A situation's file, opened. Documents are plain JSON values, not yet validated as records.

    It holds no lock but while a change is being made. A large file stays open as long as somebody has its tables, which
    are read where they stand: there is nothing to close.
    """

    def __init__(self, path: Path, storage: DurableStorage, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._storage = storage
        self._database = _Database(storage=lambda: storage)

    @classmethod
    def open(cls, path: Path, read_only: bool = False) -> Self:
        """Read the file and keep it in memory. Raises Unreadable and FromLaterVersion."""
        storage = DurableStorage(path)
        storage.reload()
        return cls(path, storage, read_only)

    @classmethod
    def create(cls, path: Path, title: str) -> Self:
        """Make an empty situation. Raises NotWritten, also when there is a file of this name; Locked."""
        storage = DurableStorage(path)
        storage.write({HEADER: header(title, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")})
        return cls.open(path)

    @property
    def title(self) -> str:
        """What the situation is called."""
        return str(self._storage.read()[HEADER][ABOUT]["title"])

    @property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the state in memory: that of the file when it was opened, reloaded or last changed."""
        return self._storage.fingerprint

    def tables(self) -> Mapping[str, Mapping[str, Document]]:
        """Return the seven tables, documents by id: a view of one state, which later changes leave as it is.

        The documents are the file's own: read them, but change copies.
        """
        state = self._storage.read()
        return {name: state[name] for name in TABLES}

    def get(self, table: str, name: str) -> Document | None:
        """Return a copy of the document with this id, or None."""
        row = self._database.table(table).get(doc_id=name)  # type: ignore[call-overload]
        return None if row is None else orjson.loads(orjson.dumps(row))

    @property
    def digest(self) -> str:
        """The digest of the file's own bytes, without what waits in the journal."""
        return self._storage.digest

    def fold(self) -> None:
        """Write the changes that wait in the journal into the file. Raises as `change` does."""
        if self.read_only:
            raise ReadOnly(self.path, "it was opened to be read only", "copy it and change the copy")
        self._storage.fold()

    def reload(self) -> None:
        """Read the file again, after a Conflict. Raises as `open` does, and keeps what it had then."""
        self._storage.reload()

    @contextmanager
    def change(self, wait: float = PATIENCE) -> Iterator[Change]:
        """Write what the block puts and removes in one step at its end, or nothing if it raises.

        The lock is held for the length of the block; `wait` is how many seconds to wait for another writer. A change
        that comes to nothing leaves the file alone. Raises ReadOnly, Locked, Conflict, NotWritten; Unconfirmed, after
        which the change is made all the same.
        """
        if self.read_only:
            raise ReadOnly(self.path, "it was opened to be read only", "copy it and change the copy")
        with closing(Piles(self.path)) as piles, self._storage.batch(wait):
            change = Change(self.path, self._storage.read(), piles)
            yield change
            if change.edits:
                self._storage.edit(change.edits)
