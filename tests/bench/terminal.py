"""A program on a pty, and the terminal that it talks to: keys go in, bytes come out with the time they came.

Nothing is drawn while the program works: pieces are kept with their times, and the picture is made of them afterwards,
so that measuring does not slow what is measured.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.bench.answers import Answers
from tests.bench.screen import Picture, Stream

STARTING = 60.0
"""Seconds that a program is waited for, at most."""


class Size(NamedTuple):
    """Columns and lines."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


class Piece(NamedTuple):
    """What one read gave, and when: seconds of `time.perf_counter`."""

    at: float
    text: bytes


class Terminal:
    """One program from its start to its end. Times are seconds of `time.perf_counter`."""

    def __init__(self, command: Sequence[str], size: Size, environment: Mapping[str, str], folder: Path) -> None:
        self._pieces: list[Piece] = []
        self._drawn = 0
        self._answers = Answers()
        self._picture = Picture(size.width, size.height)
        self._stream = Stream(self._picture)
        self.ended = False
        self.status: int | None = None
        self.started = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            _become(command, size, environment, folder)
        self.modes = termios.tcgetattr(self._master)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- what comes

    def listen(self, quiet: float, patience: float | None = None) -> list[Piece]:
        """Return what comes until nothing has come for `quiet` seconds; the first piece may take `patience` seconds."""
        heard = len(self._pieces)
        wait = quiet if patience is None else patience
        while self._hear(wait):
            wait = quiet
        return self._pieces[heard:]

    def listen_for(self, text: bytes, patience: float) -> bool:
        """Listen until the program has written this; tell whether it has within so many seconds."""
        end = time.perf_counter() + patience
        searched = b""
        while (left := end - time.perf_counter()) > 0 and self._hear(left):
            searched += self._pieces[-1].text
            if text in searched:
                return True
            searched = searched[-len(text) :]
        return False

    def listen_once(self, patience: float) -> bool:
        """Listen for one piece; tell whether one came within so many seconds."""
        return self._hear(patience)

    def _hear(self, wait: float) -> bool:
        if self.ended or not select.select([self._master], [], [], wait)[0]:
            return False
        try:
            text = os.read(self._master, 1 << 16)
        except OSError:
            text = b""
        self._pieces.append(Piece(time.perf_counter(), text))
        if not text:
            self._pieces.pop()
            self.ended = True
            return False
        for answer in self._answers.to(text):
            self.write(answer)
        return True

    def written_until(self, at: float) -> int:
        """Return the bytes that had come before a time."""
        return sum(len(piece.text) for piece in self._pieces if piece.at < at)

    @property
    def pieces(self) -> Sequence[Piece]:
        """All that has come, piece by piece."""
        return self._pieces

    @property
    def said(self) -> bytes:
        """All that the program has written."""
        return b"".join(piece.text for piece in self._pieces)

    # -- what goes

    def write(self, keys: bytes) -> float:
        """Send keys; return when."""
        at = time.perf_counter()
        with suppress(OSError):  # the program has gone: whoever waits for its answer will find out
            os.write(self._master, keys)
        return at

    # -- what is shown

    @property
    def picture(self) -> Picture:
        """What the terminal shows now."""
        self.first_time(lambda _: False)
        return self._picture

    def first_time(self, shown: Callable[[Picture], bool]) -> float | None:
        """Return when what has not been drawn yet first made a picture of which this is true; None if it did not."""
        while self._drawn < len(self._pieces):
            at, text = self._pieces[self._drawn]
            self._drawn += 1
            self._stream.feed(text)
            if shown(self._picture):
                return at
        return None

    @property
    def drawn(self) -> bool:
        """Whether all that has come is in the picture."""
        return self._drawn == len(self._pieces)

    # -- how it ends

    @property
    def resident(self) -> int:
        """Bytes of memory that the program and what it has started hold now."""
        return sum(_resident(pid) for pid in _family(self.pid))

    def modes_now(self) -> list[object]:
        """Return the modes of the tty, as termios gives them."""
        return list(termios.tcgetattr(self._master))

    def wait(self, patience: float) -> bool:
        """Wait until the program has ended; tell whether it has within so many seconds."""
        end = time.perf_counter() + patience
        while self.status is None and time.perf_counter() < end:
            self._hear(0.002)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
                self.listen(0.01)
        return self.status is not None

    def close(self) -> None:
        """Hang up, and kill what does not go."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)


def _become(command: Sequence[str], size: Size, environment: Mapping[str, str], folder: Path) -> None:
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size.height, size.width, 0, 0))
        os.chdir(folder)
        os.execvpe(command[0], list(command), dict(environment))  # noqa: S606  (it is to have the pty, and no shell)
    finally:
        os._exit(127)


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        with suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
