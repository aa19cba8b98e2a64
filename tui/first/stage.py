"""The terminal, taken for the first picture and held until Textual's driver has it.

Keys pressed meanwhile are neither echoed nor lost: they wait in the terminal's queue. However it ends in between, the
terminal is given back as it was.
"""

import os
import select
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

# As Textual's driver will set them: all keys come at once, unchanged, and none is shown.
_NOT_LOCAL = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_NOT_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
_INPUT, _LOCAL, _CONTROLS = 0, 3, 6
"""Where `tcgetattr` has them."""

_OTHER_SCREEN = "\x1b[?1049h\x1b[?25l\x1b[?7l"
_GIVEN_BACK = "\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
WAITING = {signal.SIGTSTP}
"""A stop waits until the driver has the terminal: before, nobody could give it back to the shell and take it again."""
_SIGNALLED = 128
_PATIENCE = 0.15
"""Seconds that a terminal has to read at the end."""


class Stage:
    """The terminal, before Textual has it."""

    def __init__(self) -> None:
        self.attributes: list[Any] | None = None
        """What `termios.tcgetattr` gave before anything was changed; None as long as the terminal was not taken."""
        self.left = False
        """Whether Textual's driver has the terminal: from then on it gives it back."""
        self._before: dict[int, Any] = {}

    def show(self, picture: str) -> bool:
        """Show a picture in place of the one before; False, and nothing shown, where the terminal is not ours."""
        if self.attributes is None:
            if not self._take():
                return False
            picture = _OTHER_SCREEN + picture
        _write(picture)
        return True

    def leave(self) -> None:
        """Let Textual's driver have the terminal."""
        self.left = True
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITING)

    def _take(self) -> bool:
        keyboard = sys.stdin.fileno()
        try:
            attributes = termios.tcgetattr(keyboard)
            in_front = os.tcgetpgrp(keyboard) == os.getpgrp()
        except (OSError, termios.error):
            return False
        if not in_front:  # in the background of a shell: who touches the terminal is stopped
            return False
        self.attributes = list(attributes)
        heeded = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
        self._before = {number: signal.signal(number, _leave) for number in heeded}
        signal.pthread_sigmask(signal.SIG_BLOCK, WAITING)
        termios.tcsetattr(keyboard, termios.TCSANOW, _raw(attributes))
        return True

    def give_back(self) -> None:
        """Have the terminal as it was, unless the driver has it, or nobody took it."""
        if self.left or self.attributes is None:
            return
        with suppress(OSError, termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self.attributes)
            # A terminal that reads nothing, as behind a dead link, loses what it has not read: nobody waits for it.
            if not (select.select([], [sys.stdout], [], _PATIENCE)[1] and _write_at_once(_GIVEN_BACK)):
                termios.tcflush(sys.stdout.fileno(), termios.TCOFLUSH)
                _write_at_once(_GIVEN_BACK)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITING)


@contextmanager
def stage() -> Iterator[Stage]:
    """Give the terminal to show pictures on, and take it back at the end."""
    given = Stage()
    try:
        yield given
    finally:
        given.give_back()


def _raw(attributes: list[Any]) -> list[Any]:
    """Return the attributes as Textual's driver will set them."""
    changed = list(attributes)
    changed[_INPUT] &= ~_NOT_INPUT
    changed[_LOCAL] &= ~_NOT_LOCAL
    changed[_CONTROLS] = list(attributes[_CONTROLS])
    changed[_CONTROLS][termios.VMIN] = 1
    return changed


def _write(text: str) -> None:
    left = memoryview(text.encode())
    while left:
        left = left[os.write(sys.stdout.fileno(), left) :]


def _write_at_once(text: str) -> bool:
    """Write without waiting for a terminal to read; tell whether it took all. It may have had room for less."""
    output, bytes_ = sys.stdout.fileno(), text.encode()
    os.set_blocking(output, False)
    try:
        return os.write(output, bytes_) == len(bytes_)
    except BlockingIOError:
        return False
    finally:
        os.set_blocking(output, True)  # the shell shares the file


def _leave(number: int, _: object) -> NoReturn:
    sys.exit(_SIGNALLED + number)
