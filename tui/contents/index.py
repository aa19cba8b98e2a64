"""The Index in lines: the records of one kind, with counts."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Self, TypeAlias, get_args

from store.refs import TABLES, Kind, Ref
from store.rows import IndexRow, Slice
from tui.contents.contents import Contents, nothing, nothing_at_all, same
from tui.measure import cell_len
from tui.state.view import View
from tui.widgets.listing import Pages
from tui.widgets.runs import Line, Look, Run, Said, fit, width_of

LISTED: tuple[Kind, ...] = ("faction", "person", "location", "event", "source")
TITLES: dict[Kind, str] = {kind: TABLES[kind].capitalize() for kind in LISTED} | {"location": "Places"}

Order: TypeAlias = Literal["touches", "name", "time"]
ORDERS: tuple[Order, ...] = get_args(Order)
ORDER_NAMES: dict[Order, str] = {"touches": "most named", "name": "by name", "time": "by time"}

ROOM_FOR_DETAIL = 40
POINTER = "▸"
"""Stands before the kind that is listed, so that it is told apart without colour."""


class Choice(NamedTuple):
    """Which records the Index lists, in which order."""

    kind: Kind = "faction"
    order: Order = "touches"

    def __str__(self) -> str:
        """Return the choice in words that `or_from` reads."""
        return f"{self.kind} {self.order}"

    def or_from(self, words: str) -> Self:
        """Return the choice that words tell of; what they tell nothing of stays."""
        kind, _, order = words.partition(" ")
        return self._replace(
            kind=next((known for known in LISTED if known == kind), self.kind),
            order=next((known for known in ORDERS if known == order), self.order),
        )


def index_contents(view: View, choice: Choice, words: str) -> Contents:
    """Return the records of a kind. The day narrows them, and the filter's words; what the lens is about does not."""
    kind, order = choice
    lens = view.lens._replace(about=(), also=())

    def fetch(start: int, count: int) -> Slice[IndexRow]:
        return view.situation.index(kind, lens, filter=words, sort=order, start=start, count=count)

    pages = Pages[IndexRow](fetch, _line)
    note = f"{pages.rows:,} found" if words else ORDER_NAMES[order]
    return Contents(same(pages), "" if pages.rows else _nothing(view, kind, words), note)


def _nothing(view: View, kind: Kind, words: str) -> str:
    """Return why none is listed, and what mends it: another kind, where no lens and no filter is the reason."""
    if words or not view.lens._replace(about=()).empty:
        return nothing(TABLES[kind], view, words)
    other = f"{view.keys.key('left')} and {view.keys.key('right')} turn to another kind"
    return nothing_at_all(view) or f"No {TABLES[kind]} are recorded: {other}."


def first_choice(view: View) -> Choice:
    """Return what the Index begins with: factions or, where there is none, the first kind that has records."""
    return Choice(next((kind for kind in LISTED if index_count(view, kind)), Choice().kind))


def first_of(view: View, choice: Choice) -> Ref:
    """Return the record that the Index lists first; nothing where it lists none."""
    rows = index_contents(view, choice, "").lay_out(0)
    first = rows.row(0) if rows.rows else None
    return first.target if isinstance(first, IndexRow) else ""


def index_count(view: View, kind: Kind) -> int:
    """Return how many records of a kind there are, whatever words are filtered for."""
    return view.situation.index(kind, view.lens._replace(about=(), also=()), count=0).total


def kinds_line(kind: Kind, number: int, width: int) -> Said:
    """Return the kinds by their names, that which is listed marked, and how many it has."""
    count = f" {number:,}"
    titles = [TITLES[known] for known in LISTED]
    return Said(tabs(titles, LISTED.index(kind), width - cell_len(count) - 1), (Run(f"{count} ", "dim"),))


def tabs(titles: Sequence[str], at: int, width: int) -> Line:
    """Return as many of the titles as there is room for, the one at `at` among them and pointed at.

    An ellipsis stands for the rest on either side.
    """
    first = 0
    while first < at and 2 * bool(first) + sum(cell_len(title) + 1 for title in titles[first : at + 1]) + 2 > width:
        first += 1
    runs = [Run(" …", "dim")] if first else []
    left = width - width_of(tuple(runs)) - 1
    for number, title in enumerate(titles[first:], start=first):
        more = 2 if number < len(titles) - 1 else 0
        if number > at and cell_len(title) + more > left:
            runs.append(Run(" …", "dim"))
            break
        look: Look = "accent" if number == at else "dim"
        runs += [Run(POINTER if number == at else " ", look), Run(title, look)]
        left -= cell_len(title) + 1
    return tuple(runs)


def _line(width: int, row: IndexRow, _before: IndexRow | None) -> tuple[Line]:
    """Lay out a record: its name, what it is where there is room, and how many others name it."""
    touches = f"{row.touches:,}" if row.touches else ""
    counted = f" {touches:>3}"
    mark = f" {row.mark}" if row.mark else ""
    room = width - cell_len(counted) - cell_len(mark)
    detail = ""
    if room > ROOM_FOR_DETAIL and row.detail:
        detail = fit(row.detail, min(24, room // 3))
        room -= cell_len(detail) + 1
    runs = [Run(fit(row.title, room))]
    if detail:
        runs.append(Run(f" {detail}", "dim"))
    if mark:
        runs.append(Run(mark, "warn"))
    return ((*runs, Run(counted, "dim")),)
