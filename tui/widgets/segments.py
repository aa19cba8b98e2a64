"""Lines of runs as Textual draws them."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style

from tui.widgets.runs import Line, Look, Run


def segments(line: Line, style: Callable[[Look, bool], Style]) -> list[Segment]:
    """Return the line as Rich wants it; `style` gives that of a look, tinted or not.

    Blanks go with the run before them: no change of colour is sent for nothing.
    """
    joined: list[Run] = []
    for run in line:
        before = joined[-1] if joined else None
        if before and run.tinted == before.tinted and (run.look == before.look or run.text.isspace()):
            joined[-1] = before._replace(text=before.text + run.text)
        elif run.text:
            joined.append(run)
    return [Segment(run.text, style(run.look, run.tinted)) for run in joined]
