"""A second process that makes an index together with this one, where there is a second processor.

It reads pieces of the file while this one reads others, and then makes what consists of bare rows (see `gathering`),
in a database of its own beside the index, while this one writes texts. It ends when this one does, however that ends.
"""

import os
import select
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from store.index.another import begin, running
from store.index.database import IndexFailed
from store.index.filing import NodeRow
from store.index.messages import receive, send
from store.index.progress import Progress
from store.index.taking import Taken
from store.refs import KIND_OF_TABLE, Ref

LONG = 8_000_000
"""Bytes of a store from which a second process saves more time than it takes to begin, which is a tenth of a second."""
WORKER = running("store.index.handiwork")

_AT_ONCE = 2
"""Pieces that it is given before it has told of the first: one that it reads, and one that waits."""
_PATIENCE = 5.0


class HandLost(IndexFailed):
    """The second process is no more, or cannot do what it is asked to: all has to be done without it."""


def can_help(size: int) -> bool:
    """Tell whether a second process would be of use for a store of so many bytes."""
    if size < LONG or not sys.executable or not hasattr(os, "sched_getaffinity"):
        return False
    return len(os.sched_getaffinity(0)) > 1


class Hand:
    """The second process. Whatever is asked of it may raise HandLost.

    `place` is where its part of the index comes to lie; `store` and `pile` are the numbers of two open files, the one
    it reads pieces of, and the one to which it puts what they say.
    """

    def __init__(self, place: Path, store: int, pile: int) -> None:
        self.place = place
        self._due: list[str] = []
        self._process = begin([*WORKER, os.fspath(place), str(store), str(pile)], keeping=(store, pile))
        assert self._process.stdin is not None  # they are pipes
        assert self._process.stdout is not None
        self._told, self._asked = self._process.stdout.fileno(), self._process.stdin.fileno()

    def __enter__(self) -> Self:
        """Return it; when the block ends, so does the process, and what it has made goes."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process. It may be in the midst of something that nobody wants any more."""
        with self._process:
            self._process.kill()
        self.place.unlink(missing_ok=True)

    @property
    def free(self) -> bool:
        """Whether it would begin soon with a piece that it is given."""
        return len(self._due) < _AT_ONCE

    def read(self, table: str, begin: int, length: int) -> None:
        """Have it read the documents of a table that stand in a part of the file."""
        self._send("read", KIND_OF_TABLE[table], begin, length)
        self._due.append(table)

    def has_read(self) -> bool:
        """Tell whether it has read the next of the pieces that it was given."""
        return bool(select.select([self._told], [], [], 0)[0])

    def taken(self) -> Taken:
        """Wait for what the next of the pieces says."""
        self._due.pop(0)
        return Taken(*self._receive("taken"))

    def add(self, nodes: Sequence[NodeRow], targets: Sequence[int], links: Sequence[int]) -> None:
        """Have it take further nodes, and whom they name."""
        self._send("add", [*nodes], targets, links)

    def finish(self, missing: Sequence[tuple[int, Ref]], progress: Progress) -> None:
        """Have it make its part of the index meanwhile."""
        self._send("finish", [*missing])

    def wait(self) -> None:
        """Wait until its part of the index is made."""
        self._receive("made")

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
