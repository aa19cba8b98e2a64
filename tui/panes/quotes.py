"""The Quotes: what was said by or about the selection."""

from typing import ClassVar

from tui.commands.command import PaneId
from tui.contents.contents import Contents
from tui.contents.quotes import ROOM_FOR_TWO, quotes_contents
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.place import Place


class QuotesPane(Pane):
    """A quote a line, or on two where there is room: the words, or without quotation marks their gist; who; where."""

    name_: ClassVar[PaneId] = "quotes"
    title = "Quotes"

    def __init__(self) -> None:
        super().__init__()
        self._was_tall = False

    def show(self, view: View, memory: Memory | None = None) -> None:
        """List what was said by or about the subject; the same subject keeps the list."""
        if memory is None and self.view is not None and self.view.selection == view.selection:
            self.view = view
            return
        super().show(view, memory)

    def contents(self, view: View) -> Contents:
        """Return the quotes."""
        return quotes_contents(view, self.filter, tall=self._tall)

    @property
    def _tall(self) -> bool:
        return self.list.size.height >= ROOM_FOR_TWO

    def on_resize(self) -> None:
        """Give each quote two lines, or one, as there is room."""
        if self.view is not None and self._tall != self._was_tall:
            self._was_tall = self._tall
            self.redraw(Place(self.list.cursor, self.list.top))
