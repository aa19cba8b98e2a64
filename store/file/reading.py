"""Reads the store without TinyDB, which the first frame cannot wait for: the file, and what waits in its journal."""

import os
from pathlib import Path
from typing import NamedTuple

from store.file.fingerprint import Fingerprint, file_fingerprint
from store.file.journal import Journal, digest_of, read_journal, waiting_for
from store.file.layout import Edits, Tables, edited
from store.file.opening import opened
from store.file.parsing import parse


class Bytes(NamedTuple):
    """The file's own bytes, their digest, the journal beside it, and the fingerprint of both."""

    raw: bytes
    digest: str
    journal: Journal | None
    fingerprint: Fingerprint


class Contents(NamedTuple):
    """What one state of the store holds, the fingerprint of that state, and the digest of the file's own bytes."""

    tables: Tables
    fingerprint: Fingerprint
    digest: str


def read_bytes(path: Path) -> Bytes:
    """Return file and journal of one moment. Takes no lock: what is read while it is replaced is read again.

    Raises Unreadable and FromLaterVersion.
    """
    while True:
        with opened(path) as file:
            taken = Fingerprint.of(os.fstat(file.fileno()))
            raw = file.readall()
        journal = read_journal(path)
        if file_fingerprint(path) == taken:
            seal = journal.seal if journal else ""
            return Bytes(raw, digest_of(raw), journal, taken._replace(journal=seal))


def read_contents(path: Path) -> Contents:
    """Return the tables with the fingerprint they belong to. Takes no lock.

    Raises Unreadable, FromLaterVersion and Astray.
    """
    found = read_bytes(path)
    waiting = waiting_for(path, found.digest, found.journal)
    return Contents(with_waiting(parse(path, found.raw), waiting), found.fingerprint, found.digest)


def read_tables(path: Path) -> Tables:
    """Return the seven tables and the header, `situation`, with its one document `about`; all are there, even if empty.

    Raises Unreadable, FromLaterVersion and Astray.
    """
    return read_contents(path).tables


def with_waiting(tables: Tables, waiting: tuple[Edits, ...]) -> Tables:
    """Return the tables with the changes that wait, in their order."""
    together: dict[str, dict[str, object]] = {}
    for edits in waiting:
        for table, documents in edits.items():
            together.setdefault(table, {}).update(documents)
    return edited(tables, together)  # type: ignore[arg-type]
