"""Reads the store without TinyDB, which the first frame cannot wait for: the file, and what waits in its journal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from store.file.fingerprint import Fingerprint, file_fingerprint
from store.file.journal import file_digest, read_journal, waiting_for
from store.file.layout import Edits, Tables, edited
from store.file.opening import opened
from store.file.parsing import parse


class OpenStore(NamedTuple):
    """A store of one moment: its file, opened, the digest of its bytes, and what its journal changes of what they say.

    The fingerprint is that of both.
    """

    file: FileIO
    digest: str
    waiting: Edits
    fingerprint: Fingerprint


class Contents(NamedTuple):
    """What one state of the store holds, the fingerprint of that state, and the digest of the file's own bytes."""

    tables: Tables
    fingerprint: Fingerprint
    digest: str


@contextmanager
def opened_store(path: Path) -> Iterator[OpenStore]:
    """Open a store for reading. Takes no lock: a file that is replaced meanwhile stays as it is for who has it open.

    Raises Unreadable, FromLaterVersion and Astray.
    """
    while True:
        with opened(path) as file:
            taken = Fingerprint.of(os.fstat(file.fileno()))
            journal = read_journal(path)
            # Else the journal went into a new file between the two looks.
            if file_fingerprint(path) == taken:
                digest = file_digest(file)
                waiting = waiting_for(path, digest, journal)
                file.seek(0)
                yield OpenStore(file, digest, waiting, taken._replace(journal=journal.seal if journal else ""))
                return


def read_contents(path: Path) -> Contents:
    """Return the tables with the fingerprint they belong to. Raises what `opened_store` raises."""
    with opened_store(path) as store:
        tables = parse(path, store.file.readall())
        return Contents(edited(tables, store.waiting), store.fingerprint, store.digest)


def read_tables(path: Path) -> Tables:
    """Return the seven tables and the header, `situation`, with its one document `about`; all are there, even if empty.

    Raises what `opened_store` raises.
    """
    return read_contents(path).tables
