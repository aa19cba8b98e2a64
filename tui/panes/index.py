"""The Index: the records of one kind, with counts."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, TypeAlias, get_args

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from store.refs import TABLES, Kind, Ref
from store.rows import IndexRow, Slice
from tui.commands.command import PaneId
from tui.measure import cell_len
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.bar import Bar
from tui.widgets.filter_line import FilterLine
from tui.widgets.listing import Pages
from tui.widgets.place import Place
from tui.widgets.row_list import RowList
from tui.widgets.runs import Line, Run, fit, width_of

LISTED: tuple[Kind, ...] = ("faction", "person", "location", "event", "source")
TITLES: dict[Kind, str] = {kind: TABLES[kind].capitalize() for kind in LISTED} | {"location": "Places"}

Order: TypeAlias = Literal["touches", "name", "time"]
ORDERS: tuple[Order, ...] = get_args(Order)
ORDER_NAMES: dict[Order, str] = {"touches": "most named", "name": "by name", "time": "by time"}

# A cursor that runs must not drag four panes behind it: they follow when it has rested for so many seconds.
REST = 0.12
ROOM_FOR_DETAIL = 40


class IndexPane(Pane):
    """Where one begins: moving the cursor here narrows the other panes, once it rests."""

    name_: ClassVar[PaneId] = "index"
    number = 1
    title = "Index"

    class Rested(Message):
        """The cursor has stayed on a record for a moment."""

        def __init__(self, ref: Ref) -> None:
            super().__init__()
            self.ref = ref

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Bar(id="index-kinds")
        self.kind: Kind = "faction"
        self._order: Order = "touches"
        self._counts: dict[Kind, int] = {}
        self._waiting: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """Give the kinds above the list."""
        yield self.tabs
        yield self.list

    def show(self, view: View, memory: Memory | None = None) -> None:
        """List the kind; what the others are narrowed to does not narrow the Index, only the day does."""
        same = self.view is not None and self._own(self.view) == self._own(view)
        if memory is None and same:
            self.view = view
            return
        super().show(view, memory)

    @staticmethod
    def _own(view: View) -> object:
        return view.lens._replace(about=())

    def redraw(self, place: Place | None = None) -> None:
        """List the records of the kind, as the filter and the order say."""
        assert self.view is not None
        situation, lens = self.view.situation, self.view.lens._replace(about=())
        self._counts = situation.counts(lens)
        words = self.filter_line.text

        def fetch(start: int, count: int) -> Slice[IndexRow]:
            return situation.index(self.kind, lens, filter=words, sort=self._order, start=start, count=count)

        self.list.show(Pages[IndexRow](fetch, _line), place)
        self.list.nothing = self.nothing(TABLES[self.kind])
        self._draw_tabs()
        self.note(f"{self.list.listing.rows:,} found" if words else ORDER_NAMES[self._order])

    def _draw_tabs(self) -> None:
        count = f" {self._counts.get(self.kind, 0):,}"
        self.tabs.say(
            tabs([TITLES[kind] for kind in LISTED], LISTED.index(self.kind), self.size.width - cell_len(count) - 1),
            (Run(f"{count} ", "dim"),),
        )

    def on_resize(self) -> None:
        """Write the kinds in full where there is room."""
        self._draw_tabs()

    # -- what it remembers

    def remember(self) -> Memory:
        """Say the kind and the order as well."""
        return super().remember()._replace(choice=f"{self.kind} {self._order}")

    def recall(self, memory: Memory) -> None:
        """Take the kind and the order back."""
        super().recall(memory)
        kind, _, order = memory.choice.partition(" ")
        self.kind = next((known for known in LISTED if known == kind), self.kind)
        self._order = next((known for known in ORDERS if known == order), self._order)

    # -- what keys do here

    def sideways(self, step: int) -> None:
        """Turn to the kind before or after; the last leads to the first."""
        self.list_kind(LISTED[(LISTED.index(self.kind) + step) % len(LISTED)])

    def list_kind(self, kind: Kind) -> None:
        """List another kind, from its first record on."""
        self.kind = kind
        self.filter_line.take("")
        self.redraw()
        self._wait_for_rest()

    def sort(self) -> str:
        """List in the next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.redraw()
        self._wait_for_rest()
        return ORDER_NAMES[self._order]

    def on_filter_line_typed(self, message: FilterLine.Typed) -> None:
        """Narrow the list, and the other panes to what is then under the cursor."""
        super().on_filter_line_typed(message)
        self._wait_for_rest()

    # -- rest

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Wait until the cursor rests before the other panes follow."""
        message.stop()
        self._wait_for_rest()

    def _wait_for_rest(self) -> None:
        self.settle()
        self._waiting = self.set_timer(REST, self._rest)

    def settle(self) -> None:
        """Wait no more: the reader went on to something else."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def _rest(self) -> None:
        self._waiting = None
        row = self.row
        if row is not None:
            self.post_message(self.Rested(row.target))


def tabs(titles: Sequence[str], at: int, width: int) -> Line:
    """Return as many of the titles as there is room for, the one at `at` among them; an ellipsis for the rest."""
    first = 0
    while first < at and 2 * bool(first) + sum(cell_len(title) + 1 for title in titles[first : at + 1]) + 2 > width:
        first += 1
    runs = [Run(" … " if first else " ", "dim")]
    left = width - width_of(tuple(runs))
    for number, title in enumerate(titles[first:], start=first):
        more = 2 if number < len(titles) - 1 else 0
        if number > at and cell_len(title) + more > left:
            runs.append(Run("…", "dim"))
            break
        runs += [Run(title, "accent" if number == at else "dim"), Run(" ")]
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
