"""A folder of tables that is brought in as one, as `export csv` writes it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

from store.file.errors import Unreadable, cannot_read
from store.file.opening import opened
from store.incoming import Incoming, beginning, incoming, nothing
from store.unpacking import NotUnpacked

_SUFFIX = ".csv"


class IncomingFolder:
    """The tables of a folder: the files in it whose names end in `.csv`. It is nothing but its parts.

    `size` is that of all of them in bytes, `encoding` that of the first that is not in UTF-8.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = _tables_in(path)
        self._read = 0
        self._part: Incoming | None = None
        self._encodings: list[str] = []
        self.size = sum(map(_size, self._files))
        self.beat: Callable[[], None] = nothing

    @property
    def encoding(self) -> str:
        """What the tables read so far are written in."""
        found = [*self._encodings, *([self._part.encoding] if self._part else [])]
        return next((one for one in found if one != "utf-8"), "utf-8")

    def done(self) -> int:
        """Return how many bytes of the tables have been read."""
        return self._read + (self._part.done() if self._part else 0)

    def parts(self) -> Iterator[tuple[str, Incoming]]:
        """Return the tables by name. Raises Unreadable for one that cannot be read, and where there is none."""
        if not self._files:
            problem = f"cannot be read: it is a folder without a table, a file whose name ends in {_SUFFIX}"
            raise Unreadable(self._path, problem, "name another")
        for file in self._files:
            with opened(file) as raw:
                self._part = part = Incoming(file, raw)
                part.beat = self.beat
                yield file.name, part
                self._part = None
                self._read += part.size
                self._encodings.append(part.encoding)

    def lines(self) -> NoReturn:
        """Raise Unreadable: only a format that takes several tables takes a folder."""
        raise Unreadable(self._path, "cannot be read: it is a folder", "name a file in it")

    def pieces(self) -> NoReturn:
        """Raise Unreadable, as `lines`."""
        self.lines()

    def binary(self) -> BinaryIO:
        """Raise Unreadable, as `lines`."""
        self.lines()


@contextmanager
def brought(path: Path) -> "Iterator[Incoming | IncomingFolder]":
    """Open a file or folder that is to be brought in. Raises Unreadable, also for what turns out while it is read."""
    if not os.path.isdir(path):  # noqa: PTH112 - that of a path raises for a name that is too long
        with incoming(path) as file:
            yield file
        return
    try:
        yield IncomingFolder(path)
    except NotUnpacked as error:
        raise Unreadable(path, error.problem, error.mend) from None


def beginning_of(path: Path) -> str:
    """Return how a file begins or, of a folder, its first table; nothing where there is nothing to read."""
    if not os.path.isdir(path):  # noqa: PTH112 - that of a path raises for a name that is too long
        return beginning(path)
    try:
        return next(map(beginning, _tables_in(path)), "")
    except Unreadable:
        return ""


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise cannot_read(file, error) from error


def _tables_in(path: Path) -> list[Path]:
    try:
        return sorted(file for file in path.iterdir() if file.suffix.lower() == _SUFFIX)
    except OSError as error:
        raise cannot_read(path, error) from error
