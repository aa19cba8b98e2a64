"""What is left behind when the terminal goes away."""

import os
import signal

from tests.bench.marker import SETTLED, settle
from tests.bench.programs import Program
from tests.bench.terminal import Size

AT_ONCE = 0.5
"""Seconds in which a program must be gone."""

# What a program does to a terminal, and how it is undone: other screen, hidden cursor, mouse, paste, keys.
_UNDOING = (
    (b"\x1b[?1049h", b"\x1b[?1049l"),
    (b"\x1b[?25l", b"\x1b[?25h"),
    (b"\x1b[?1000h", b"\x1b[?1000l"),
    (b"\x1b[?1003h", b"\x1b[?1003l"),
    (b"\x1b[?2004h", b"\x1b[?2004l"),
    (b"\x1b[>1u", b"\x1b[<u"),
)


def hung_up(program: Program, size: Size, times: int) -> float:
    """Return the share of so many hang-ups after which the program was gone at once and the terminal as before."""
    return sum(_leaves_clean(program, size) for _ in range(times)) / times


def _leaves_clean(program: Program, size: Size) -> bool:
    with program.on(size) as terminal:
        settle(terminal)
        os.kill(terminal.pid, signal.SIGHUP)
        if not terminal.wait(AT_ONCE):
            return False
        said = terminal.said
        undone = all(said.rfind(undo) >= said.rfind(do) for do, undo in _UNDOING)
        return undone and terminal.modes_now() == terminal.modes


def came_back(program: Program, size: Size, times: int) -> float:
    """Return the share of so many hang-ups after which the program begins where it was left."""
    return sum(_comes_back(program, size) for _ in range(times)) / times


def _comes_back(program: Program, size: Size) -> bool:
    with program.on(size) as terminal:
        settle(terminal)
        terminal.write(b"j\r")
        terminal.listen(SETTLED)
        left = terminal.picture.display[0]  # the way here, and the lens
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.wait(AT_ONCE)
    with program.on(size) as terminal:
        settle(terminal)
        return terminal.picture.display[0] == left
