"""The rows of the table that are about a slow link."""

from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from tests.bench.bench import Bench, percentile
from tests.bench.link import Link
from tests.bench.marker import Marker, learn
from tests.bench.plan import WIDE
from tests.bench.pressing import QUIET, echoes, tail
from tests.bench.programs import Program
from tests.bench.slow_link import FarTerminal
from tests.bench.table import Goal, Row
from tests.bench.terminal import STARTING, Size

_LINKS = (Link(), Link(compressed=True))
_LANDED = Goal("0.6 s", most=0.6)


class Visit(NamedTuple):
    """Seconds to the first screen, and beyond a round trip: of the stale tail, and to each echo."""

    first: float
    tail: float
    echoes: list[float]


def far_away(bench: Bench) -> Iterator[Row]:
    """Yield what a person waits for at the end of a slow link, beyond the time that the link takes itself."""
    ours, bare = bench.programs.sitroom(), bench.programs.bare()
    stock = ours._replace(command=(*ours.command, "--wire", "stock"))
    programs = [(program, marker_on(program, WIDE)) for program in (ours, bare, stock)]
    times = max(1, bench.plan.processes // 2)
    for link in _LINKS:
        own, least, plain = (
            [visit(program, marker, WIDE, link, types=program is not bare) for _ in range(times)]
            for program, marker in programs
        )
        firsts = [median(each.first for each in of_one) for of_one in (own, least, plain)]
        tails = [median(each.tail for each in of_one) for of_one in (own, least, plain)]
        yield Row(f"first screen on {link}", "time", firsts[0], _LANDED, firsts[1])
        yield Row(f"first screen on {link}, --wire stock", "time", firsts[2])
        what = f"key held one second on {link}: stale tail"
        yield Row(what, "time", tails[0], _LANDED, tails[1])
        yield Row(f"{what}, --wire stock", "time", tails[2])
        for share in (50, 95):
            what = f"eight keys a second on {link}: echo p{share} beyond a round trip"
            yield Row(what, "time", percentile([echo for each in own for echo in each.echoes], share))
            yield Row(f"{what}, --wire stock", "time", percentile([at for each in plain for at in each.echoes], share))


def marker_on(program: Program, size: Size) -> Marker:
    """Return how a program shows its cursor."""
    with program.on(size) as terminal:
        return learn(terminal)


def visit(program: Program, marker: Marker, size: Size, link: Link, *, types: bool = True) -> Visit:
    """Open a program over a link, hold a key down, and type some if asked to.

    The time that a key takes to the program and its frame back again is the link's, and not counted.
    """
    quiet = QUIET + 2 * link.round_trip
    with FarTerminal(program.command, size, program.environment, program.folder, link) as terminal:
        if not terminal.listen_for(marker.text.encode(), STARTING):
            raise RuntimeError(f"{program.name}: {marker.text!r} was never written")
        terminal.listen(quiet, STARTING)
        first = terminal.complete() - terminal.started - link.round_trip / 2
        late = max(0.0, tail(terminal, marker, quiet) - link.round_trip)
        heard = echoes(terminal, marker, quiet) if types else []
        return Visit(first, late, [seconds - link.round_trip for seconds in heard])
