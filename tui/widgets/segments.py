"""Lines of runs as Textual draws them."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style

from tui.widgets.runs import Line, Look, Run


def segments(line: Line, style: Callable[[Look], Style]) -> list[Segment]:
    """Return the line as Rich wants it. Blanks go with the run before them: no change of colour is sent for nothing."""
    joined: list[Run] = []
    for run in line:
        if joined and (run.look == joined[-1].look or run.text.isspace()):
            joined[-1] = Run(joined[-1].text + run.text, joined[-1].look)
        elif run.text:
            joined.append(run)
    return [Segment(run.text, style(run.look)) for run in joined]
