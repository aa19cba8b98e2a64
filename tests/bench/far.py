"""A guest who comes with OpenSSH over a slow link: when the first screen is there, and what a held key costs."""

import shutil
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.crowd import FIRST_ROW
from tests.bench.link import Link
from tests.bench.link_rows import marker_on
from tests.bench.marker import Marker
from tests.bench.pressing import QUIET, echoes, tail
from tests.bench.programs import Program
from tests.bench.serving import Served
from tests.bench.shaped import shaped
from tests.bench.terminal import STARTING, Size

LINK = Link()
SSH = shutil.which("ssh") or ""


class Far(NamedTuple):
    """Seconds of the first screen beyond ssh's own, and beyond a round trip: of the stale tail, and to each echo."""

    first: float
    tail: float
    echoes: list[float]


def far(served: Served, folder: Path, size: Size, times: int, *options: str) -> Far:
    """Return the medians of so many visits over the link, with these options of ssh."""
    marker = marker_on(served.ssh(SSH, folder, served.port, *options), size)
    with shaped(served.port, LINK) as port:
        dumb = served.ssh(SSH, folder, port, *options, term="dumb")
        ours = served.ssh(SSH, folder, port, *options)
        own = median(_until(dumb, size, b"sitroom: TERM") for _ in range(times))
        first = median(_until(ours, size, FIRST_ROW) for _ in range(times))
        visits = [_pressed(ours, size, marker) for _ in range(times)]
    return Far(
        first - own,
        median(late for late, _ in visits),
        [seconds for _, heard in visits for seconds in heard],
    )


def _until(program: Program, size: Size, text: bytes) -> float:
    """Return the seconds from the start of a client until it was told something."""
    with program.on(size) as terminal:
        if not terminal.listen_for(text, STARTING):
            raise RuntimeError(f"{program.name} was never told {text!r}: {terminal.said!r}")
        return time.perf_counter() - terminal.started


def _pressed(program: Program, size: Size, marker: Marker) -> tuple[float, list[float]]:
    """Hold a key, then type some; return the stale tail and the echoes, beyond a round trip."""
    with program.on(size) as terminal:
        if not terminal.listen_for(FIRST_ROW, STARTING):
            raise RuntimeError(f"{program.name} shows nothing: {terminal.said!r}")
        terminal.listen(QUIET)
        late = max(0.0, tail(terminal, marker) - LINK.round_trip)
        return late, [seconds - LINK.round_trip for seconds in echoes(terminal, marker)]
