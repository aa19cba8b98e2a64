"""What a terminal shows: rows of cells, each a cluster of characters in a style."""

from collections.abc import Iterator
from typing import Self

from tui.wire.style import PLAIN, Style, on_blank
from tui.wire.widths import is_settled

BLANK = " "
CONTINUED = ""
"""The cluster of a cell that a wide one on its left reaches into."""


class Row:
    """One line. Blanks are kept in the style that can be seen of them, so that equal rows look the same."""

    __slots__ = ("clusters", "styles", "unsettled")

    def __init__(self, width: int) -> None:
        self.clusters = [BLANK] * width
        self.styles = [PLAIN] * width
        self.unsettled = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self.clusters == other.clusters and self.styles == other.styles

    __hash__ = None  # type: ignore[assignment]  # it changes

    def copy(self) -> Self:
        """Return the same row, to change apart from this one."""
        made = type(self)(0)
        made.clusters, made.styles, made.unsettled = self.clusters[:], self.styles[:], self.unsettled
        return made

    def put(self, x: int, text: str, style: Style) -> None:
        """Draw plain text that ends within the row."""
        stop = x + len(text)
        self._cut(x)
        self._cut(stop)
        self.clusters[x:stop] = text
        blank = on_blank(style)
        if blank == style or BLANK not in text:
            self.styles[x:stop] = [style] * len(text)
        else:
            self.styles[x:stop] = [blank if character == BLANK else style for character in text]

    def put_cluster(self, x: int, cluster: str, width: int, style: Style) -> None:
        """Draw one cluster that ends within the row."""
        self.put(x, BLANK * width, style)
        if cluster == BLANK:
            return
        self.clusters[x : x + width] = [cluster, *[CONTINUED] * (width - 1)]
        self.styles[x : x + width] = [style] * width
        self.unsettled = self.unsettled or not is_settled(cluster)

    def join(self, x: int, marks: str) -> None:
        """Add marks to the cluster that takes a cell."""
        while x and self.clusters[x] == CONTINUED:
            x -= 1
        self.clusters[x] += marks
        self.unsettled = True

    def erase(self, start: int, stop: int, style: Style) -> None:
        """Make cells blank, on the background of a style."""
        self.put(start, BLANK * (stop - start), Style(ground=style.ground))

    def _cut(self, x: int) -> None:
        """Make blank what is left of a wide cluster when its cells are parted before this one."""
        if not 0 < x < len(self.clusters) or self.clusters[x] != CONTINUED:
            return
        start = x
        while self.clusters[start] == CONTINUED:
            start -= 1
        while x < len(self.clusters) and self.clusters[x] == CONTINUED:
            x += 1
        for half in range(start, x):
            self.clusters[half], self.styles[half] = BLANK, on_blank(self.styles[half])

    def first_unsettled(self) -> int:
        """Return the first cell from which terminals may disagree about the row; its width when there is none."""
        width = len(self.clusters)
        if not self.unsettled:
            return width
        return next((x for x, cluster in enumerate(self.clusters) if not is_settled(cluster)), width)


class Cells:
    """A screen of rows."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = [Row(width) for _ in range(height)]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)
