"""A line of the screen that says something at its left and something at its right."""

from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.runs import BLANK, LOOKS, Line, Run, Said
from tui.widgets.segments import segments


class Bar(Widget):
    """One line of styled runs. It redraws itself only when what it says changes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOKS)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._said = Said()

    def say(self, left: Line, right: Line = (), filler: Run = BLANK) -> None:
        """Say this from now on, with a filler between the two; where both do not fit, `left` is cut."""
        said = Said(left, right, filler)
        if said != self._said:
            self._said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y or width <= 0:
            return Strip.blank(width, self.rich_style)
        line = self._said.line(width)
        return Strip(segments(line, lambda look, _: self.get_component_rich_style(f"row--{look}")), width)
