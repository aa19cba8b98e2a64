"""How one state of the file is told from another without reading it."""

import os
from pathlib import Path
from typing import NamedTuple, Self

from store.file.errors import cannot_read


class Fingerprint(NamedTuple):
    """Bytes, nanoseconds and inode of a file. Every write of ours gives the file a later time and another inode."""

    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        """Return the fingerprint that the system's answer about a file amounts to."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)


def fingerprint(path: Path) -> Fingerprint:
    """Return the fingerprint of the file as it is now, of its target if it is a link. Raises Unreadable."""
    try:
        return Fingerprint.of(path.stat())
    except OSError as error:
        raise cannot_read(path, error) from error
