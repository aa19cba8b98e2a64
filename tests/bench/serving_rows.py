"""The rows of the table that are about guests: of many at once, and of one who is far away."""

import asyncio
from collections.abc import Iterator
from statistics import median

from tests.bench.bench import Bench, percentile
from tests.bench.crowd import crowd
from tests.bench.far import LINK, SSH, far
from tests.bench.plan import SMALL, WIDE
from tests.bench.serving import serving
from tests.bench.table import Goal, Row

_TYPING = 20.0
_LANDED = Goal("0.6 s", most=0.6)
_TIMES = 3


def inside(bench: Bench) -> Iterator[Row]:
    """Yield what guests of one server take, and how soon they are answered when all of them type."""
    guests = bench.plan.guests
    with serving(bench.cache.parent / "served", guests) as served:
        visits = asyncio.run(crowd(served, WIDE, guests, _TYPING))
    yield Row(f"served session, {WIDE}: memory", "memory", visits.memory, Goal("3 MB", most=3e6))
    first = Goal("80 ms", most=0.08)
    yield Row(f"served session, {WIDE}: first frame after login", "time", median(visits.first), first)
    what = f"{guests} served sessions typing, a key a second each"
    yield Row(f"{what}: key p50", "time", percentile(visits.keys, 50))
    yield Row(f"{what}: key p95", "time", percentile(visits.keys, 95), Goal("50 ms", most=0.05))


def far_away(bench: Bench) -> Iterator[Row]:
    """Yield what a guest waits for who comes with OpenSSH over a slow link, without and with its compression."""
    folder = bench.cache.parent / "served"
    with serving(folder, 1) as served:
        for options, how in (((), "ssh"), (("-C",), "ssh -C")):
            screen = f"first screen on {LINK}, {SMALL}, {how}: beyond its own handshake"
            tail = f"key held one second on {LINK}, {SMALL}, {how}: stale tail"
            echo = f"eight keys a second on {LINK}, {SMALL}, {how}: echo p95 beyond a round trip"
            if not SSH:
                yield from (Row(what, "time", None, _LANDED, note="no ssh client here") for what in (screen, tail))
                yield Row(echo, "time", None, note="no ssh client here")
                continue
            figures = far(served, folder, SMALL, _TIMES, *options)
            yield Row(screen, "time", figures.first, _LANDED)
            yield Row(tail, "time", figures.tail, _LANDED)
            yield Row(echo, "time", percentile(figures.echoes, 95))
