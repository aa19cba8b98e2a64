"""Reads a store through, once, and counts what is in it: the file, and what waits in its journal."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store.file.fingerprint import Fingerprint, file_fingerprint
from store.file.journal import Journal, read_journal, waiting_for
from store.file.layout import ABOUT, HEADER
from store.file.opening import opened
from store.file.parsing import parse
from store.file.pieces import NotInPieces, Readable, by_own_id, pieces
from store.file.reading import read_contents
from store.index.census import Census, Twice
from store.index.reading import Document
from store.index.spool import Spool
from store.refs import KIND_OF_TABLE

Edits = dict[str, dict[str, Document | None]]


class Counted(NamedTuple):
    """What the store says of the situation as a whole, which state it is in, the file's digest, and who is in it."""

    about: Document
    fingerprint: Fingerprint
    digest: str
    census: Census


@contextmanager
def counted(path: Path, folder: Path | None) -> Iterator[Counted]:
    """Give the census of a store, which keeps what it needs in a folder while it is in use.

    Raises what `read_contents` raises.
    """
    with closing(Spool(folder)) as spool:
        try:
            found = _in_pieces(path, Census(spool))
            while found is None:  # somebody has written meanwhile
                spool.clear()
                found = _in_pieces(path, Census(spool))
        except (NotInPieces, Twice):
            spool.clear()
            found = _as_a_whole(path, Census(spool))
        yield found


def _in_pieces(path: Path, census: Census) -> Counted | None:
    """Return what is counted; None if the store is not the same as before any more."""
    journal = read_journal(path)
    edits = _together(journal)
    with opened(path) as file:
        taken = Fingerprint.of(os.fstat(file.fileno()))
        hashed = _Hashed(file)
        changed = edits.pop(HEADER, {})
        about = _count(hashed, census, edits) | changed
    now = read_journal(path)
    seal = journal.seal if journal else ""
    if file_fingerprint(path) != taken or (now.seal if now else "") != seal:
        return None
    digest = hashed.digest.hexdigest()
    waiting_for(path, digest, journal)
    # What is wrong in the header is told as it is of a file that is read whole.
    header = parse(path, orjson.dumps({HEADER: about}))[HEADER][ABOUT]
    return Counted(header, taken._replace(journal=seal), digest, census)


def _count(file: Readable, census: Census, edits: Edits) -> dict[str, Any]:
    """Count what is in a file as edits leave it, and return its header."""
    header: dict[str, Any] = {}
    for table, found in pieces(file):
        if table == HEADER:
            header |= found
        else:
            changed = edits.get(table, {})
            census.count(KIND_OF_TABLE[table], [made for made in by_own_id(found) if made[0] not in changed])
    for table, changed in edits.items():
        census.count(KIND_OF_TABLE[table], [(own, document) for own, document in changed.items() if document])
    return header


def _together(journal: Journal | None) -> Edits:
    """Return what a journal's changes come to; those that the file has already change nothing in it."""
    together: Edits = {}
    for change in journal.changes if journal else ():
        for table, documents in change.items():
            together.setdefault(table, {}).update(documents)
    return together


class _Hashed:
    """A file that is hashed as it is read."""

    def __init__(self, file: FileIO) -> None:
        self.digest = hashlib.blake2b()
        self._file = file

    def read(self, size: int, /) -> bytes:
        """Return some bytes more."""
        some = self._file.read(size)
        self.digest.update(some)
        return some


def _as_a_whole(path: Path, census: Census) -> Counted:
    contents = read_contents(path)
    for table, kind in KIND_OF_TABLE.items():
        census.count(kind, list(contents.tables[table].items()))
    return Counted(contents.tables[HEADER][ABOUT], contents.fingerprint, contents.digest, census)
