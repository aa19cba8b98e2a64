"""What every screen of ours does in place of Textual's own about text that is selected."""

from typing import Any

from textual.selection import Selection
from textual.widget import Widget


class Selecting:
    """Part of a screen: tells its widgets at once of what is selected in them.

    Textual's own screen puts that off until its next turn, from its very beginning on. A program that ends before has a
    coroutine left over that nobody awaits, and Python complains of it on the terminal.
    """

    def _tell_selected(self, before: dict[Widget, Selection], now: dict[Widget, Selection]) -> None:
        for widget in before.keys() | now.keys():
            widget.selection_updated(now.get(widget))

    _watch_selections: Any = _tell_selected
