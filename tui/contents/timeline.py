"""The Timeline in lines: whatever has a time."""

from store.refs import Kind
from store.rows import Bucket, Slice, TimelineRow
from tui.contents.contents import Contents, narrowed, nothing, same
from tui.contents.marks import mark
from tui.measure import cell_len
from tui.state.view import View
from tui.widgets.density_line import Marks
from tui.widgets.listing import Pages
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


def timeline_contents(view: View, words: str, *, newest_first: bool) -> Contents:
    """Return what has a time through the lens, under headings of years."""
    lens = narrowed(view.lens, words)

    def fetch(start: int, count: int) -> Slice[TimelineRow]:
        return view.situation.timeline(lens, newest_first=newest_first, start=start, count=count)

    years = view.situation.timeline_years(lens, newest_first=newest_first)
    pages = Pages[TimelineRow](fetch, _line, headings=years)
    note = f"{pages.rows:,} {'newest first' if newest_first else 'oldest first'}"
    return Contents(same(pages), nothing("record with a time", view, words), note)


def timeline_strip(view: View, words: str) -> tuple[Bucket, ...]:
    """Return how many things began when, of those that the timeline lists and of those after the days looked from."""
    return view.situation.density(narrowed(view.lens, words))


def timeline_marks(view: View) -> Marks:
    """Return the days that are looked from, as the strip marks them."""
    return Marks(view.lens.as_of, view.lens.known_by)


def _line(width: int, row: TimelineRow, _before: TimelineRow | None) -> tuple[Line]:
    """Lay out a row under the heading of its year: when, of what kind, what; events stand out from what was said."""
    grade = f" {row.grade:<2}" if width >= ROOM_FOR_GRADE else ""
    told = f" {mark(row.mark, short=width < ROOM_FOR_GRADE)}" if row.mark else ""
    room = width - WHEN_WIDTH - 3 - cell_len(grade) - cell_len(told)
    look: Look = "plain" if row.kind == "event" else "dim"
    line = (
        Run(fit(row.when.removesuffix(f" {row.year}"), WHEN_WIDTH), look),
        Run(f" {SIGNS[row.kind]} ", "dim"),
        Run(fit(row.title, room), look),
        Run(told, "warn"),
        Run(grade, "dim"),
    )
    return (line,)
