"""Texts by name, more of them than memory should hold: in sorted runs on the disk, which are merged in the end.

It is the oldest way to sort what memory cannot hold: what has come is sorted and written out, again and again, and all
that was written is then read side by side. A run is written in blocks; of these memory keeps their first names.
"""

import marshal
import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple, TypeAlias

from store.file.errors import cannot_write

_NAMES = 16
"""In a block, which is read as one."""
_BLOCKS = 16
"""Written at a time."""
_HEAD = 4
"""Bytes that say how long the names and lengths before the texts of a block are."""
_NOTHING = -1
"""Stands for the length of what is no text."""

Together: TypeAlias = Callable[[list[bytes | None]], bytes | None]
"""Returns what comes of several texts of one name, in their order."""


class Disk:
    """A file without a name beside a store, made when there is something to be written to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = Path(os.path.realpath(path)).parent
        self._file: IO[bytes] | None = None
        self.end = 0
        """How many bytes have been written."""

    def write(self, text: bytes) -> None:
        """Write a text at the end. Raises NotWritten where the disk has no room for it."""
        try:
            if self._file is None:
                self._file = TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115 - `close` closes it
            while text:
                written = os.write(self._file.fileno(), text)
                text = text[written:]
                self.end += written
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def read(self, begin: int, end: int) -> bytes:
        """Return what was written from one place to another."""
        assert self._file is not None
        return os.pread(self._file.fileno(), end - begin, begin)

    def close(self) -> None:
        """Throw all of it away."""
        if self._file is not None:
            self._file.close()


class _Run(NamedTuple):
    """Names in their order, a block after the other: the first name of each, and where the blocks begin and end."""

    first: list[str]
    bounds: list[int]


class Runs:
    """The texts of each name, in the order in which they came; of those that came between two runs only the last.

    A text is bytes, or None for nothing.
    """

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._runs: list[_Run] = []
        self.latest: dict[str, bytes | None] = {}
        """What has come since the last run was written."""

    def write(self) -> None:
        """Write what has come since into a run of its own. Raises NotWritten."""
        if not self.latest:
            return
        names, bounds = sorted(self.latest), [self._disk.end]
        blocks = [names[at : at + _NAMES] for at in range(0, len(names), _NAMES)]
        for at in range(0, len(blocks), _BLOCKS):
            written = [_packed([(name, self.latest[name]) for name in block]) for block in blocks[at : at + _BLOCKS]]
            bounds.extend(accumulate(map(len, written), initial=bounds.pop()))
            self._disk.write(b"".join(written))
        self._runs.append(_Run(names[::_NAMES], bounds))
        self.latest.clear()

    def find(self, name: str) -> list[bytes | None]:
        """Return the texts of a name."""
        found = [text for run in self._runs for known, text in self._near(run, name) if known == name]
        return [*found, self.latest[name]] if name in self.latest else found

    def merged(self, together: Together) -> Iterator[tuple[str, bytes | None]]:
        """Yield each name with its text, in the order of the names; of several, what they are `together`.

        Raises NotWritten.
        """
        if not self._runs:
            yield from sorted(self.latest.items())
            return
        self.write()
        for some in self._in_order():
            if len({name for name, _, _ in some}) == len(some):  # as it is nearly always
                for name, _, text in some:
                    yield name, text
                continue
            for name, same in groupby(some, itemgetter(0)):
                texts = [text for _, _, text in same]
                yield name, texts[0] if len(texts) == 1 else together(texts)

    def _in_order(self) -> Iterator[list[tuple[str, int, bytes | None]]]:
        """Yield names with the number of a run and the text there, some at a time, each name with all of its own."""
        blocks = sorted(
            (name, number, at) for number, run in enumerate(self._runs) for at, name in enumerate(run.first)
        )
        step = len(self._runs)
        pool: list[tuple[str, int, bytes | None]] = []
        for begin in range(0, len(blocks), step):
            for _, number, at in blocks[begin : begin + step]:
                pool += [(name, number, text) for name, text in self._block(self._runs[number], at)]
            pool.sort()  # by name and number, of which there are no two alike
            # What stands before all blocks that are still to be read is complete.
            end = bisect_left(pool, blocks[begin + step][:1]) if begin + step < len(blocks) else len(pool)
            if end:
                yield pool[:end]
            del pool[:end]

    def _near(self, run: _Run, name: str) -> Iterator[tuple[str, bytes | None]]:
        """Return the block of a run in which a name is if it is there at all."""
        at = bisect_right(run.first, name)
        return self._block(run, at - 1) if at else iter(())

    def _block(self, run: _Run, at: int) -> Iterator[tuple[str, bytes | None]]:
        return _unpacked(self._disk.read(run.bounds[at], run.bounds[at + 1]))


def _packed(block: list[tuple[str, bytes | None]]) -> bytes:
    names = [name for name, _ in block]
    lengths = [_NOTHING if text is None else len(text) for _, text in block]
    # Texts as they are: marshal would copy each of them three times.
    head = marshal.dumps((names, lengths))
    return b"".join([len(head).to_bytes(_HEAD), head, *filter(None, (text for _, text in block))])


def _unpacked(block: bytes) -> Iterator[tuple[str, bytes | None]]:
    begin = _HEAD + int.from_bytes(block[:_HEAD])
    names, lengths = marshal.loads(block[_HEAD:begin])  # noqa: S302 - written above, and never outside of this process
    for name, length in zip(names, lengths, strict=True):
        if length == _NOTHING:
            yield name, None
        else:
            yield name, block[begin : begin + length]
            begin += length
