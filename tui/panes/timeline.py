"""The Timeline: whatever has a time, under a strip that shows how much there is when."""

from collections.abc import Iterable
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from store.refs import Kind
from store.rows import TimelineRow
from store.when import Day
from store.when.words import span_words
from tui.commands.command import PaneId
from tui.contents.contents import Contents
from tui.contents.timeline import USUAL, Choice, timeline_contents, timeline_marks, timeline_strip
from tui.panes.pane import Pane
from tui.state.spans import Span
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.density import DensityStrip
from tui.widgets.place import Place

_MOVES = "{left}{right} move it, {brush} begins a span, {choose} takes it, {out} leaves"
_WIDENS = "{left}{right} widen it, {choose} takes it, {out} leaves"


class TimelinePane(Pane):
    """Events, and claims, quotes and publications that have a time, newest first or oldest first."""

    name_: ClassVar[PaneId] = "timeline"
    title = "Timeline"

    class Brushed(Message):
        """A span of the strip was taken."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class Told(Message):
        """There is something to say: a text, or else what the pane tells."""

        def __init__(self, text: str = "") -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self.strip = DensityStrip(id="timeline-density")
        self.choice = Choice()

    def body(self) -> Iterable[Widget]:
        """Give the strip above the list."""
        yield self.strip
        yield self.list

    def show(self, view: View, memory: Memory | None = None) -> None:
        """List what the lens lets through; the same lens keeps the list, and the reader's place in it."""
        if memory is None and self.view is not None and self.view.lens == view.lens:
            self.view = view
            return
        super().show(view, memory)

    def take_room(self) -> None:
        """Let the strip have its room as well: a brush may wait for it."""
        super().take_room()
        self.strip.on_resize()

    def redraw(self, place: Place | None = None) -> None:
        """List what has a time, and show how much there is when."""
        super().redraw(place)
        assert self.view is not None
        self.strip.show(timeline_strip(self.view, self.filter, self.choice), timeline_marks(self.view))

    def mark(self, view: View) -> None:
        """Mark the days of a view that is about to be shown."""
        self.strip.mark(timeline_marks(view))

    def contents(self, view: View) -> Contents:
        """Return what has a time."""
        return timeline_contents(view, self.filter, self.choice)

    @property
    def wide(self) -> View:
        """The view on what is listed, and on all other kinds as well."""
        assert self.view is not None
        return self.choice._replace(kinds=USUAL).narrow(self.view, self.filter)

    @property
    def narrowed(self) -> View:
        """The view on just what is listed."""
        assert self.view is not None
        return self.choice.narrow(self.view, self.filter)

    def remember(self) -> Memory:
        """Say the order and the kinds as well."""
        return super().remember()._replace(choice=str(self.choice))

    def position(self, view: View) -> int | None:
        """Return where the statement under the cursor stands in another view."""
        if self.row is None:
            return None
        situation, lens, *_ = self.choice.narrow(view, self.filter)
        newest_first = self.choice.newest_first
        return situation.timeline_position(self.row.statement, lens, newest_first=newest_first)

    def recall(self, memory: Memory) -> None:
        """Take the order and the kinds back."""
        super().recall(memory)
        self.choice = Choice().or_from(memory.choice)

    # -- what keys do here

    def sort(self) -> str:
        """Turn the order round, and stay on the row under the cursor."""
        self._choose(self.choice._replace(newest_first=not self.choice.newest_first))
        return "newest first" if self.choice.newest_first else "oldest first"

    def list_kinds(self, kinds: tuple[Kind, ...]) -> None:
        """List these kinds of records, and stay on the row under the cursor."""
        self._choose(self.choice._replace(kinds=kinds))

    def _choose(self, choice: Choice) -> None:
        row = self.row
        self.choice = choice
        self.redraw()
        if row is not None:
            situation, lens, *_ = self.narrowed
            at = situation.timeline_position(row.statement, lens, newest_first=choice.newest_first)
            self.list.move_to(at or 0)

    @property
    def day(self) -> Day | None:
        """The day on which what is under the cursor began."""
        return self.row.earliest if isinstance(self.row, TimelineRow) else None

    # -- brushing

    def brush(self) -> None:
        """Put the brush where the cursor is in time; once it stands, begin a span there."""
        standing = self.strip.brush
        if standing is not None:
            self.strip.put(standing.begin())
        elif not self.strip.stand_on(self.day):
            self.post_message(self.Told("Nothing here has a date: there is no span to brush."))

    def sideways(self, step: int) -> None:
        """Move the brush, where it is out."""
        self.strip.step(step)

    def choose(self) -> Message | None:
        """Return that the reader takes what is brushed, or else follows the row under the cursor."""
        brushed = self.strip.brushed
        if brushed is None:
            return super().choose()
        self.strip.put(None)
        return self.Brushed(Span(*brushed[:2]))

    def drop_filter(self) -> bool:
        """Put the brush away, or else take the filter away; False where there is neither."""
        if self.strip.brush is None:
            return super().drop_filter()
        self.strip.put(None)
        return True

    @property
    def tells(self) -> str:
        """What is under the brush, and what the keys do with it."""
        brushed = self.strip.brushed
        if brushed is None or self.strip.brush is None or self.view is None:
            return ""
        first, last, number = brushed
        keys = self.view.keys.told(_MOVES if self.strip.brush.begun is None else _WIDENS)
        return f"{span_words(first, last)}: {number:,} · {keys}"

    def on_density_strip_moved(self, message: DensityStrip.Moved) -> None:
        """Say what is under the brush."""
        message.stop()
        self.post_message(self.Told())

    def on_density_strip_touched(self, message: DensityStrip.Touched) -> None:
        """Become the active pane when the strip is pressed."""
        message.stop()
        if not self.active:
            self.post_message(self.Entered(self))

    def on_density_strip_taken(self, message: DensityStrip.Taken) -> None:
        """Take what the mouse has drawn."""
        message.stop()
        self.want(self.choose())
