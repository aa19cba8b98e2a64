"""TinyDB's door to the file: reads it once, writes it whole, and never over what it has not read."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tinydb.storages import Storage

from store.file.errors import Conflict, NotWritten, Unreadable, cannot_write, place
from store.file.faithful import require_faithful
from store.file.fingerprint import Fingerprint, fingerprint
from store.file.layout import HEADER, TABLES, Tables, encode
from store.file.lock import writer_lock
from store.file.opening import load, opened
from store.file.parsing import parse
from store.file.replacing import confirm, replace, sweep

PATIENCE = 2.0
"""Seconds that a writer waits for another one."""


class _State(NamedTuple):
    """One state of the file, as it was read or written by us."""

    tables: Tables
    fingerprint: Fingerprint
    digest: bytes


class DurableStorage(Storage):
    """A store's file, for TinyDB. What was read stays in memory; each write is one durable replacement of the file.

    A link is followed: what it leads to is replaced. Documents are replaced whole by writers, never edited in place, so
    that a write that fails leaves memory as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._state: _State | None = None
        self._staged: Tables | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the state in memory."""
        return self._known().fingerprint

    def read(self) -> Tables:
        """Return the tables: those of a batch at work, else those of the file when it was last read or written.

        Raises Unreadable and FromLaterVersion, the first time.
        """
        return dict(self._known().tables if self._staged is None else self._staged)

    def reload(self) -> None:
        """Read the file again. Raises Unreadable and FromLaterVersion; memory stays as it was then."""
        raw, taken = load(self.path)
        tables = parse(self.path, raw)
        require_faithful(self.path, raw, tables)
        self._state = _State(tables, taken, hashlib.blake2b(raw).digest())

    def write(self, data: Tables) -> None:
        """Write the tables to the disk, or within a batch, keep them for its end. Raises as `batch` does.

        A storage that has read nothing makes the file, and refuses to if there is one. Unknown tables are refused.
        """
        for name in data.keys() - {HEADER, *TABLES}:
            problem = "nothing was written: no table of a store has this name"
            raise NotWritten(place(self.path, name), problem, f"use {', '.join(TABLES)}")
        if self._staged is None:
            with self.batch():
                self._staged = data
        else:
            self._staged = data

    @contextmanager
    def batch(self, wait: float = PATIENCE) -> Iterator[None]:
        """Make all writes of the block one: under the lock from its start, on the disk at its end, or none of them.

        Raises Conflict if the file is not as it was read, Locked after waiting for `wait` seconds, NotWritten, and
        Unconfirmed.
        """
        target = Path(os.path.realpath(self.path))
        self._require_rights(target)
        with writer_lock(target, wait):
            self._require_unchanged(target)
            sweep(target)
            before = self._staged = {} if self._state is None else self._state.tables
            try:
                yield
                if self._staged is not before:
                    self._commit(target, self._staged)
            finally:
                self._staged = None

    def _known(self) -> _State:
        if self._state is None:
            self.reload()
        assert self._state is not None
        return self._state

    def _commit(self, target: Path, tables: Tables) -> None:
        try:
            content = encode(tables)
        except TypeError as error:
            raise NotWritten(self.path, f"nothing was written: {error}", "nest its values less deeply") from None
        written = replace(target, (content,), lambda: self._require_same_bytes(target))
        self._state = _State(tables, written, hashlib.blake2b(content).digest())
        confirm(target)

    def _require_rights(self, target: Path) -> None:
        """Refuse early, and a file that was marked as not to be written, which a rename would not mind."""
        try:
            if not target.parent.is_dir():
                raise NotWritten(self.path, f"there is no folder {target.parent}", "make it first, or check the name")
            for path, rights in ((target.parent, os.W_OK | os.X_OK), (target, os.W_OK)):
                if path.exists() and not os.access(path, rights, effective_ids=True):
                    problem = f"nothing was written: you may not write to {path}"
                    raise NotWritten(self.path, problem, "work on a copy in a folder of yours")
        except OSError as error:
            raise cannot_write(self.path, error) from error

    def _require_unchanged(self, target: Path) -> None:
        if self._state is None or not target.exists() or fingerprint(target) != self._state.fingerprint:
            self._require_same_bytes(target)

    def _require_same_bytes(self, target: Path) -> None:
        """Compare contents, for times can be set back, and a copy put in place again is no change."""
        if self._state is None:
            if target.exists() or target.is_symlink():
                raise NotWritten(self.path, "there is such a file already", "open it, or choose another name")
        elif not target.exists():
            raise Conflict(self.path, "it was moved or deleted since it was read, nothing was written", "put it back")
        elif self._digest(target) != self._state.digest:
            problem = "someone else changed it since it was read, nothing was written"
            raise Conflict(self.path, problem, "reload it and make the change again")

    def _digest(self, target: Path) -> bytes:
        try:
            with opened(target) as file:
                return hashlib.file_digest(file, hashlib.blake2b).digest()
        except Unreadable as error:
            problem = f"nothing was written, since what is there now {error.problem}"
            raise NotWritten(self.path, problem, error.mend) from error
