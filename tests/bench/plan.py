"""How much is measured: a quick look, a run to publish, and all of it."""

from typing import NamedTuple

from tests.bench.terminal import Size

WIDE, SMALL = Size(120, 36), Size(80, 24)


class Plan(NamedTuple):
    """How many of each; `events` are the sizes of the generated stores."""

    processes: int
    events: tuple[int, ...]
    moves: int
    idle: float
    words: int
    import_rows: int
    kills: int
    hang_ups: int
    guests: int


QUICK = Plan(
    processes=2, events=(10_000,), moves=20, idle=2, words=5, import_rows=5_000, kills=20, hang_ups=2, guests=20
)
NORMAL = Plan(
    processes=5,
    events=(10_000, 100_000),
    moves=40,
    idle=10,
    words=20,
    import_rows=50_000,
    kills=200,
    hang_ups=10,
    guests=100,
)
FULL = NORMAL._replace(events=(10_000, 100_000, 1_000_000), import_rows=300_000, kills=1_000, hang_ups=30)
