"""The terminal, taken for the first picture and held until Textual's driver has it.

Keys pressed meanwhile are neither echoed nor lost: they wait in the terminal's queue. However it ends in between, the
terminal is given back as it was.
"""

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

from tui.wire.begun import WAITING, Begun
from tui.wire.cells import Cells
from tui.wire.difference import Pen
from tui.wire.moves import Spot
from tui.wire.terminals import Abilities

# As Textual's driver will set them: all keys come at once, unchanged, and none is shown.
_NOT_LOCAL = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_NOT_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
_INPUT, _LOCAL, _CONTROLS = 0, 3, 6
"""Where `tcgetattr` has them."""

_OTHER_SCREEN = "\x1b[?1049h\x1b[?25l\x1b[?7l"
_GIVEN_BACK = "\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
_SIGNALLED = 128


@contextmanager
def stage(cells: Cells, able: Abilities) -> Iterator[Begun | None]:
    """Show a picture, and give what the driver must know of it; None, and nothing shown, where this is no terminal."""
    keyboard, screen = sys.stdin.fileno(), sys.stdout.fileno()
    try:
        attributes = termios.tcgetattr(keyboard)
        in_front = os.tcgetpgrp(keyboard) == os.getpgrp()
    except (OSError, termios.error):
        in_front = False
    if not in_front:  # in the background of a shell, or nowhere: who touches the terminal is stopped
        yield None
        return
    picture = Pen(able).draw([None] * cells.height, cells, range(cells.height), Spot(0, 0))
    begun = Begun(cells, list(attributes))
    heeded = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, _leave) for number in heeded}
    signal.pthread_sigmask(signal.SIG_BLOCK, WAITING)
    try:
        termios.tcsetattr(keyboard, termios.TCSANOW, _raw(attributes))
        _write(screen, _OTHER_SCREEN + picture)
        yield begun
    finally:
        if not begun.taken:
            with suppress(OSError, termios.error):
                termios.tcsetattr(keyboard, termios.TCSANOW, attributes)
                _write(screen, _GIVEN_BACK)
            for number, handler in before.items():
                signal.signal(number, handler)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITING)


def _raw(attributes: list[Any]) -> list[Any]:
    """Return the attributes as Textual's driver will set them."""
    changed = list(attributes)
    changed[_INPUT] &= ~_NOT_INPUT
    changed[_LOCAL] &= ~_NOT_LOCAL
    changed[_CONTROLS] = list(attributes[_CONTROLS])
    changed[_CONTROLS][termios.VMIN] = 1
    return changed


def _write(file: int, text: str) -> None:
    left = memoryview(text.encode())
    while left:
        left = left[os.write(file, left) :]


def _leave(number: int, _: object) -> NoReturn:
    sys.exit(_SIGNALLED + number)
