"""Opens the file to be read, and nothing that only looks like one."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from store.file.errors import Unreadable, cannot_read


@contextmanager
def opened(path: Path) -> Iterator[FileIO]:
    """Open a regular file for reading; a pipe or a device could keep the reader waiting for ever. Raises Unreadable."""
    try:
        with FileIO(path, opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable(path, "cannot be read: it is a pipe or a device", "name a file")
            yield file
    except OSError as error:
        raise cannot_read(path, error) from error


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)
