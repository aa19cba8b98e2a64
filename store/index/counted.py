"""Reads a store through, once, and counts what is in it: the file, and what waits in its journal."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store.file.fingerprint import Fingerprint, file_fingerprint
from store.file.journal import Journal, read_journal, waiting_for
from store.file.layout import ABOUT, HEADER
from store.file.opening import opened
from store.file.parsing import parse
from store.file.pieces import NotInPieces, Piece, pieces
from store.file.reading import read_contents
from store.index.census import Census, Twice
from store.index.hand import Hand
from store.index.progress import READ, Progress, stretch, untold
from store.index.readers import Readers
from store.index.reading import Document
from store.index.spool import Spool
from store.index.taking import take
from store.refs import KIND_OF_TABLE

Edits = dict[str, dict[str, Document | None]]

GLIMPSE = 4_000_000
"""Bytes of a file that are counted for a glimpse of it: half a second's work."""


class Counted(NamedTuple):
    """What the store says of the situation as a whole, which state it is in, the file's digest, and who is in it.

    `hand` is the second process that has helped to count, if one has.
    """

    about: Document
    fingerprint: Fingerprint
    digest: str
    census: Census
    hand: Hand | None = None


@contextmanager
def counted(path: Path, place: Path | None, progress: Progress, *, helped: bool) -> Iterator[Counted]:
    """Give the census of a store; what it needs while it is in use is kept beside a place, or in memory.

    Raises what `read_contents` raises, and HandLost where a second process helps.
    """
    with ExitStack() as stack:
        try:
            found = None
            while found is None:  # or somebody has written meanwhile
                stack.close()
                found = _in_pieces(path, place, progress, stack, helped=helped)
        except (NotInPieces, Twice):
            stack.close()
            found = _as_a_whole(path, _spool(place, stack))
        yield found


@contextmanager
def glimpsed(path: Path) -> Iterator[Counted | None]:
    """Give the census of what a large file begins with and of what waits; None where no part of it can be read alone.

    Raises what `read_contents` raises for that part.
    """
    with closing(Spool(None)) as spool, opened(path) as file:
        try:
            yield _counted(path, _Hashed(file), spool, None, untold, GLIMPSE)
        except (NotInPieces, Twice):
            yield None


def _in_pieces(path: Path, place: Path | None, progress: Progress, stack: ExitStack, *, helped: bool) -> Counted | None:
    """Return what is counted; None if the store is not the same as before any more."""
    spool = _spool(place, stack)
    with opened(path) as file:
        hand = None
        if place and helped:
            hand = stack.enter_context(Hand(place, file.fileno(), spool.piles))
        found = _counted(path, _Hashed(file), spool, hand, progress)
    journal = read_journal(path)
    seal = journal.seal if journal else ""
    if found.fingerprint != file_fingerprint(path)._replace(journal=seal):
        return None
    waiting_for(path, found.digest, journal)
    return found


def _spool(place: Path | None, stack: ExitStack) -> Spool:
    return stack.enter_context(closing(Spool(place.parent if place else None)))


def _as_a_whole(path: Path, spool: Spool) -> Counted:
    census = Census(spool)
    contents = read_contents(path)
    for table, kind in KIND_OF_TABLE.items():
        census.count(take(kind, contents.tables[table].items(), spool.piles[0]))
    return Counted(contents.tables[HEADER][ABOUT], contents.fingerprint, contents.digest, census)


class _Hashed:
    """A file that is hashed as it is read."""

    def __init__(self, file: FileIO) -> None:
        self.fingerprint = Fingerprint.of(os.fstat(file.fileno()))
        self.digest = hashlib.blake2b()
        self.passed = 0
        self._file = file

    def read(self, size: int, /) -> bytes:
        """Return some bytes more."""
        some = self._file.read(size)
        self.digest.update(some)
        self.passed += len(some)
        return some


def _counted(
    path: Path, file: _Hashed, spool: Spool, hand: Hand | None, progress: Progress, enough: int | None = None
) -> Counted:
    """Count what is in a file, as its journal leaves it, up to so many bytes if `enough` says so."""
    journal = read_journal(path)
    edits = _together(journal)
    changed = edits.pop(HEADER, {})
    census = Census(spool)
    readers = Readers(census, spool, hand, edits)
    told = stretch(progress, 0, READ)
    header: dict[str, Any] = {}
    for piece in pieces(file, leave=readers.leave):
        if isinstance(piece, Piece) and piece.table == HEADER:
            header |= piece.found
        else:
            readers.read(piece)
        told(len(census), len(census) * file.fingerprint.size // file.passed)
        if enough and file.passed >= enough:
            break
    readers.finish()
    for table, documents in edits.items():
        put = ((own, document) for own, document in documents.items() if document)
        census.count(take(KIND_OF_TABLE[table], put, spool.piles[0]))
    # What is wrong in the header is told as it is of a file that is read whole.
    about = parse(path, orjson.dumps({HEADER: header | changed}))[HEADER][ABOUT]
    state = file.fingerprint._replace(journal=journal.seal if journal else "")
    return Counted(about, state, file.digest.hexdigest(), census, hand)


def _together(journal: Journal | None) -> Edits:
    """Return what a journal's changes come to; those that the file has already change nothing in it."""
    together: Edits = {}
    for change in journal.changes if journal else ():
        for table, documents in change.items():
            together.setdefault(table, {}).update(documents)
    return together
