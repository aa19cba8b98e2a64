"""The cells of a map while it is drawn: what stands in each, and in which layer."""

import unicodedata
from collections.abc import Sequence
from enum import IntEnum

from tui.measure import cell_len
from tui.widgets.runs import ELLIPSIS, cut


class Layer(IntEnum):
    """What a cell shows; whatever comes later lies above what comes before."""

    BLANK = 0
    BORDER = 1
    COAST = 2
    COUNTRY = 3
    LABEL = 4
    PLACE = 5
    SELECTED = 6
    """The selected place: its mark and its name."""


class Sheet:
    """Cells to write on, row after row, beginning with the ground that is given."""

    def __init__(self, width: int, height: int, cells: Sequence[str], layers: bytes) -> None:
        self.width = width
        self.height = height
        self._cells = list(cells)
        self._layers = bytearray(layers)

    def write(self, column: int, row: int, text: str, layer: Layer) -> None:
        """Write text that fits; of a character two cells wide the second cell is left empty."""
        at = row * self.width + column
        for cell in cells_of(text):
            self._cells[at] = cell
            self._layers[at] = layer
            at += 1

    def write_apart(self, column: int, row: int, text: str, layer: Layer) -> None:
        """Write text and clear the cells at its ends, so that no coast runs into a letter."""
        for end in (column - 1, column + cell_len(text)):
            if 0 <= end < self.width and self._layers[row * self.width + end] <= Layer.COAST:
                self.write(end, row, " ", Layer.BLANK)
        self.write(column, row, text, layer)

    def is_free(self, column: int, row: int, length: int, before: int, after: int) -> bool:
        """Return whether so many cells are on the sheet and, with some before and after, hold no name and no mark."""
        if not (0 <= row < self.height and column >= 0 and column + length <= self.width):
            return False
        return max(self._around(column, row, length, before, after), default=Layer.BLANK) <= Layer.COAST

    def hidden(self, column: int, row: int, length: int) -> int:
        """Return how many cells of coast or border a text of this length, set apart, would cover."""
        around = self._around(column, row, length, 1, 1)
        return len(around) - around.count(Layer.BLANK)

    def _around(self, column: int, row: int, length: int, before: int, after: int) -> bytearray:
        """Return the layers of so many cells and of those beside them."""
        start = row * self.width
        return self._layers[start + max(column - before, 0) : start + min(column + length + after, self.width)]

    def rows(self) -> list[tuple[list[str], bytes]]:
        """Return the characters and the layers of each row."""
        starts = range(0, self.width * self.height, self.width)
        return [
            (self._cells[start : start + self.width], bytes(self._layers[start : start + self.width]))
            for start in starts
        ]


def cells_of(text: str) -> list[str]:
    """Return a text cell by cell: marks that combine go with their letter, the second cell of a wide one is empty."""
    cells: list[str] = []
    for character in text:
        width = cell_len(character)
        if width:
            cells += [character, *[""] * (width - 1)]
        elif cells:
            cells[-1 if cells[-1] else -2] += character
    return cells


def one_line(text: str, room: int, *, plain: bool) -> str:
    """Return what can be printed of a name on one line of at most `room` cells, cut with an ellipsis; maybe nothing.

    Variation selectors and joiners go: they change how wide the characters around them are. Plain names lose accents
    and whatever else is not ASCII.
    """
    printable = "".join(character for character in " ".join(text.split()) if character.isprintable())
    name = printable.replace("\ufe0f", "")
    if plain:
        name = " ".join(unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().split())
    short = cut(name, room)
    return short.replace(ELLIPSIS, ".") if plain else short
