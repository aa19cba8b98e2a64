"""The installed program on a pty of its own, before a terminal that answers as a test wants it to."""

import fcntl
import heapq
import os
import pty
import random
import re
import select
import struct
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from tests.tui.cli.running import PROGRAM, environment
from tests.tui.wire.picture import Screen

PATIENCE = 30.0
ASK, ANSWER, SYNCHRONISES = b"\x1b[5n", b"\x1b[0n", b"\x1b[?2026;2$y"
DONE = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?1004l", b"\x1b[<u")
"""What gives a terminal back: its own screen, cursor, mouse, paste, focus, keys."""
_QUESTIONS = re.compile(rb"\x1b\[(?:(?P<status>5n)|\?2026\$p)")

Delay = Callable[[], float | None]
"""Gives the seconds after which the next question is answered; None for never."""


def at_once() -> float | None:
    """Answer at once."""
    return 0.0


def never() -> float | None:
    """Never answer."""
    return None


def some_time(seed: int) -> Delay:
    """Answer whenever."""
    chance = random.Random(seed)
    return lambda: chance.choice([0.0, 0.0, 0.002, 0.02, 0.1])


class Sitting:
    """One program from its start to its end."""

    def __init__(
        self,
        home: Path,
        *words: str | Path,
        size: tuple[int, int] = (80, 24),
        answers: Delay = at_once,
        synchronises: bool = False,
        program: Sequence[str] = PROGRAM,
        changed: Mapping[str, str] = MappingProxyType({}),
        codec: str = "utf-8",
    ) -> None:
        """Start it; `changed` is what its environment has other than that of an xterm, `codec` what that shows."""
        self.said = b""
        self.screen = Screen(*size)
        self._decode = getincrementaldecoder(codec)().decode
        self._answers, self._synchronises = answers, synchronises
        self._owed: list[tuple[float, bytes]] = []
        self._asked = 0
        self.status: int | None = None
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            _become([*program, *map(str, words)], size, {**at_home(home), **changed})
        self.modes = termios.tcgetattr(self.master)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        if self.master >= 0:
            os.close(self.master)

    # -- the person

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.master, keys)

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(width, height)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self.master)
        self.master = -1
        self._owed.clear()

    def fill(self) -> None:
        """Write to the terminal, as another program might, until nothing more goes in."""
        another = os.open(f"/proc/{self.pid}/fd/1", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        with suppress(BlockingIOError):
            while os.write(another, b"x" * 1000):
                continue
        os.close(another)

    # -- the terminal

    def listen(self, wait: float = 0.02) -> bool:
        """Show what comes within so many seconds, and answer; tell whether anything came."""
        while self._owed and self._owed[0][0] <= time.monotonic():
            os.write(self.master, heapq.heappop(self._owed)[1])
        if self.master < 0 or not select.select([self.master], [], [], wait)[0]:
            return False
        try:
            said = os.read(self.master, 1 << 16)
        except OSError:  # the program has left the terminal
            return False
        self.said += said
        self.screen.feed(self._decode(said).encode())
        self._owe()
        return bool(said)

    def _owe(self) -> None:
        for asked in _QUESTIONS.finditer(self.said, self._asked):
            self._asked = asked.end()
            delay = self._answers()
            answer = ANSWER if asked["status"] else SYNCHRONISES if self._synchronises else b""
            if delay is not None and answer:
                heapq.heappush(self._owed, (time.monotonic() + delay, answer))

    @property
    def asked(self) -> int:
        """How often the program has asked whether all has been drawn."""
        return self.said.count(ASK)

    @property
    def owes(self) -> int:
        """How many answers the terminal has still to give."""
        return len(self._owed)

    def until(self, so: Callable[[], bool]) -> bool:
        """Listen until something is so; tell whether it came to be."""
        end = time.monotonic() + PATIENCE
        while not so():
            if time.monotonic() > end or self.status is not None:
                return False
            self.listen()
        return True

    def shows(self, text: str) -> bool:
        """Listen until a text is shown."""
        return self.until(lambda: text in self.screen.text)

    def hides(self, text: str) -> bool:
        """Listen until a text is not shown any more."""
        return self.until(lambda: text not in self.screen.text)

    # -- the end

    def ended(self) -> int:
        """Listen until the program has ended; return its exit code."""
        assert self.until(lambda: not self.listen(0.01) and self.has_ended()), "it has not ended"
        while self.master >= 0 and self.listen(0.05):
            continue
        assert self.status is not None
        return os.waitstatus_to_exitcode(self.status)

    def ends_unheard(self) -> bool:
        """Wait for the end and read nothing; tell whether it came."""
        end = time.monotonic() + PATIENCE
        while not self.has_ended() and time.monotonic() < end:
            select.select([], [], [], 0.01)
        return self.status is not None

    def has_ended(self) -> bool:
        """Tell whether the program has ended."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self.status = status
        return bool(pid)

    def left_as_found(self) -> bool:
        """Tell whether the terminal was given back as it was."""
        at_the_end = self.said[self.said.rindex(b"\x1b[?2004l") :]
        return all(done in at_the_end for done in DONE) and self.modes_are_back()

    def modes_are_back(self) -> bool:
        """Tell whether the modes of the tty are as before."""
        return termios.tcgetattr(self.master) == self.modes


def at_home(home: Path) -> dict[str, str]:
    """Return the environment of a person on an xterm, with a home folder of their own."""
    folders = {"HOME": home, "XDG_CACHE_HOME": home / "cache", "XDG_STATE_HOME": home / "state"}
    there = environment(LC_ALL="C.UTF-8", **{name: str(folder) for name, folder in folders.items()})
    return {name: value for name, value in there.items() if name not in ("COLORTERM", "NO_COLOR", "TMUX")}


def _become(command: list[str], size: tuple[int, int], there: dict[str, str]) -> None:
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execvpe(command[0], command, there)  # noqa: S606  (it is to have the pty, and no shell)
    finally:
        os._exit(127)
