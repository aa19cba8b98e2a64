"""The rows of the table that are about a slow link."""

import time
from collections.abc import Iterator
from statistics import median

from tests.bench.bench import Bench
from tests.bench.marker import SETTLED, Marker, learn
from tests.bench.plan import WIDE
from tests.bench.programs import Program
from tests.bench.screen import Picture
from tests.bench.slow_link import FarTerminal, Link
from tests.bench.table import Goal, Row
from tests.bench.terminal import STARTING

_HELD = 1.0
_QUIET = SETTLED + 1
"""Seconds without a byte after which no more comes over a link."""
_REPEAT = 1 / 25
"""Seconds from one repetition of a held key to the next: the cursor moves all the while, and never comes to the end."""
_LINKS = {"": Link(), ", compressed as by ssh -C": Link(compressed=True)}
_ON = f"{_LINKS[''].round_trip * 1000:.0f} ms, {_LINKS[''].bits // 1000} kbit/s"


def far_away(bench: Bench) -> Iterator[Row]:
    """Yield what a person waits for at the end of a slow link, beyond the time that the link takes itself."""
    ours, bare = bench.programs.sitroom(), bench.programs.bare()
    stock = ours._replace(command=(*ours.command, "--wire", "stock"))
    markers = [_marker(program) for program in (ours, bare, stock)]
    for how, link in _LINKS.items():
        frames, tails = zip(
            *(
                _figures(bench, program, marker, link)
                for program, marker in zip((ours, bare, stock), markers, strict=True)
            ),
            strict=True,
        )
        yield Row(f"first screen on {_ON}{how}", "time", frames[0], Goal("0.6 s", most=0.6), frames[1])
        yield Row(f"first screen on {_ON}{how}, --wire stock", "time", frames[2])
        what = f"key held one second on {_ON}{how}: stale tail"
        yield Row(what, "time", tails[0], Goal("0.6 s", most=0.6), tails[1])
        yield Row(f"{what}, --wire stock", "time", tails[2])


def _marker(program: Program) -> Marker:
    with program.on(WIDE) as terminal:
        return learn(terminal)


def _figures(bench: Bench, program: Program, marker: Marker, link: Link) -> tuple[float, float]:
    each = [_held(program, marker, link) for _ in range(max(1, bench.plan.processes // 2))]
    frames, tails = zip(*each, strict=True)
    return median(frames), median(tails)


def _held(program: Program, marker: Marker, link: Link) -> tuple[float, float]:
    """Hold a key down for a second: the seconds to the first screen, and those in which the cursor still moves then.

    The time that a key takes to the program and its frame back again is the link's, and not counted.
    """
    with FarTerminal(program.command, WIDE, program.environment, program.folder, link) as terminal:
        if not terminal.listen_for(marker.text.encode(), STARTING):
            raise RuntimeError(f"{program.name}: {marker.text!r} was never written")
        terminal.listen(_QUIET, STARTING)
        shown = terminal.complete() - terminal.started
        released = _hold(terminal)
        terminal.listen(_QUIET, STARTING)
        return shown - link.round_trip / 2, max(0.0, _last_move(terminal, marker) - released - link.round_trip)


def _hold(terminal: FarTerminal) -> float:
    """Hold the key; return when it was last repeated."""
    at = begun = terminal.write(b"j")
    while (now := time.perf_counter()) < begun + _HELD:
        terminal.listen_once(max(0.0, at + _REPEAT - now))
        if time.perf_counter() >= at + _REPEAT:
            at = terminal.write(b"j")
    return at


def _last_move(terminal: FarTerminal, marker: Marker) -> float:
    rows: list[int | None] = [None]
    moved = 0.0

    def moves(picture: Picture) -> bool:
        row = marker.line_of(picture)
        if row is None or row == rows[-1]:
            return False
        rows.append(row)
        return True

    while at := terminal.first_time(moves):
        moved = at
    return moved
