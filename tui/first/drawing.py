"""Lines drawn into cells."""

from collections.abc import Iterable

from tui.first.lines import Placed
from tui.first.styles import Styles
from tui.widgets.runs import Line
from tui.wire.cells import Cells, Row
from tui.wire.reading import Reading
from tui.wire.style import Style
from tui.wire.widths import all_plain, clusters


def drawn(lines: Iterable[Placed], width: int, height: int, style: Styles) -> Cells:
    """Return a screen with lines on it; the rest is blank."""
    cells = Cells(width, height)
    blank = style("plain", False)
    for row in cells:
        row.erase(0, width, blank)
    draw(cells, lines, style)
    return cells


def draw(cells: Cells, lines: Iterable[Placed], style: Styles) -> None:
    """Draw lines on a screen."""
    for x, y, line in lines:
        _draw(cells.rows[y], x, line, style)


def redrawn(picture: str, width: int, height: int) -> Cells:
    """Return the screen that a picture draws, as `tui.wire.difference.whole` gives it."""
    reading = Reading(width, height)
    reading.read(picture)
    return reading.cells


def _draw(row: Row, x: int, line: Line, style: Styles) -> None:
    for text, look, tinted in line:
        x = _put(row, x, text, style(look, tinted))


def _put(row: Row, x: int, text: str, style: Style) -> int:
    """Draw a text from a column on; return the column after it."""
    if all_plain(text):
        row.put(x, text, style)
        return x + len(text)
    for cluster, width in clusters(text):
        if width:
            row.put_cluster(x, cluster, width, style)
            x += width
        elif x:
            row.join(x - 1, cluster)
    return x
