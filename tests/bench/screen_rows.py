"""The rows of the table that are about the shipped store on a screen."""

from collections.abc import Iterator

from tests.bench import keys
from tests.bench.bench import Bench, percentile
from tests.bench.plan import WIDE
from tests.bench.programs import Program
from tests.bench.starting import starts
from tests.bench.table import Goal, Row
from tests.bench.terminal import Size


def starting(bench: Bench, size: Size) -> Iterator[Row]:
    """Yield what a start costs."""
    ours, bare, visidata, anew = starts((*_three(bench), _forgetful(bench)), size, bench.plan.processes)
    frame, memory = Goal("40 ms", most=0.04), Goal("60 MB", most=60e6)
    live = Goal("1.25x bare Textual", most=1.25 * bare.live)
    yield Row(f"first readable frame, {size}", "time", ours.readable, frame, bare.readable, visidata.readable)
    yield Row(f"first readable frame, nothing kept, {size}", "time", anew.readable, frame, bare.readable)
    yield Row(f"live (first key answered), {size}", "time", ours.live, live, bare.live, visidata.live)
    yield Row(f"first screen, {size}: bytes", "bytes", ours.painted, None, bare.painted, visidata.painted)
    yield Row(f"resident memory, {size}", "memory", ours.resident, memory, bare.resident, visidata.resident)


def moving(bench: Bench, size: Size) -> Iterator[Row]:
    """Yield what a step of the cursor costs."""
    plan = bench.plan
    ours, bare, visidata = keys.moves(_three(bench), size, plan.processes, plan.moves)
    for share, goal in ((50, None), (95, Goal("8 ms", most=0.008)), (99, Goal("12 ms", most=0.012))):
        own, least, peer = (percentile(each.running, share) for each in (ours, bare, visidata))
        yield Row(f"key to frame, cursor move, {size}: p{share}", "time", own, goal, least, peer)
    if ours.disturbed:
        late = percentile(ours.disturbed, 95)
        yield Row(f"key to frame while the panes follow, {size}: p95", "time", late, Goal("8 ms", most=0.008))
    written, peers = ours.written, (bare.written.followed, visidata.written.followed)
    yield Row(f"cursor move, {size}: bytes", "bytes", written.frame, Goal("300", most=300), *peers)
    what = f"cursor move with all panes following, {size}: bytes"
    yield Row(what, "bytes", written.followed, Goal("1,500", most=1500), *peers)


def turning(bench: Bench, size: Size) -> Iterator[Row]:
    """Yield what a page costs, and a change of pane."""
    given, programs, processes = bench.stores.generated(bench.plan.events[0]), bench.programs, bench.plan.processes
    three = (programs.sitroom(given.store, bench.cache), programs.bare(), programs.visidata(given.table))
    ours, bare, visidata = (keys.pages(program, size, processes) for program in three)
    peers = (bare.followed, visidata.followed)
    yield Row(f"page down, {size}: bytes", "bytes", ours.frame, Goal("3,000", most=3000), *peers)
    yield Row(f"page down with all panes following, {size}: bytes", "bytes", ours.followed, None, *peers)
    change = keys.panes(programs.sitroom(), size, processes)
    yield Row(f"change of pane focus, {size}: bytes", "bytes", change.followed, Goal("1,000", most=1000))


def idle(bench: Bench) -> Iterator[Row]:
    """Yield what is written while nobody does anything."""
    seconds = bench.plan.idle
    ours, bare, visidata = (keys.idle(program, WIDE, seconds) for program in _three(bench))
    yield Row(f"idle for {seconds:.0f} s: bytes", "bytes", ours, Goal("0", most=0), bare, visidata)


def _forgetful(bench: Bench) -> Program:
    """Return this program where it can keep nothing: each start is the first."""
    program = bench.programs.sitroom()
    return program._replace(environment={**program.environment, "XDG_STATE_HOME": "/dev/null"})


def _three(bench: Bench) -> tuple[Program, Program, Program]:
    programs = bench.programs
    return programs.sitroom(), programs.bare(), programs.visidata(bench.stores.shipped().table)
