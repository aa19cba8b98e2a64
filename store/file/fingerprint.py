"""How one state of the store is told from another without reading it."""

import os
from pathlib import Path
from typing import NamedTuple, Self

from store.file.beside import journal_lines, journal_of
from store.file.errors import cannot_read


class Fingerprint(NamedTuple):
    """Bytes, nanoseconds and inode of the file, and the last seal of its journal, empty where no change waits.

    Every write of ours gives the file a later time and another inode, and every change in the journal another seal.
    """

    size: int
    mtime_ns: int
    inode: int
    journal: str = ""

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        """Return the fingerprint that the system's answer about a file without a journal amounts to."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)

    @property
    def file(self) -> Self:
        """The fingerprint of the file alone."""
        return self._replace(journal="")


def fingerprint(path: Path) -> Fingerprint:
    """Return the fingerprint of the store as it is now, of its target if it is a link. Raises Unreadable."""
    while True:
        file = file_fingerprint(path)
        seal = journal_lines(path).seal
        # Else the journal went into a new file between the two looks.
        if file_fingerprint(path) == file:
            return file._replace(journal=seal)


def written_at(path: Path) -> float:
    """Return when the store was last written, in seconds since 1970; changes that wait in its journal count."""
    file = file_fingerprint(path).mtime_ns / 1e9
    try:
        return max(file, journal_of(path).stat().st_mtime)
    except OSError:
        return file


def file_fingerprint(path: Path) -> Fingerprint:
    """Return the fingerprint of the file alone. Raises Unreadable."""
    try:
        return Fingerprint.of(path.stat())
    except OSError as error:
        raise cannot_read(path, error) from error
