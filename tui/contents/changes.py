"""What changed between two days, in lines under headings."""

from typing import NamedTuple

from store import when
from store.lens import Lens
from store.rows import ChangeRow, Slice
from store.situation import Situation
from store.when import Day
from tui.contents.marks import mark
from tui.contents.timeline import SIGNS
from tui.measure import cell_len
from tui.widgets.listing import Pages
from tui.widgets.runs import Line, Run, fit

WHEN_WIDTH = 18
NARROW_WHEN = 13
ROOM_FOR_WHEN = 60
_BETWEEN = ("..", "…", " – ", " to ", " until ")


class Asked(NamedTuple):
    """Two days: changes are those from the first of them on, up to the other."""

    since: Day
    until: Day

    @property
    def after(self) -> Day:
        """The day before the first."""
        return self.since - 1


def changes_listing(situation: Situation, lens: Lens, asked: Asked, *, known: bool) -> Pages[ChangeRow]:
    """Return the changes as pages of rows, under a heading for each sort."""

    def fetch(start: int, count: int) -> Slice[ChangeRow]:
        return situation.changes(asked.after, asked.until, lens, known=known, start=start, count=count)

    headings = situation.change_headings(asked.after, asked.until, lens, known=known)
    return Pages(
        fetch, _line, headings=[heading._replace(words=f"{heading.words}  {heading.number:,}") for heading in headings]
    )


def asked_days(text: str, anchor: Day, until: Day) -> Asked | None:
    """Return the days that a text such as `2016-05 to 2016-08` names; with one date, from that on `until` a day."""
    for word in _BETWEEN:
        if word in text:
            first, last = (_days(part.strip(), anchor) for part in text.split(word, 1))
            break
    else:
        first, last = _days(text.strip(), anchor), (until, until)
    if first is None or last is None or first[0] > last[1]:
        return None
    return Asked(first[0], last[1])


def said(asked: Asked) -> str:
    """Return the two days as they can be typed."""
    return " to ".join(map(when.written_day, asked))


def _days(text: str, anchor: Day) -> tuple[Day, Day] | None:
    edtf = when.resolve(text, anchor) if text else None
    span = when.parse(edtf) if edtf else None
    if span is None or span.earliest is None or span.latest is None:
        return None
    return span.earliest, span.latest


def _line(width: int, row: ChangeRow, _before: ChangeRow | None) -> tuple[Line]:
    told = f" {mark(row.mark)}" if row.mark else ""
    when_width = WHEN_WIDTH if width >= ROOM_FOR_WHEN else NARROW_WHEN
    grade = f" {row.grade:<2}"
    room = width - when_width - 4 - cell_len(told) - cell_len(grade)
    return (
        (
            Run(f" {fit(row.when or ('' if row.change == 'renamed' else 'undated'), when_width)}", "dim"),
            Run(f" {SIGNS[row.kind]} ", "dim"),
            Run(fit(row.title, room)),
            Run(told, "warn"),
            Run(grade, "dim"),
        ),
    )
