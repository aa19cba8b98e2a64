"""The Timeline: whatever has a time, under a strip that shows how much there is when."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from store.refs import Kind
from store.rows import Slice, TimelineRow
from tui.commands.command import PaneId
from tui.measure import cell_len
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.density import DensityStrip
from tui.widgets.listing import Pages
from tui.widgets.place import Place
from tui.widgets.runs import Line, Look, Run, fit

WHEN_WIDTH = 13
ROOM_FOR_GRADE = 56
# A sign for each kind, told in the pane's help; none is told apart by colour alone.
SIGNS: dict[Kind, str] = {
    "event": "•",
    "claim": "=",
    "quote": "»",
    "source": "§",
    "faction": "+",
    "person": "+",
    "location": "+",
}


class TimelinePane(Pane):
    """Events, and claims, quotes and publications that have a time, newest first or oldest first."""

    name_: ClassVar[PaneId] = "timeline"
    number = 3
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
        """List what has a time."""
        assert self.view is not None
        situation, lens = self.view.situation, self.narrowed(self.view.lens)

        def fetch(start: int, count: int) -> Slice[TimelineRow]:
            return situation.timeline(lens, newest_first=self._newest_first, start=start, count=count)

        years = situation.timeline_years(lens, newest_first=self._newest_first)
        self.list.show(Pages[TimelineRow](fetch, _line, headings=years), place)
        self.list.nothing = self.nothing("record with a time")
        self.strip.show(situation.histogram(lens))
        total = self.list.listing.rows
        self.note(f"{total:,} {'newest first' if self._newest_first else 'oldest first'}")

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
                row.statement, self.narrowed(self.view.lens), newest_first=self._newest_first
            )
            self.list.move_to(at or 0)
        return "newest first" if self._newest_first else "oldest first"


def _line(width: int, row: TimelineRow, _before: TimelineRow | None) -> tuple[Line]:
    """Lay out a row under the heading of its year: when, of what kind, what; events stand out from what was said."""
    grade = f" {row.grade:<2}" if width >= ROOM_FOR_GRADE else ""
    mark = f" {row.mark}" if row.mark else ""
    room = width - WHEN_WIDTH - 3 - cell_len(grade) - cell_len(mark)
    look: Look = "plain" if row.kind == "event" else "dim"
    line = (
        Run(fit(row.when.removesuffix(f" {row.year}"), WHEN_WIDTH), look),
        Run(f" {SIGNS[row.kind]} ", "dim"),
        Run(fit(row.title, room), look),
        Run(mark, "warn"),
        Run(grade, "dim"),
    )
    return (line,)
