"""The density strip: how many things began when, in one line."""

from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from store.rows import Bucket
from tui.widgets.density_line import density_line
from tui.widgets.segments import segments


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
        if y or width <= 0:
            return Strip.blank(width, self.rich_style)
        drawn = segments(
            density_line(self._buckets, width), lambda look, _: self.get_component_rich_style(f"row--{look}")
        )
        return Strip(drawn).adjust_cell_length(width, self.rich_style)
