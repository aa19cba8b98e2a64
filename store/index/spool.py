"""A pile of texts outside of memory, in the order they came in, each of them to be had again.

What is known of a million records takes a gigabyte, and several as Python objects.
"""

import os
from array import array
from collections.abc import Sequence
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO


class Spool:
    """The pile: a file without a name, so that nothing is left of it whatever happens, or memory where no folder is."""

    def __init__(self, folder: Path | None) -> None:
        # Unbuffered: what is read next lies anywhere in it.
        self._file: BinaryIO = TemporaryFile(dir=folder, buffering=0) if folder else BytesIO()  # noqa: SIM115
        self._number = self._file.fileno() if folder else None
        self._ends = array("q", (0,))

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._ends) - 1

    def add(self, texts: Sequence[bytes]) -> None:
        """Put texts on the pile."""
        self._file.write(b"".join(texts))
        ends = accumulate(map(len, texts), initial=self._ends.pop())
        self._ends.extend(ends)

    def read(self, place: int) -> bytes:
        """Return a text by its place, counted from 0. It stands at the end of the pile that texts are added."""
        start = self._ends[place]
        length = self._ends[place + 1] - start
        if self._number is not None:
            return os.pread(self._number, length, start)
        self._file.seek(start)
        return self._file.read(length)

    def clear(self) -> None:
        """Take all texts off the pile."""
        self._file.seek(0)
        self._file.truncate()
        self._ends = array("q", (0,))

    def close(self) -> None:
        """Throw the pile away."""
        self._file.close()
