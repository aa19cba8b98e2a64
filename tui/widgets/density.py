"""The density strip: how many things began when, in one line, and a brush that takes a span of it."""

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.rows import Bucket
from store.when import Day
from tui.widgets.brush import Brush
from tui.widgets.density_line import UNMARKED, Marks, Scale, density_line, scale_of
from tui.widgets.inks import inks
from tui.widgets.segments import segments


class DensityStrip(Widget):
    """`2011 ▁  ▁▂ ▁  ▃▁│▅█ 2016`: a bar a span of days, as high as what began in it. A span with nothing is blank."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DensityStrip { height: 1; }
    """

    class Moved(Message):
        """The brush came to stand elsewhere, or covers something else."""

    class Touched(Message):
        """The strip was pressed: whoever holds it may make it the active one."""

    class Taken(Message):
        """The mouse has drawn a span."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.buckets: tuple[Bucket, ...] = ()
        self.brush: Brush | None = None
        self._marks = UNMARKED
        self._drawing = False
        self._width = 0
        self._to_stand_on: tuple[Day | None] | tuple[()] = ()

    # -- what it shows

    def show(self, buckets: tuple[Bucket, ...], marks: Marks) -> None:
        """Show these counts, and what is marked among them; other counts take the brush away."""
        if buckets != self.buckets:
            self.buckets, self.brush = buckets, None
            self.refresh()
        self.mark(marks)

    def mark(self, marks: Marks) -> None:
        """Mark other days among the same counts."""
        if marks != self._marks:
            self._marks = marks
            self.refresh()

    # -- its brush

    @property
    def scale(self) -> Scale | None:
        """What its cells stand for; None where there is none to stand on."""
        scale = scale_of(self.buckets, self.size.width)
        return scale if scale and scale.cells else None

    def put(self, brush: Brush | None) -> None:
        """Put the brush somewhere, or away."""
        if brush != self.brush:
            self.brush = brush
            self.refresh()
            self.post_message(self.Moved())

    def stand_on(self, day: Day | None) -> bool:
        """Put the brush where a day is, or at the end; False where there is nothing to stand on.

        While the strip is hidden it waits for what room there will be.
        """
        scale = self.scale
        if scale is None:
            self._to_stand_on = (day,)
            return bool(self.buckets)
        self._to_stand_on = ()
        self.put(Brush(scale.stretch_of(len(scale.cells) if day is None else scale.cell_of(day))))
        return True

    def step(self, stretches: int) -> None:
        """Move the brush by so many stretches."""
        scale = self.scale
        if self.brush is not None and scale is not None:
            self.put(self.brush.moved(stretches, len(scale.stretches)))

    def on_resize(self) -> None:
        """Put the brush away: what it stood on stands elsewhere now, unless the strip is as wide as it was."""
        if self.size.width != self._width:
            self._width = self.size.width
            self.put(None)
        if self._to_stand_on:
            self.stand_on(*self._to_stand_on)

    @property
    def brushed(self) -> tuple[Day, Day, int] | None:
        """The first and the last day under the brush, and how many things began then."""
        scale = self.scale
        if self.brush is None or scale is None:
            return None
        first, last = (min(stretch, len(scale.stretches) - 1) for stretch in self.brush.covers)
        days = scale.days(first)[0], scale.days(last)[1]
        return *days, sum(bucket.number for bucket in self.buckets if days[0] <= bucket.first <= days[1])

    # -- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to draw a span."""
        scale = self.scale
        if scale is not None:
            event.stop()
            self.post_message(self.Touched())
            self.capture_mouse()
            self._drawing = True
            self.put(Brush(scale.stretch_of(event.x - scale.left)).begin())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw it further."""
        scale = self.scale
        if self._drawing and self.brush is not None and scale is not None:
            self.put(self.brush._replace(at=scale.stretch_of(event.x - scale.left)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Take what was drawn; a click alone leaves the brush standing."""
        if not self._drawing:
            return
        event.stop()
        self.release_mouse()
        self._drawing = False
        if self.brush is not None and self.brush.at != self.brush.begun:
            self.post_message(self.Taken())

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw first label, bars, last label."""
        width, style = self.size.width, inks(self)
        if y or width <= 0:
            return Strip.blank(width, style("plain", False))
        drawn = segments(density_line(self.buckets, width, self._marks, self.brush), style)
        return Strip(drawn).adjust_cell_length(width, style("plain", False))
