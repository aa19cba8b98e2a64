"""A guest who comes with OpenSSH over a slow link: when the first screen is there, and what a held key costs."""

import shutil
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.crowd import FIRST_ROW
from tests.bench.programs import Program
from tests.bench.screen import Picture, Stream
from tests.bench.serving import Served
from tests.bench.shaped import Link, shaped
from tests.bench.terminal import STARTING, Size, Terminal

LINK = Link(round_trip=0.3, rate=8_000)
SSH = shutil.which("ssh") or ""
_HELD, _REPEATED = 1.0, 30
"""Seconds for which a key is held, and how often it then comes a second, as keyboards send it: the list is longer."""
_LIST = 24
"""Columns at the left that are the list's alone."""
_QUIET = 2.0


class Far(NamedTuple):
    """Seconds of the first screen beyond ssh's own, and of the stale tail beyond a round trip."""

    first: float
    tail: float


def far(served: Served, folder: Path, size: Size, times: int, *options: str) -> Far:
    """Return the medians of so many visits over the link, with these options of ssh."""
    with shaped(served.port, LINK) as port:
        dumb = served.ssh(SSH, folder, port, *options, term="dumb")
        ours = served.ssh(SSH, folder, port, *options)
        own = median(_until(dumb, size, b"sitroom: TERM") for _ in range(times))
        first = median(_until(ours, size, FIRST_ROW) for _ in range(times))
        return Far(first - own, median(_tail(ours, size) for _ in range(times)))


def _until(program: Program, size: Size, text: bytes) -> float:
    """Return the seconds from the start of a client until it was told something."""
    with program.on(size) as terminal:
        if not terminal.listen_for(text, STARTING):
            raise RuntimeError(f"{program.name} was never told {text!r}: {terminal.said!r}")
        return time.perf_counter() - terminal.started


def _tail(program: Program, size: Size) -> float:
    """Hold a key; return the seconds from its release until the list stands still, beyond a round trip."""
    with program.on(size) as terminal:
        if not terminal.listen_for(FIRST_ROW, STARTING):
            raise RuntimeError(f"{program.name} shows nothing: {terminal.said!r}")
        terminal.listen(_QUIET)
        end = time.perf_counter() + _HELD
        while time.perf_counter() < end:
            released = terminal.write(b"j")
            _listen_until(terminal, released + 1 / _REPEATED)
        terminal.listen(_QUIET)
        return max(0.0, _last_change(terminal, size) - released - LINK.round_trip)


def _listen_until(terminal: Terminal, end: float) -> None:
    while (left := end - time.perf_counter()) > 0:
        terminal.listen_once(left)


def _last_change(terminal: Terminal, size: Size) -> float:
    """Return when the list last changed."""
    picture = Picture(size.width, size.height)
    stream = Stream(picture)
    shown, at = None, 0.0
    for piece in terminal.pieces:
        stream.feed(piece.text)
        listed = [line[:_LIST] for line in picture.display[2:-1]]
        if listed != shown:
            shown, at = listed, piece.at
    return at
