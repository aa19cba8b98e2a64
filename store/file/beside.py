"""The journal's file: hidden, beside the store's. It is there only while changes wait in it."""

import errno
import os
from pathlib import Path

from store.file.errors import Unreadable, cannot_read
from store.file.opening import opened
from store.file.sealing import Broken, Sealed, unsealed

_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)


def journal_of(path: Path) -> Path:
    """Return the journal of a store's file; it lies beside what a link leads to."""
    target = Path(os.path.realpath(path))
    return target.with_name(f".{target.name}.journal")


def journal_lines(path: Path) -> Sealed:
    """Return the lines of a store's journal, none where there is no journal. Raises Unreadable."""
    journal = journal_of(path)
    try:
        journal.lstat()
    except OSError as error:
        if error.errno in _NOT_THERE:
            return Sealed((), "", 0)
        raise cannot_read(journal, error) from error
    try:
        with opened(journal) as file:
            return unsealed(file.readall())
    except Broken as broken:
        problem = f"line {broken.number} is damaged, and changes come after it"
        raise Unreadable(
            journal, problem, "restore it from a copy, or move it away to go on without its changes"
        ) from None
    except Unreadable as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Sealed((), "", 0)  # it was written into the file at this moment
        raise
