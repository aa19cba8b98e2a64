"""The density strip in a line: how many things began when, the days that are looked from, and the span being brushed.

Whatever is marked on it is told by a sign as well as by colour: `│` the day on which things held, `┊` the day by which
they were known, `[` and `]` the ends of a brushed span, `◆` where a brush stands.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from store.rows import Bucket
from store.when import Day
from tui.measure import cell_len
from tui.widgets.brush import Brush
from tui.widgets.runs import Line, Look, Run

LEVELS = "▁▂▃▄▅▆▇█"
NOTHING = " "
HELD, KNOWN = "│", "┊"
BEGIN, END, HERE = "[", "]", "◆"


class Scale(NamedTuple):
    """The cells of a strip: where the first bar stands, and which of the buckets (from, to) each cell is for.

    Cells for the same buckets stand side by side; together they are a stretch, which is brushed as a whole.
    """

    buckets: Sequence[Bucket]
    left: int
    cells: tuple[tuple[int, int], ...]

    @property
    def first_label(self) -> str:
        """What stands before the bars."""
        return f" {self.buckets[0].label} "

    @property
    def last_label(self) -> str:
        """What stands behind them."""
        return f" {self.buckets[-1].label} " if len(self.buckets) > 1 else " "

    def cell_of(self, day: Day) -> int:
        """Return the cell of a day: -1 before the first, and the number of cells after the last.

        Of several cells that a bucket takes it is the one as far along as the day.
        """
        if day < self.buckets[0].first:
            return -1
        at = bisect_left(self.buckets, day, key=lambda bucket: bucket.last)
        own = [cell for cell, (first, to) in enumerate(self.cells) if first <= at < to]
        if not own:
            return len(self.cells)
        bucket = self.buckets[at]
        return own[(day - bucket.first) * len(own) // (bucket.last - bucket.first + 1)]

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The buckets (from, to) of each stretch."""
        return tuple(dict.fromkeys(self.cells))

    def days(self, stretch: int) -> tuple[Day, Day]:
        """Return the first and the last day of a stretch."""
        first, to = self.stretches[stretch]
        return self.buckets[first].first, self.buckets[to - 1].last

    def stretch_of(self, cell: int) -> int:
        """Return the stretch that a cell is part of, or the nearest one beyond the ends."""
        return self.stretches.index(self.cells[max(0, min(cell, len(self.cells) - 1))])


class Marks(NamedTuple):
    """The days that are looked from, as a strip marks them."""

    as_of: Day | None = None
    known_by: Day | None = None


UNMARKED = Marks()


def scale_of(buckets: Sequence[Bucket], width: int) -> Scale | None:
    """Return the cells that buckets get in a strip so wide; None where there is nothing to show."""
    if not buckets:
        return None
    scale = Scale(buckets, 0, ())
    left = cell_len(scale.first_label)
    return scale._replace(left=left, cells=_cells(len(buckets), width - left - cell_len(scale.last_label)))


def density_line(buckets: Sequence[Bucket], width: int, marks: Marks = UNMARKED, brush: Brush | None = None) -> Line:
    """Return `2011 ▁  ▁▂ ▁  ▃▁│▅█ 2016`: a bar a span of days, as high as what began in it; dim after the days."""
    scale = scale_of(buckets, width)
    if scale is None:
        return ()
    signs = [NOTHING, *_bars(scale), NOTHING]  # the blanks beside the bars are for days that lie beyond them
    bars: list[Look] = ["accent"] * len(scale.cells)
    looks: list[Look] = ["dim", *bars, "dim"]
    for sign, day in ((KNOWN, marks.known_by), (HELD, marks.as_of)):
        if day is not None:
            at = scale.cell_of(day) + 1
            signs[at], looks[at] = sign, "match"
            looks[at + 1 :] = ["dim"] * (len(looks) - at - 1)
    tinted = _brushed(signs, scale, brush)
    drawn = zip(signs, looks, tinted, strict=True)
    runs = [
        Run("".join(sign for sign, _, _ in cells), look, tint)
        for (look, tint), cells in groupby(drawn, key=lambda cell: cell[1:])
    ]
    return Run(scale.first_label[:-1], "dim"), *runs, Run(scale.last_label[1:], "dim")


def levels(counts: Sequence[int], width: int) -> str:
    """Return the counts as bars in at most so many cells.

    Where there are more counts than cells, neighbours share a cell; where there are fewer, each takes as many cells as
    all can have. The highest fills its cell; one thing among many still shows.
    """
    return "".join(_heights([sum(counts[first:to]) for first, to in _cells(len(counts), width)]))


def _cells(buckets: int, width: int) -> tuple[tuple[int, int], ...]:
    if not buckets or width <= 0:
        return ()
    if buckets > width:
        return tuple(pairwise(at * buckets // width for at in range(width + 1)))
    wide = max(1, min(3, width // buckets))
    return tuple((bucket, bucket + 1) for bucket in range(buckets) for _ in range(wide))


def _bars(scale: Scale) -> list[str]:
    return _heights([sum(bucket.number for bucket in scale.buckets[first:to]) for first, to in scale.cells])


def _heights(counts: Sequence[int]) -> list[str]:
    most = max(counts, default=0)
    return [LEVELS[(count * (len(LEVELS) - 1)) // most] if count > 0 else NOTHING for count in counts]


def _brushed(signs: list[str], scale: Scale, brush: Brush | None) -> list[bool]:
    """Mark the brush among the signs of the cells, with a blank on each side; return which of them it covers."""
    tinted = [False] * len(signs)
    if brush is None:
        return tinted
    first, last = brush.covers
    covered = [cell + 1 for cell in range(len(scale.cells)) if first <= scale.stretch_of(cell) <= last]
    for cell in covered:
        tinted[cell] = True
    if covered and brush.begun is None:
        signs[covered[len(covered) // 2]] = HERE
    elif covered:
        signs[covered[-1]], signs[covered[0]] = END, BEGIN
    return tinted
