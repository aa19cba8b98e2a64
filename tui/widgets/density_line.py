"""The density strip in a line: how many things began when."""

from collections.abc import Sequence
from itertools import pairwise

from store.rows import Bucket
from tui.measure import cell_len
from tui.widgets.runs import Line, Run

LEVELS = "▁▂▃▄▅▆▇█"
NOTHING = " "


def density_line(buckets: Sequence[Bucket], width: int) -> Line:
    """Return `2011 ▁  ▁▂ ▁  ▃▁▁▅█ 2016`: a bar a span of days, as high as what began in it."""
    if not buckets:
        return ()
    first, last = f" {buckets[0].label} ", f" {buckets[-1].label} " if len(buckets) > 1 else " "
    room = width - cell_len(first) - cell_len(last)
    bars = levels([bucket.number for bucket in buckets], room)
    return Run(first, "dim"), Run(bars, "accent"), Run(last, "dim")


def levels(counts: Sequence[int], width: int) -> str:
    """Return the counts as bars in at most so many cells.

    Where there are more counts than cells, neighbours share a cell; where there are fewer, each takes as many cells as
    all can have. The highest fills its cell; one thing among many still shows.
    """
    if not counts or width <= 0:
        return ""
    if len(counts) > width:
        edges = [at * len(counts) // width for at in range(width + 1)]
        counts = [sum(counts[start:stop]) for start, stop in pairwise(edges)]
    most = max(counts)
    wide = max(1, min(3, width // len(counts)))
    return "".join(_bar(count, most) * wide for count in counts)


def _bar(count: int, most: int) -> str:
    return LEVELS[(count * (len(LEVELS) - 1)) // most] if count > 0 else NOTHING
