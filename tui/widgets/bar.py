"""A line of the screen that says something at its left and something at its right."""

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.inks import inks
from tui.widgets.runs import BLANK, Line, Run, Said, run_at
from tui.widgets.segments import segments


class Bar(Widget):
    """One line of styled runs. It redraws itself only when what it says changes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; }
    """

    class Clicked(Message):
        """One of the runs was clicked; `text` is what it says."""

        def __init__(self, bar: "Bar", text: str) -> None:
            super().__init__()
            self.bar = bar
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._said = Said()

    def say(self, left: Line, right: Line = (), filler: Run = BLANK) -> None:
        """Say this from now on, with a filler between the two; where both do not fit, `left` is cut."""
        said = Said(left, right, filler)
        if said != self._said:
            self._said = said
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which run was clicked."""
        event.stop()
        self.post_message(self.Clicked(self, run_at(self._said.line(self.size.width), event.x).text))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width, style = self.size.width, inks(self)
        if y or width <= 0:
            return Strip.blank(width, style("plain", False))
        return Strip(segments(self._said.line(width), style), width)
