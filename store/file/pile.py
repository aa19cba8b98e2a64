"""Edits while they are gathered: in memory while they are few, beyond that in a file without a name."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from store.file.errors import cannot_write

_IN_MEMORY = 4_000_000
"""Bytes beyond which they go to the disk: an import can bring more than there is memory."""

_LENGTH = 32
"""Bits of a length; where the text begins stands before them: one number takes a fourth of the room of a pair."""


class Pile(Mapping[str, bytes | None]):
    """The edits of one table: rendered documents by id, None for one that is to go."""

    def __init__(self, piles: "Piles") -> None:
        self._piles = piles
        self._spans: dict[str, int | None] = {}

    def __setitem__(self, name: str, rendered: bytes | None) -> None:
        self._spans[name] = None if rendered is None else self._piles.add(rendered)

    def __getitem__(self, name: str) -> bytes | None:
        span = self._spans[name]
        return None if span is None else self._piles.read(span)

    def __delitem__(self, name: str) -> None:
        del self._spans[name]

    def __contains__(self, name: object) -> bool:
        return name in self._spans

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


class Piles:
    """The edits of one change, by table; those that memory does not hold lie in the folder of the store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = Path(os.path.realpath(path)).parent
        self._piles: dict[str, Pile] = {}
        self._latest: dict[int, bytes] = {}
        self._written = 0
        self._end = 0
        self._file: IO[bytes] | None = None

    def of(self, table: str) -> Pile:
        """Return the pile of a table."""
        if table not in self._piles:
            self._piles[table] = Pile(self)
        return self._piles[table]

    def all(self) -> dict[str, Pile]:
        """Return the piles on which there is anything, by table."""
        return {table: pile for table, pile in self._piles.items() if pile}

    def add(self, rendered: bytes) -> int:
        """Keep a text, and return where. Raises NotWritten where the disk has no room for it."""
        span = self._end << _LENGTH | len(rendered)
        self._latest[span] = rendered
        self._end += len(rendered)
        if self._end - self._written > _IN_MEMORY:
            self._write()
        return span

    def read(self, span: int) -> bytes:
        """Return a text that was kept."""
        if span in self._latest:
            return self._latest[span]
        assert self._file is not None
        return os.pread(self._file.fileno(), span & (1 << _LENGTH) - 1, span >> _LENGTH)

    def close(self) -> None:
        """Throw all of it away."""
        if self._file is not None:
            self._file.close()

    def _write(self) -> None:
        try:
            if self._file is None:
                self._file = TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115 - `close` closes it
            left = b"".join(self._latest.values())
            while left:
                left = left[os.write(self._file.fileno(), left) :]
        except OSError as error:
            raise cannot_write(self._path, error) from error
        self._written = self._end
        self._latest.clear()
