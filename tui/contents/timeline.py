"""The Timeline in lines: whatever has a time."""

from collections.abc import Iterable
from typing import NamedTuple, Self, TypeAlias

from store.refs import Kind
from store.rows import Bucket, Heading, Slice, TimelineRow
from store.when import civil, ordinal
from store.when.civil import days_in_month
from tui.contents.contents import Contents, narrowed, nothing, same
from tui.contents.marks import mark
from tui.measure import cell_len
from tui.state.view import View
from tui.widgets.density_line import Marks
from tui.widgets.listing import Pages
from tui.widgets.runs import Line, Look, Run, fit
from tui.widgets.span_bar import Axis, bar

WHEN_WIDTH = 13
ROOM_FOR_GRADE = 56
ROOM_FOR_BAR = 72
BAR_WIDTH = 12
"""A cell for each month of a year; of a month, one for two or three days."""
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
CHOSEN_FROM: tuple[Kind, ...] = ("event", "claim", "quote", "source", "faction")
"""What may be listed, in the order in which it is chosen."""
USUAL: tuple[Kind, ...] = ("event", "claim", "quote", "faction")
"""What is listed if nothing else is chosen: publications are many, and seldom what happened."""
NAMES: dict[Kind, str] = {
    "event": "events",
    "claim": "claims",
    "quote": "quotes",
    "source": "publications",
    "faction": "factions",
}

LONGEST_MONTH = 31

Months: TypeAlias = frozenset[tuple[int, int]]
"""Years and months."""


class Choice(NamedTuple):
    """In which order a timeline is listed, and which kinds of records."""

    newest_first: bool = True
    kinds: tuple[Kind, ...] = USUAL

    def __str__(self) -> str:
        """Return the choice in words that `or_from` reads."""
        return " ".join(("newest" if self.newest_first else "oldest", *(self.kinds if self.kinds != USUAL else ())))

    def or_from(self, words: str) -> Self:
        """Return the choice that words tell of; what they tell nothing of is as usual."""
        given = words.split()
        kinds = tuple(kind for kind in CHOSEN_FROM if kind in given)
        return self._replace(newest_first="oldest" not in given, kinds=kinds or USUAL)

    def narrow(self, view: View, words: str) -> View:
        """Return the view on the kinds that are chosen, with the words of a filter; a lens's own kinds come first."""
        lens = narrowed(view.lens, words)
        if self.kinds != USUAL:
            lens = lens._replace(kinds=tuple(kind for kind in self.kinds if kind in (lens.kinds or self.kinds)))
        return view._replace(lens=lens if lens.kinds else lens._replace(kinds=view.lens.kinds))


def timeline_contents(view: View, words: str, choice: Choice) -> Contents:
    """Return what has a time through the lens, under headings of years or, where much began, of months and days."""
    situation, lens, *_ = choice.narrow(view, words)

    def fetch(start: int, count: int) -> Slice[TimelineRow]:
        return situation.timeline(lens, newest_first=choice.newest_first, start=start, count=count)

    headings = situation.timeline_headings(lens, newest_first=choice.newest_first)
    months = _headed_months(headings)

    def line(width: int, row: TimelineRow, _before: TimelineRow | None) -> tuple[Line]:
        return (_line(width, row, months),)

    pages = Pages[TimelineRow](fetch, line, headings=headings)
    chosen = f" {''.join(SIGNS[kind] for kind in choice.kinds)}" if choice.kinds != USUAL else ""
    note = f"{pages.rows:,}{chosen} {'newest first' if choice.newest_first else 'oldest first'}"
    return Contents(same(pages), nothing("record with a time", view, words), note)


def timeline_strip(view: View, words: str, choice: Choice) -> tuple[Bucket, ...]:
    """Return how many things began when, of those that the timeline lists and of those after the days looked from."""
    return view.situation.density(choice.narrow(view, words).lens)


def timeline_marks(view: View) -> Marks:
    """Return the days that are looked from, as the strip marks them."""
    return Marks(view.lens.as_of, view.lens.known_by)


def _headed_months(headings: Iterable[Heading]) -> Months:
    """Return the months that have headings of their own, or whose days have."""
    return frozenset(
        civil(heading.first)[:2]
        for heading in headings
        if heading.first is not None and heading.last is not None and heading.last - heading.first < LONGEST_MONTH
    )


def _line(width: int, row: TimelineRow, months: Months) -> Line:
    """Lay out a row under its heading: when, of what kind, what; events stand out from what was said.

    Where there is room, the span is drawn at the end, over the year or month that the heading is of.
    """
    drawn = f" {_bar(row, months)}" if width >= ROOM_FOR_BAR else ""
    grade = f" {row.grade:<2}" if width >= ROOM_FOR_GRADE else ""
    told = f" {mark(row.mark, short=width < ROOM_FOR_GRADE)}" if row.mark else ""
    room = width - WHEN_WIDTH - 3 - cell_len(drawn) - cell_len(grade) - cell_len(told)
    look: Look = "plain" if row.kind == "event" else "dim"
    return (
        Run(fit(_under(row.year, row.when), WHEN_WIDTH), look),
        Run(f" {SIGNS[row.kind]} ", "dim"),
        Run(fit(row.title, room), look),
        Run(told, "warn"),
        Run(drawn, look),
        Run(grade, "dim"),
    )


def _under(year: str, when: str) -> str:
    """Return a time without the year that its heading says, unless no word would be left of it: `≈ 2016`."""
    short = when.removesuffix(f" {year}")
    return short if any(sign.isalnum() for sign in short) else when


def _bar(row: TimelineRow, months: Months) -> str:
    known = row.latest if row.earliest is None else row.earliest
    if known is None:
        return " " * BAR_WIDTH
    year, month, _ = civil(known)
    if (year, month) in months:
        first, last = ordinal(year, month, 1), ordinal(year, month, days_in_month(year, month))
    else:
        first, last = ordinal(year, 1, 1), ordinal(year, 12, 31)
    return bar(row.edtf, Axis(first, last, BAR_WIDTH))
