"""From the start of a fresh process to a frame that can be read, and to a first key answered."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from tests.bench.bench import in_turns
from tests.bench.marker import SETTLED, Marker, learn
from tests.bench.programs import Program
from tests.bench.terminal import STARTING, Size

_PREPARING = 1800.0
"""Seconds that a program is waited for, at most, which has an index to make first."""
_TRIES = 3


class Start(NamedTuple):
    """Seconds from the start of the process; bytes of the first screen and of resident memory after it."""

    readable: float
    live: float
    painted: float
    resident: float


def starts(programs: Sequence[Program], size: Size, processes: int) -> list[Start]:
    """Return the medians of so many fresh processes of each program, after a warm-up."""
    markers = {}
    for program in programs:
        with program.on(size) as terminal:
            markers[program.command] = learn(terminal)
    each = in_turns(programs, processes, lambda program: _start(program, size, markers[program.command]))
    return [Start(*(median(figures) for figures in zip(*of_one, strict=True))) for of_one in each]


def start_unprepared(prepared: Program, program: Program, size: Size) -> Start:
    """Return one start of a program that finds nothing prepared; what it looks like is learnt of the prepared one."""
    with prepared.on(size) as terminal:
        marker = learn(terminal)
    return _start(program, size, marker, _PREPARING)


def _start(program: Program, size: Size, marker: Marker, patience: float = STARTING) -> Start:
    """Return a start in which the first key was answered: some that read a large table lose one now and then."""
    for _ in range(_TRIES):
        start = _try(program, size, marker, patience)
        if start is not None:
            return start
    raise RuntimeError(f"{program.name}: the first key was not answered")


def _try(program: Program, size: Size, marker: Marker, patience: float) -> Start | None:
    """Press a key at once when the first row can be read, as a person does who knows where to go."""
    with program.on(size) as terminal:
        if not terminal.listen_for(marker.text.encode(), patience):
            raise RuntimeError(f"{program.name}: {marker.text!r} was never written")
        terminal.write(b"j")
        terminal.listen(SETTLED, STARTING)
        readable = terminal.first_time(marker.readable)
        live = None
        while live is None and (not terminal.drawn or terminal.listen(SETTLED, STARTING)):
            live = terminal.first_time(lambda picture: marker.line_of(picture) == 1)
        if readable is None or live is None:
            return None
        terminal.listen(SETTLED)
        painted = float(terminal.written_until(live))
        return Start(readable - terminal.started, live - terminal.started, painted, terminal.resident)
