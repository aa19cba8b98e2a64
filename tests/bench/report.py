"""Which figures the table has, in the order of a session: starting, keys, stores of any size, work, leaving."""

from collections.abc import Iterator

from tests.bench import link_rows, screen_rows, serving_rows, store_rows
from tests.bench.bench import Bench
from tests.bench.plan import SMALL, WIDE
from tests.bench.table import Row


def rows(bench: Bench) -> Iterator[Row]:
    """Yield each row as soon as it is measured."""
    for size in (WIDE, SMALL):
        yield from screen_rows.starting(bench, size)
    for size in (WIDE, SMALL):
        yield from screen_rows.moving(bench, size)
        yield from screen_rows.turning(bench, size)
    yield from screen_rows.idle(bench)
    yield from link_rows.far_away(bench)
    yield from store_rows.finding(bench, bench.stores.shipped())
    for events in bench.plan.events:
        given = bench.stores.generated(events)
        yield from store_rows.indexing(bench, given)
        yield from store_rows.starting(bench, given)
        yield from store_rows.finding(bench, given)
        yield from store_rows.asking(bench, given)
        yield from store_rows.changing(bench, given)
    yield from store_rows.importing(bench)
    yield from store_rows.surviving(bench)
    yield from serving_rows.inside(bench)
    yield from serving_rows.far_away(bench)
