"""A second process that makes an index together with this one, where there is a second processor.

It reads pieces of the file while this one reads others, and then writes texts and links into the index while this one
makes nodes beside it. It ends when this one does, however that ends.
"""

import os
import select
import sys
from array import array
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from store.index.another import begin, running
from store.index.bundles import Bundles
from store.index.database import IndexFailed
from store.index.messages import receive, send
from store.index.progress import Progress
from store.index.spool import Piles, Seconds
from store.index.taking import Taken
from store.refs import KIND_OF_TABLE

LONG = 4_000_000
"""Bytes of a store from which a second process saves more than it takes to begin: at 5 MB 0.7 s become 0.5."""
WORKER = running("store.index.handiwork")

_AT_ONCE = 4
"""Pieces that it is given before it has told of the first. With one that waits while it reads another, it waits itself
for a tenth of the time: this process looks for it only between two pieces of its own."""


class HandLost(IndexFailed):
    """The second process is no more, or cannot do what it is asked to: all has to be done without it."""


def can_help(size: int) -> bool:
    """Tell whether a second process would be of use for a store of so many bytes."""
    if size < LONG or not sys.executable or os.name != "posix":
        return False
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) > 1


class Hand:
    """The second process. Whatever is asked of it may raise HandLost.

    `index` is where the index is made, and `beside` where this process makes its part of that; `store` is the number
    of the file, opened. What both have to say of documents lies on the piles, of which the second is its own.
    """

    def __init__(self, index: Path, store: int, piles: Piles) -> None:
        self.beside = index.with_suffix(".2.part")
        self._pile = piles[0]
        self._due = 0
        files = (store, *(pile.fileno() for pile in piles))
        command = [*WORKER, os.fspath(index), os.fspath(self.beside), *map(str, files)]
        try:
            self._process = begin(command, keeping=files)
        except OSError as error:
            raise HandLost("a second process cannot be begun") from error
        assert self._process.stdin is not None  # they are pipes
        assert self._process.stdout is not None
        self._told, self._asked = self._process.stdout.fileno(), self._process.stdin.fileno()
        self._poll = select.poll()  # a server may have more files open than `select` can tell apart
        self._poll.register(self._told, select.POLLIN)

    def __enter__(self) -> Self:
        """Return it; when the block ends, so does the process, and what it has made goes."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process. It may be in the midst of something that nobody wants any more."""
        with self._process:
            self._process.kill()
        self.beside.unlink(missing_ok=True)

    @property
    def free(self) -> bool:
        """Whether it would begin soon with a piece that it is given."""
        return self._due < _AT_ONCE

    def read(self, table: str, begin: int, length: int) -> None:
        """Have it read the documents of a table that stand in a part of the file."""
        self._send("read", KIND_OF_TABLE[table], begin, length)
        self._due += 1

    def has_read(self) -> bool:
        """Tell whether it has read the next of the pieces that it was given."""
        return bool(self._poll.poll(0))

    def taken(self) -> Taken:
        """Wait for what the next of the pieces says."""
        self._due -= 1
        return Taken(*self._receive("taken"))

    def tell(self, texts: Seconds, renamed: dict[int, str]) -> None:
        """Have it write the texts of a whole index; see `telling`."""
        self._send("tell", self._put(texts.begins), self._put(texts.lengths), renamed)

    def link(self, bundles: Bundles) -> None:
        """Have it write all links. They wait on the pile while it has other things to do."""
        columns = [(column.typecode, self._put(column)) for column in bundles.columns()]
        self._send("link", columns, [self._put(some) for some in bundles.links()])

    def wait(self, progress: Progress) -> None:
        """Wait until all that it was to write is written."""
        while told := self._receive("done"):
            progress(*told)

    def _put(self, column: "array[int]") -> tuple[int, int]:
        """Put numbers on the pile; return where they begin, and how many bytes they are."""
        return self._pile.add([column.tobytes()]), len(column) * column.itemsize

    def _send(self, *message: object) -> None:
        try:
            send(self._asked, message)
        except OSError as error:
            raise HandLost("the second process has ended") from error

    def _receive(self, what: str) -> Any:  # noqa: ANN401 - as it is told
        try:
            name, told = receive(self._told)
        except (OSError, EOFError) as error:
            raise HandLost("the second process has ended") from error
        if name != what:
            raise HandLost(str(told))
        return told
