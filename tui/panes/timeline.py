"""The Timeline: whatever has a time, under a strip that shows how much there is when."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from tui.commands.command import PaneId
from tui.contents.contents import Contents, narrowed
from tui.contents.timeline import timeline_contents, timeline_marks, timeline_strip
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.density import DensityStrip
from tui.widgets.place import Place


class TimelinePane(Pane):
    """Events, and claims, quotes and publications that have a time, newest first or oldest first."""

    name_: ClassVar[PaneId] = "timeline"
    title = "Timeline"

    def __init__(self) -> None:
        super().__init__()
        self.strip = DensityStrip(id="timeline-density")
        self._newest_first = True

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

    def redraw(self, place: Place | None = None) -> None:
        """List what has a time, and show how much there is when."""
        super().redraw(place)
        assert self.view is not None
        self.strip.show(timeline_strip(self.view, self.filter_line.text), timeline_marks(self.view))

    def mark(self, view: View) -> None:
        """Mark the days of a view that is about to be shown."""
        self.strip.mark(timeline_marks(view))

    def contents(self, view: View) -> Contents:
        """Return what has a time."""
        return timeline_contents(view, self.filter_line.text, newest_first=self._newest_first)

    def remember(self) -> Memory:
        """Say the order as well."""
        return super().remember()._replace(choice="newest" if self._newest_first else "oldest")

    def recall(self, memory: Memory) -> None:
        """Take the order back."""
        super().recall(memory)
        self._newest_first = memory.choice != "oldest"

    def sort(self) -> str:
        """Turn the order round, and stay on the row under the cursor."""
        row = self.row
        self._newest_first = not self._newest_first
        self.redraw()
        if row is not None and self.view is not None:
            at = self.view.situation.timeline_position(
                row.statement, narrowed(self.view.lens, self.filter_line.text), newest_first=self._newest_first
            )
            self.list.move_to(at or 0)
        return "newest first" if self._newest_first else "oldest first"
