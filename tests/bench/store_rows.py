"""The rows of the table that are about stores: of any size, searched, filled, and what survives."""

from collections.abc import Iterator
from statistics import median

from tests.bench import keys
from tests.bench.bench import Bench, percentile
from tests.bench.inside import run_inside
from tests.bench.leaving import came_back, hung_up
from tests.bench.plan import WIDE
from tests.bench.programs import environment
from tests.bench.starting import start_unprepared, starts
from tests.bench.stores import Given
from tests.bench.table import Goal, Row, written

_MILLION = 1_000_000


def indexing(bench: Bench, given: Given) -> Iterator[Row]:
    """Yield what making an index costs, and what a kept one does; a million events are indexed once only."""
    processes = bench.plan.processes if given.events < _MILLION else 1
    goals = {100_000: Goal("3 s", most=3), _MILLION: Goal("30 s", most=30)}
    cold = bench.workshop.open_cold(given.store, processes)
    least = run_inside("floor", given.store, environment=environment(bench.cache))
    alone = f"orjson alone: {written(least['parse'], 'time')}, SQLite alone: {written(least['insert'], 'time')}"
    yield Row(f"index made, {given.name} ({alone})", "time", cold.seconds, goals.get(given.events))
    yield Row(f"index made, {given.name}: processor", "time", cold.processor)
    yield Row(f"index made, {given.name}: memory at most", "memory", cold.peak)
    warm = bench.workshop.open_warm(given.store, bench.plan.processes, bench.cache)
    yield Row(f"index kept, {given.name}: opened", "time", warm.seconds)
    ready = bench.programs.sitroom(given.store, bench.cache)
    with bench.workshop.empty_cache() as nothing:
        first = start_unprepared(ready, bench.programs.sitroom(given.store, nothing), WIDE)
    # Half of it: whoever waits for the index comes near to the whole, and on a busy machine at times below it.
    meanwhile = Goal("usable meanwhile", most=cold.seconds / 2)
    yield Row(f"first readable frame, {given.name}, no index yet", "time", first.readable, meanwhile)


def starting(bench: Bench, given: Given) -> Iterator[Row]:
    """Yield what a start costs when the index is there; visidata reads the events as CSV."""
    programs = [bench.programs.sitroom(given.store, bench.cache), bench.programs.sitroom()]
    if given.events < _TYPED_AHEAD:
        programs.append(bench.programs.visidata(given.table))
    ours, shipped, *peers = starts(programs, WIDE, bench.plan.processes)
    visidata = peers[0] if peers else None
    near = Goal(f"within 10 % of shipped, {written(shipped.live, 'time')}", most=1.1 * shipped.live)
    memory = Goal("75 MB", most=75e6)
    frame = Goal("40 ms", most=0.04)
    readable, live, resident = (visidata.readable, visidata.live, visidata.resident) if visidata else (None,) * 3
    yield Row(f"first readable frame, {given.name}", "time", ours.readable, frame, visidata=readable)
    yield Row(f"live, {given.name}", "time", ours.live, near, visidata=live)
    yield Row(f"resident memory, {given.name}", "memory", ours.resident, memory, visidata=resident)


def finding(bench: Bench, given: Given) -> Iterator[Row]:
    """Yield what a letter typed into find costs: its answer, and its frame."""
    goal = Goal("20 ms", most=0.02) if given.events == _MILLION else Goal("5 ms", most=0.005)
    found = bench.workshop.find(given.store, bench.plan.words, bench.cache)
    yield Row(f"find as you type, {given.name}: p95", "time", percentile(found.seconds, 95), goal)
    screen = keys.letters(bench.programs.sitroom(given.store, bench.cache), WIDE, found.words)
    yield Row(f"find as you type, {given.name}, on the screen: p95", "time", percentile(screen, 95))


def asking(bench: Bench, given: Given) -> Iterator[Row]:
    """Yield what the questions of all five panes cost together, asked for the first time, through lenses."""
    for lens, seconds in run_inside("ask", given.store, environment=environment(bench.cache, bench.cache)).items():
        yield Row(f"what five panes ask, {given.name}, {lens}: processor", "time", seconds)


def changing(bench: Bench, given: Given) -> Iterator[Row]:
    """Yield what a small change of an indexed store costs: until it is on the disk, indexed, and to be found."""
    made = run_inside("change", given.store, bench.plan.moves, environment=environment(bench.cache, bench.cache))
    yield Row(f"small change, {given.name}: p50", "time", median(made["seconds"]))
    yield Row(f"small change, {given.name}: the slowest of {bench.plan.moves}", "time", max(made["seconds"]))
    yield Row(f"small change, {given.name}: bytes written", "bytes", median(made["written"]))


def importing(bench: Bench) -> Iterator[Row]:
    """Yield what bringing a data set in costs; memory is flat where ten times the rows take no more."""
    rows = bench.plan.import_rows
    few, many = (bench.workshop.bring_in(bench.programs.sitroom(), bench.stores.ged(n), n) for n in (rows // 10, rows))
    plain = run_inside("csv", bench.stores.ged(rows), environment=environment(bench.cache))
    rate = plain["rows"] / plain["seconds"]
    yield Row(f"import, UCDP GED, {rows:,} rows (csv alone: {rate:,.0f} rows/s)", "rate", many.rate, _RATE)
    flat = Goal(f"flat: as {rows // 10:,} rows, {few.peak / 1e6:,.0f} MB", most=1.1 * few.peak)
    yield Row(f"import, UCDP GED, {rows:,} rows: memory at most", "memory", many.peak, flat)


_TYPED_AHEAD = 100_000
"""Events from which on visidata loses a key that is typed while it reads them: it has no first key to time."""
_RATE = Goal("20,000 rows/s", least=20_000)


def surviving(bench: Bench) -> Iterator[Row]:
    """Yield what is lost when a writer is killed, and what is left behind by a hang-up."""
    kills, hang_ups = bench.plan.kills, bench.plan.hang_ups
    fault = bench.workshop.kill_writers(kills)
    whole = Goal("0 lost, 0 torn", most=0)
    yield Row(f"kill -9 while writing, {kills:,} times", "faults", None if fault else 0, whole, note=fault)
    clean = Goal("100 %", least=1)
    ours, bare = (hung_up(program, WIDE, hang_ups) for program in (bench.programs.sitroom(), bench.programs.bare()))
    yield Row(f"hang-up, {hang_ups} times: gone in 0.5 s, terminal restored", "share", ours, clean, bare)
    saved = came_back(bench.programs.sitroom(), WIDE, hang_ups)
    yield Row(f"hang-up, {hang_ups} times: session saved", "share", saved, clean)
