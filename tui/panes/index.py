"""The Index: the records of one kind, with counts."""

from collections.abc import Iterable
from typing import ClassVar

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from store.refs import Kind, Ref
from tui.commands.command import PaneId
from tui.contents.contents import Contents
from tui.contents.index import LISTED, ORDER_NAMES, ORDERS, TITLES, Choice, index_contents, index_count, kinds_line
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.bar import Bar
from tui.widgets.place import Place
from tui.widgets.row_list import RowList

# A cursor that runs must not drag four panes behind it: they follow when it has rested for so many seconds.
REST = 0.12


class IndexPane(Pane):
    """Where one begins: moving the cursor here narrows the other panes, once it rests."""

    name_: ClassVar[PaneId] = "index"
    title = "Index"

    class Rested(Message):
        """The cursor has stayed where it came to for a moment: `settle` tells on which record."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Bar(id="index-kinds")
        self._choice = Choice()
        self._count = 0
        self._waiting: Timer | None = None
        self._followed = 0
        """Moves of the cursor that the other panes have followed, or need not follow."""

    @property
    def kind(self) -> Kind:
        """The kind of the records listed."""
        return self._choice.kind

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
        return view.lens._replace(about=(), also=())

    def redraw(self, place: Place | None = None) -> None:
        """List the records of the kind, as the filter and the order say."""
        assert self.view is not None
        self._count = index_count(self.view, self.kind)
        super().redraw(place)
        self._draw_tabs()

    def contents(self, view: View) -> Contents:
        """Return the records of the kind."""
        return index_contents(view, self._choice, self.filter)

    def _draw_tabs(self) -> None:
        self.tabs.say(*kinds_line(self.kind, self._count, self.size.width))

    def on_resize(self) -> None:
        """Write the kinds in full where there is room."""
        self._draw_tabs()

    # -- what it remembers

    def remember(self) -> Memory:
        """Say the kind and the order as well."""
        return super().remember()._replace(choice=str(self._choice))

    def position(self, view: View) -> int | None:
        """Return where the record under the cursor stands in another view."""
        row, (kind, order) = self.row, self._choice
        if row is None:
            return None
        lens = view.lens._replace(about=(), also=())
        return view.situation.index_position(kind, row.target, lens, filter=self.filter, sort=order)

    def recall(self, memory: Memory) -> None:
        """Take the kind and the order back."""
        super().recall(memory)
        self._choice = self._choice.or_from(memory.choice)

    # -- what keys do here

    def sideways(self, step: int) -> None:
        """Turn to the kind before or after; the last leads to the first."""
        self.list_kind(LISTED[(LISTED.index(self.kind) + step) % len(LISTED)])

    def list_kind(self, kind: Kind) -> None:
        """List another kind, from its first record on."""
        self._choice = self._choice._replace(kind=kind)
        self.take_filter("")
        self.redraw()
        self._wait_for_rest()

    def on_bar_clicked(self, message: Bar.Clicked) -> None:
        """Turn to the kind whose name was clicked."""
        super().on_bar_clicked(message)
        for kind in LISTED:
            if message.bar is self.tabs and message.text == TITLES[kind]:
                self.list_kind(kind)

    def sort(self) -> str:
        """List in the next order."""
        order = ORDERS[(ORDERS.index(self._choice.order) + 1) % len(ORDERS)]
        self._choice = self._choice._replace(order=order)
        self.redraw()
        self._wait_for_rest()
        return ORDER_NAMES[order]

    def list_filtered(self) -> None:
        """List what the filter leaves, and narrow the other panes to what is then under the cursor."""
        super().list_filtered()
        self._wait_for_rest()

    # -- rest

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Wait until the cursor rests before the other panes follow, unless they do already."""
        message.stop()
        if self.list.moves != self._followed:
            self._wait_for_rest()

    def _wait_for_rest(self) -> None:
        self.settle()
        self._waiting = self.set_timer(REST, self._rest)

    @property
    def waits(self) -> bool:
        """Whether the cursor has moved, and the other panes have not been told to follow it."""
        return self._waiting is not None

    def settle(self) -> Ref:
        """Wait no more; return the record that the cursor has come to since the panes followed it, if it has moved."""
        moved = self.waits or self.list.moves != self._followed  # of the last the list may have still to tell
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting, self._followed = None, self.list.moves
        row = self.row if moved else None
        return row.target if row else ""

    def _rest(self) -> None:
        self.post_message(self.Rested())
