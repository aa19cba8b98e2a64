"""The density strip: how many things began when, in one line."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from store.rows import Bucket
from tui.measure import cell_len

LEVELS = "▁▂▃▄▅▆▇█"
NOTHING = " "


class DensityStrip(Widget):
    """`2011 ▁  ▁▂ ▁  ▃▁▁▅█ 2016`: a bar a span of days, as high as what began in it. A span with nothing is blank."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DensityStrip { height: 1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--dim", "row--accent"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._buckets: tuple[Bucket, ...] = ()

    def show(self, buckets: tuple[Bucket, ...]) -> None:
        """Show these counts."""
        if buckets != self._buckets:
            self._buckets = buckets
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw first label, bars, last label."""
        width = self.size.width
        if y or width <= 0 or not self._buckets:
            return Strip.blank(width, self.rich_style)
        first, last = f" {self._buckets[0].label} ", f" {self._buckets[-1].label} "
        if len(self._buckets) == 1:
            last = " "
        room = width - cell_len(first) - cell_len(last)
        dim, accent = (self.get_component_rich_style(f"row--{look}") for look in ("dim", "accent"))
        bars = levels([bucket.number for bucket in self._buckets], room) if room > 0 else ""
        segments = [Segment(first, dim), Segment(bars, accent), Segment(last, dim)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


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
