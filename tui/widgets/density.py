"""The density strip: how many things began when, in one line."""

from typing import ClassVar

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from store.rows import Bucket
from tui.widgets.density_line import UNMARKED, Marks, density_line
from tui.widgets.runs import Look
from tui.widgets.segments import segments


class DensityStrip(Widget):
    """`2011 ▁  ▁▂ ▁  ▃▁│▅█ 2016`: a bar a span of days, as high as what began in it. A span with nothing is blank."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DensityStrip { height: 1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--dim", "row--accent", "row--match", "row--cursor"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._buckets: tuple[Bucket, ...] = ()
        self._marks = UNMARKED

    def show(self, buckets: tuple[Bucket, ...], marks: Marks) -> None:
        """Show these counts, and what is marked among them."""
        if (buckets, marks) != (self._buckets, self._marks):
            self._buckets, self._marks = buckets, marks
            self.refresh()

    def mark(self, marks: Marks) -> None:
        """Mark something else among the same counts."""
        self.show(self._buckets, marks)

    def render_line(self, y: int) -> Strip:
        """Draw first label, bars, last label."""
        width = self.size.width
        if y or width <= 0:
            return Strip.blank(width, self.rich_style)
        drawn = segments(density_line(self._buckets, width, self._marks), self._style)
        return Strip(drawn).adjust_cell_length(width, self.rich_style)

    def _style(self, look: Look, tinted: bool) -> Style:
        style = self.get_component_rich_style(f"row--{look}")
        return style + self.get_component_rich_style("row--cursor", partial=True) if tinted else style
