"""An index that another process makes, while this one goes on with what a store begins with."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import IO

from store.file.fingerprint import fingerprint
from store.index.another import begin, running
from store.index.cache import keeps, sweep_after
from store.index.database import Database

LONG = 8_000_000
"""Bytes of a store that takes long to index: a second and more."""

MAKER = running("store.index.building")
_PATIENCE = 5.0
"""Seconds in which a process that is told to end has ended."""


def begun(path: Path) -> "tuple[Database, Growth] | None":
    """Return an index of what a store begins with, and the growth of the whole one.

    None where that is no use: the store is soon indexed, no index of it can be kept, or no part of it can be read
    alone. Raises as `open_index` does.
    """
    if fingerprint(path).size < LONG or not sys.executable or not keeps(path):
        return None
    from store.index.making import glimpse

    database = glimpse(path)
    return (database, Growth(path, MAKER)) if database else None


def make_elsewhere(path: Path) -> bool:
    """Have the index of a large store made by another process, and wait for that; False where it is no use.

    This process answers as fast as ever meanwhile.
    """
    if fingerprint(path).size < LONG or not sys.executable or not keeps(path):
        return False
    growth = Growth(path, MAKER)
    growth.wait()
    return not growth.problem


class Growth:
    """How far the making of an index has come.

    `done` records of about `total` are indexed. When it has `ended` the index is whole, or `problem` says in one line
    why it is not. `began` is the state of the store when it began.
    """

    def __init__(self, path: Path, maker: Sequence[str], told: Callable[[], None] | None = None) -> None:
        """Begin. `maker` is the program that makes the index of the store that is named behind it."""
        self.done = 0
        self.total = 0
        self.ended = False
        self.problem = ""
        self.began = fingerprint(path)
        self._path = path
        self._maker = maker
        self._told = told
        self._process = begin([*maker, os.fspath(path.absolute())])
        assert self._process.stdout is not None  # it is a pipe
        self._listener = Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._listener.start()

    @property
    def percent(self) -> int:
        """How much is done, of a hundred."""
        return min(99, 100 * self.done // self.total) if self.total else 0

    def tell(self, told: Callable[[], None] | None) -> None:
        """Have this called when it has come further and when it has ended, in a thread of its own; None ends that."""
        self._told = told
        if told and self.ended:
            told()

    def again(self) -> "Growth":
        """Begin once more: the store has changed meanwhile."""
        return Growth(self._path, self._maker, self._told)

    def cancel(self) -> None:
        """Have it stopped, and taken away what has been made; it has ended soon after."""
        self.problem = self.problem or "stopped"
        assert self._process.stdin is not None  # it is a pipe
        self._process.stdin.close()

    def wait(self) -> None:
        """Wait until it has ended. One that has been cancelled is not waited for long."""
        self._listener.join(_PATIENCE if self.problem else None)
        if not self.ended:
            self._process.kill()
            self._listener.join()

    def _listen(self, lines: IO[bytes]) -> None:
        last = ""
        with self._process, lines:
            for line in lines:
                last = line.decode(errors="replace").strip()
                done, _, total = last.partition(" ")
                if done.isdecimal() and total.isdecimal():
                    self.done, self.total = int(done), int(total)
                    self._tell()
            code = self._process.wait()
        if code and not self.problem:
            self.problem = last if code == 1 and last else f"the program that makes the index has died ({code})"
        if self.problem:
            sweep_after(self._path, self._process.pid)
        self.ended = True
        self._tell()

    def _tell(self) -> None:
        if self._told:
            self._told()
