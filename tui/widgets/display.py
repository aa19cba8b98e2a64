"""Showing and hiding widgets."""

from textual.widget import Widget


def display(widget: Widget, shown: bool) -> None:
    """Show or hide a widget. Textual lays the whole screen out anew when it is told, also what is so already."""
    if widget.display != shown:
        widget.display = shown
