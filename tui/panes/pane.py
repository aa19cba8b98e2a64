"""What all panes share: a titled rule on top, a list, a filter, and the answers to keys."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from store.refs import Ref
from store.rows import Row
from store.situation import GaveWay
from tui.commands.command import PaneId
from tui.contents.contents import Contents
from tui.contents.rule import rule
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.bar import Bar
from tui.widgets.filter_line import FilterLine
from tui.widgets.place import Place
from tui.widgets.row_list import RowList

AGAIN = 0.02
"""Seconds after which a pane asks again what has given way to a key: by then the key is obeyed."""


class Pane(Vertical):
    """A part of the room. It is told what to show, and posts what its reader wants: one message for each wish."""

    name_: ClassVar[PaneId]
    title: ClassVar[str]

    class Followed(Message):
        """The reader follows a row to a record."""

        def __init__(self, target: Ref) -> None:
            super().__init__()
            self.target = target

    class Entered(Message):
        """The reader clicked into the pane."""

        def __init__(self, pane: "Pane") -> None:
            super().__init__()
            self.pane = pane

    def __init__(self) -> None:
        super().__init__(id=self.name_, classes="pane")
        self.rule = Bar(id=f"{self.name_}-rule")
        self.filter_line: FilterLine | None = None
        """The line on which the filter is typed, once there was one: it is dear, and few are ever typed."""
        self.list = RowList(id=f"{self.name_}-list")
        self.view: View | None = None
        self.active = False
        self._note = ""
        self._asking_again: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out rule and body; a filter comes between them."""
        yield self.rule
        yield from self.body()

    def body(self) -> Iterable[Widget]:
        """Give the widgets under the rule: the list, where a pane has nothing else."""
        yield self.list

    # -- what it shows

    def show(self, view: View, memory: Memory | None = None) -> None:
        """Show its part of a view; with a memory, as the reader left it."""
        if memory is not None:
            self.recall(memory)
        self.view = view
        self.redraw(memory.place if memory else None)

    def redraw(self, place: Place | None = None) -> None:
        """Ask the situation and list what it answers, with the cursor at a place."""
        assert self.view is not None
        contents = self.contents(self.view)
        self.list.nothing = contents.nothing
        self.list.lay_out(contents.lay_out, place)
        self.note(contents.note)

    def contents(self, view: View) -> Contents:
        """Return what its list shows of a view."""
        raise NotImplementedError

    def remember(self) -> Memory:
        """Say what the pane wants to find again."""
        return Memory(self.list.place, self.filter)

    def remember_for(self, view: View) -> Memory:
        """Say the same for a view in which rows may have moved: its place is wherever the row under the cursor went."""
        memory = self.remember()
        at = self.position(view)
        if at is None:
            return memory
        return memory._replace(place=Place(at, max(0, at - (memory.place.cursor - memory.place.top))))

    def position(self, _view: View) -> int | None:
        """Return where the row under the cursor stands in another view; None where it does not, or nobody can tell."""
        return None

    def recall(self, memory: Memory) -> None:
        """Take back what `remember` said, short of the place."""
        self.take_filter(memory.filter)

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None where there is none."""
        return self.list.row  # type: ignore[return-value]  # lists of the room hold rows of the store

    def rows(self, most: int) -> tuple[Sequence[Row], int]:
        """Return the first rows of all that it lists, in or out of sight, and how many there are."""
        listing = self.list.listing
        first = [listing.row(number) for number in range(min(listing.rows, most))]
        return first, listing.rows  # type: ignore[return-value]  # lists of the room hold rows of the store

    @property
    def share(self) -> str:
        """Of what all its rows are a part; nothing where there are no others."""
        return ""

    @property
    def tells(self) -> str:
        """What stands in the line of keys for as long as something is being done in the pane; mostly nothing."""
        return ""

    @property
    def filter(self) -> str:
        """The words that narrow its list."""
        return self.filter_line.text if self.filter_line else ""

    def take_room(self) -> None:
        """Lay out what it shows for the room that it has got."""
        self.list.on_resize()

    # -- its rule

    def activate(self, active: bool) -> None:
        """Show whether keys go to this pane: its rule is heavy, its cursor tinted."""
        self.active = active
        self.list.activate(active)
        self.draw_rule()

    def note(self, text: str) -> None:
        """Say something short at the right of the rule: how many there are, in what order."""
        self._note = text
        self.draw_rule()

    def draw_rule(self) -> None:
        """Draw the pane's number, title and note on its rule."""
        self.rule.say(*rule(self.name_, self._note, active=self.active))

    # -- what keys do here

    def up(self) -> None:
        """Go up by one."""
        self.list.move_by(-1)

    def down(self) -> None:
        """Go down by one."""
        self.list.move_by(1)

    def page_up(self) -> None:
        """Go up by a screenful."""
        self.list.move_by_page(-1)

    def page_down(self) -> None:
        """Go down by a screenful."""
        self.list.move_by_page(1)

    def first(self) -> None:
        """Go to the first row."""
        self.list.move_to(0)

    def last(self) -> None:
        """Go to the last row."""
        self.list.move_to(self.list.listing.rows - 1)

    def sideways(self, step: int) -> None:
        """Go left (-1) or right (1): most panes have neither."""

    def choose(self) -> Message | None:
        """Return what the reader wants who chooses the row under the cursor: to follow it, if it leads anywhere."""
        row = self.row
        return self.Followed(row.target) if row is not None and row.target else None

    async def open_filter(self) -> bool:
        """Let the reader type words that narrow the list; False where there is none."""
        line = self.filter_line or FilterLine(id=f"{self.name_}-filter")
        if line is not self.filter_line:
            self.filter_line = line
            await self.mount(line, after=self.rule)  # what is typed behind the key that opened it is for the line
        line.open()
        return True

    def take_filter(self, words: str) -> None:
        """Take words as its filter, or none; whoever gives them redraws."""
        if words and self.filter_line is None:
            self.filter_line = FilterLine(id=f"{self.name_}-filter")
            self.mount(self.filter_line, after=self.rule)
        if self.filter_line is not None:
            self.filter_line.take(words)

    def drop_filter(self) -> bool:
        """Take the filter away; False where there is none."""
        line = self.filter_line
        if line is None or not line.text:
            return False
        line.drop()
        return True

    def sort(self) -> str:
        """List in another order and return its name; nothing where there is but one."""
        return ""

    # -- what its widgets tell

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Choose a row that was clicked twice."""
        message.stop()
        self.want(self.choose())

    def want(self, wish: Message | None) -> None:
        """Tell what the reader wants, if it is anything."""
        if wish is not None:
            self.post_message(wish)

    def on_row_list_touched(self, message: RowList.Touched) -> None:
        """Become the active pane when clicked."""
        message.stop()
        self.post_message(self.Entered(self))

    def on_bar_clicked(self, message: Bar.Clicked) -> None:
        """Become the active pane when a line above its list is clicked."""
        message.stop()
        self.post_message(self.Entered(self))

    def on_filter_line_typed(self, message: FilterLine.Typed) -> None:
        """Narrow the list as letters are typed."""
        message.stop()
        self.list_filtered()

    def list_filtered(self) -> None:
        """List what the filter leaves; what that asks gives way to a letter typed meanwhile, and is asked again."""
        if self._asking_again is not None:  # another letter asks for the same, and more
            self._asking_again.stop()
        self._asking_again = None
        if self.view is None:
            return
        try:
            with self.view.situation.giving_way(self.key_waits):
                self.redraw()
        except GaveWay:
            self._asking_again = self.set_timer(AGAIN, self.list_filtered)

    def key_waits(self) -> bool:
        """Tell whether a key has been pressed that nothing here has seen yet."""
        return bool(getattr(self.app, "key_waits", False))
