"""The picture takes the size that the program has."""

from typing import Any

from textual.app import App

from tui.wire.wire import Wire


def size_of(app: App[Any]) -> tuple[int, int]:
    """Return columns and lines of the program; a terminal may say that it has none."""
    width, height = app.size
    return max(1, width), max(1, height)


def follow(wire: Wire, app: App[Any]) -> None:
    """Give the picture the program's size, and have all of it drawn.

    The size comes before Textual lays out in it; where it has changed back by then, Textual draws nothing anew.
    """
    if wire.size != size_of(app):
        wire.resize(*size_of(app))
        app.call_later(app.refresh)
