"""The five panes in lines. What draws one is loaded when it is drawn: who waits for the first waits for no other."""

from collections.abc import Callable
from importlib import import_module

from tui.commands.command import PaneId
from tui.first.body import Body, Room
from tui.state.stop import Memory
from tui.state.view import View

Draw = Callable[[View, Memory, Room], Body]


def drawing(pane: PaneId) -> Draw:
    """Return what draws a pane."""
    draw: Draw = import_module(f"tui.first.panes.{pane}").body
    return draw
