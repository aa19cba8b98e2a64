"""The way out to a terminal's file: a thread writes, so that a terminal that does not read holds up nobody."""

import os
import select
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread


class Outlet:
    """Bytes on their way to a file descriptor, in order. A terminal that has gone takes all and shows nothing."""

    def __init__(self, fileno: int, written: Callable[[], None]) -> None:
        """`written` is called, in the thread, whenever all has been written."""
        self._fileno = fileno
        self._written = written
        self._waiting = b""
        self._busy = False
        self._stopped = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="wire-out", daemon=True)
        self._thread.start()

    def write(self, text: bytes) -> None:
        """Have this written after what waits."""
        with self._changed:
            self._waiting += text
            self._busy = True
            self._changed.notify_all()

    def drain(self, patience: float) -> bool:
        """Wait until all has been written, for so many seconds at most; tell whether it has."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy, patience)

    def stop(self, patience: float) -> None:
        """Write what waits, then write no more. A terminal that reads nothing loses what it has not read yet."""
        if not self.drain(patience):
            with suppress(termios.error):
                termios.tcflush(self._fileno, termios.TCOFLUSH)
            self.drain(patience)
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join(patience)

    def _run(self) -> None:
        while text := self._next():
            with suppress(OSError):
                _write_all(self._fileno, text)
            with self._changed:
                self._busy = bool(self._waiting)
                busy = self._busy
                self._changed.notify_all()
            if not busy:
                self._written()

    def _next(self) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopped)
            text, self._waiting = self._waiting, b""
            return text


def _write_all(fileno: int, text: bytes) -> None:
    left = memoryview(text)
    while left:
        try:
            left = left[os.write(fileno, left) :]
        except BlockingIOError:  # some other program that has the file has made it so
            select.select([], [fileno], [])
