"""TinyDB's door to the store: reads it once, writes what differs, and never over what it has not read."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from tinydb.storages import Storage

from store.file.appending import append_base, append_change, drop
from store.file.beside import journal_lines, journal_of
from store.file.change import decoded
from store.file.errors import Conflict, NotWritten, Unreadable, place
from store.file.faithful import require_faithful
from store.file.fingerprint import Fingerprint, fingerprint
from store.file.journal import Hashed, file_digest
from store.file.layout import HEADER, TABLES, LaidOut, Rendered, Tables, edited, encode, lay_out
from store.file.lock import PATIENCE, writer_lock
from store.file.opening import opened
from store.file.parsing import parse
from store.file.proving import in_place
from store.file.reading import opened_store
from store.file.replacing import confirm, replace, sweep
from store.file.rights import require_rights
from store.file.room import has_room, is_large
from store.file.sealing import Sealed

_KEPT = 4_000_000
"""Bytes up to which what a file holds stays in memory after it was written: in memory it is several times as large."""


class _State(NamedTuple):
    """One state of the store, as it was read or written by us; the digest is that of the file's own bytes.

    What a large file holds is not kept in memory after it was written, but read when it is asked for.
    """

    tables: Tables | None
    fingerprint: Fingerprint
    digest: str


class _Staged(NamedTuple):
    """What a batch leaves: tables, and edits that are to be made in them; None where they have been made."""

    tables: Tables
    edits: Rendered | None


class DurableStorage(Storage):
    """A store's file and its journal, for TinyDB. What was read stays in memory; of a large file, where it stands.

    A write is one durable replacement of the file; or, where the file is large and what differs is told and small, one
    line of the journal. A link is followed: what it leads to is replaced. Documents are replaced whole by writers,
    never edited in place, so that a write that fails leaves memory as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._state: _State | None = None
        self._staged: _Staged | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the state in memory."""
        return self._known().fingerprint

    @property
    def digest(self) -> str:
        """The digest of the file's own bytes, without what waits in the journal."""
        return self._known().digest

    def read(self) -> Tables:  # type: ignore[override]  # what is read where it stands is no dict
        """Return the tables: those of a batch at work, else those of the store when it was last read or written.

        Raises Unreadable, FromLaterVersion and Astray, the first time.
        """
        return dict(self._tables() if self._staged is None else self._staged.tables)

    def reload(self) -> None:
        """Read the store again. Raises Unreadable, FromLaterVersion and Astray; memory stays as it was then."""
        with opened_store(self.path) as store:
            tables = in_place(self.path, store.file) if is_large(store.fingerprint.size) else None
            if tables is None:
                tables = self._whole(store.file)
        self._state = _State(edited(tables, store.waiting), store.fingerprint, store.digest)

    def write(self, data: Tables) -> None:  # type: ignore[override]
        """Write the tables to the disk, or within a batch, keep them for its end. Raises as `batch` does.

        A storage that has read nothing makes the file, and refuses to if there is one. Unknown tables are refused.
        """
        for name in data.keys() - {HEADER, *TABLES}:
            problem = "nothing was written: no table of a store has this name"
            raise NotWritten(place(self.path, name), problem, f"use {', '.join(TABLES)}")
        if self._staged is None:
            with self.batch():
                self._staged = _Staged(data, None)
        else:
            self._staged = _Staged(data, None)

    def edit(self, edits: Rendered) -> None:
        """Make these edits, the last thing in a batch: they are known to differ from what is there."""
        assert self._staged is not None  # a batch is at work
        self._staged = _Staged(self._staged.tables, edits)

    def fold(self, wait: float = PATIENCE) -> None:
        """Write all changes that wait in the journal into the file. Raises as `batch` does."""
        with self.batch(wait):
            if self.fingerprint.journal:
                self._staged = _Staged(self._tables(), None)

    @contextmanager
    def batch(self, wait: float = PATIENCE) -> Iterator[None]:
        """Make all writes of the block one: under the lock from its start, on the disk at its end, or none of them.

        Raises Conflict if the store is not as it was read, Locked after waiting for `wait` seconds, NotWritten, and
        Unconfirmed.
        """
        target = Path(os.path.realpath(self.path))
        require_rights(self.path, target)
        with writer_lock(target, wait):
            self._require_unchanged(target)
            sweep(target)
            before = self._staged = _Staged({} if self._state is None else self._tables(), None)
            try:
                yield
                if self._staged is not before:
                    self._commit(target, self._staged)
            finally:
                self._staged = None

    def _whole(self, file: FileIO) -> Tables:
        """Return what the file holds, all of it in memory."""
        file.seek(0)
        raw = file.readall()
        tables = parse(self.path, raw)
        require_faithful(self.path, raw, tables)
        return tables

    def _known(self) -> _State:
        if self._state is None:
            self.reload()
        assert self._state is not None
        return self._state

    def _tables(self) -> Tables:
        if self._known().tables is None:
            self.reload()
        tables = self._known().tables
        assert tables is not None
        return tables

    def _commit(self, target: Path, staged: _Staged) -> None:
        if self._state is None:
            self._replace(target, staged, None)
            return
        state, journal = self._state, journal_lines(target)
        if staged.edits is None or not has_room(state.fingerprint.size, journal.size, staged.edits):
            self._replace(target, staged, journal)
            return
        appended = append_change(target, journal, state.digest, staged.edits)
        tables = edited(staged.tables, decoded(staged.edits)) if state.fingerprint.size < _KEPT else None
        self._state = _State(tables, state.fingerprint._replace(journal=appended.seal), state.digest)
        if appended.doubt:
            raise appended.doubt

    def _replace(self, target: Path, staged: _Staged, journal: Sealed | None) -> None:
        content = Hashed(self._content(staged))

        def last_look() -> None:
            self._require_same_bytes(target)
            if self._state and journal and len(journal.lines) > 1:
                append_base(target, journal, self._state.digest, content.digest)

        written = replace(target, content, last_look)
        kept = None
        if written.size < _KEPT:
            kept = staged.tables if staged.edits is None else edited(staged.tables, decoded(staged.edits))
        self._state = _State(kept, written, content.digest)
        confirm(target)
        drop(target)

    def _content(self, staged: _Staged) -> Iterable[bytes]:
        if staged.edits is not None or any(isinstance(table, LaidOut) for table in staged.tables.values()):
            return lay_out(staged.tables, staged.edits or {})
        try:
            return (encode(staged.tables),)
        except TypeError as error:
            raise NotWritten(self.path, f"nothing was written: {error}", "nest its values less deeply") from None

    def _require_unchanged(self, target: Path) -> None:
        if self._state is None or not target.exists() or fingerprint(target) != self._state.fingerprint:
            self._require_same_bytes(target)

    def _require_same_bytes(self, target: Path) -> None:
        """Compare contents, for times can be set back, and a copy put in place again is no change."""
        if self._state is None:
            _require_none(self.path, target)
        elif not target.exists():
            raise Conflict(self.path, "it was moved or deleted since it was read, nothing was written", "put it back")
        elif (
            self._digest(target) != self._state.digest or journal_lines(target).seal != self._state.fingerprint.journal
        ):
            problem = "someone else changed it since it was read, nothing was written"
            raise Conflict(self.path, problem, "reload it and make the change again")

    def _digest(self, target: Path) -> str:
        try:
            with opened(target) as file:
                return file_digest(file)
        except Unreadable as error:
            problem = f"nothing was written, since what is there now {error.problem}"
            raise NotWritten(self.path, problem, error.mend) from error


def _require_none(path: Path, target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise NotWritten(path, "there is such a file already", "open it, or choose another name")
    if journal_lines(target).lines:
        problem = f"nothing was written: changes of a file that is gone wait in {journal_of(target)}"
        raise NotWritten(path, problem, "put that file back, move the journal away, or choose another name")
