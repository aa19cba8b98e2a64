"""A canvas of braille dots: two across and four down in a cell, in plain Python."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, isfinite

from tui.widgets.projection import DOTS_ACROSS, DOTS_DOWN

Dots = tuple[float, float]
"""Dots to the right of and below the upper left corner."""

BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a cell, row by row, as Unicode numbers them from U+2800."""
GLYPHS = (" ", *(chr(0x2800 + mask) for mask in range(1, 256)))
"""What a cell's dots look like; a cell without any is a plain blank, a third of the bytes of U+2800."""
FINE = 16
"""Binary places of the fraction that a stroke carries."""
HALF = 1 << FINE - 1
NEAR = 3
"""Dots, counted along both axes, that a path moves at least before a stroke is worth its time."""


class Canvas:
    """Dots to be switched on. What lies outside the canvas is left out, however far."""

    def __init__(self, width_cells: int, height_cells: int) -> None:
        self.width = width_cells
        self.height = height_cells
        self._right = width_cells * DOTS_ACROSS - 1
        self._bottom = height_cells * DOTS_DOWN - 1
        # A byte a dot; first the top row of all cells, then the second of all, so that `masks` can fold whole planes.
        self._dots = bytearray(width_cells * height_cells * DOTS_ACROSS * DOTS_DOWN)
        across = width_cells * DOTS_ACROSS
        self._starts = [
            (y % DOTS_DOWN * height_cells + y // DOTS_DOWN) * across for y in range(height_cells * DOTS_DOWN)
        ]

    def dot(self, x: float, y: float) -> None:
        """Switch on one dot."""
        self.line((x, y), (x, y))

    def line(self, start: Dots, end: Dots, every: int = 1) -> None:
        """Switch on the dots of a straight line, or each second, third … column or row of it."""
        inside = clipped(start, end, self._right, self._bottom)
        if inside:
            self._stroke(*inside, every)

    def path(self, points: Sequence[Dots], every: int = 1) -> None:
        """Draw a line from each point to the next, passing over points within a dot or two of the one before."""
        right, bottom, stroke = self._right, self._bottom, self._stroke
        for (x0, y0), (x1, y1) in pairwise(_thinned(points)):
            if 0 <= x0 <= right and 0 <= x1 <= right and 0 <= y0 <= bottom and 0 <= y1 <= bottom:
                stroke(x0, y0, x1, y1, every)
            elif not (x0 < 0 > x1 or y0 < 0 > y1 or x0 > right < x1 or y0 > bottom < y1):
                self.line((x0, y0), (x1, y1), every)

    def _stroke(self, x0: int, y0: int, x1: int, y1: int, every: int) -> None:
        """Walk along the longer axis and carry the other in 65536ths: no division and no rounding a dot."""
        dots, starts = self._dots, self._starts
        dx, dy = x1 - x0, y1 - y0
        if abs(dx) >= abs(dy):
            if dx < 0:
                x0, y0, x1 = x1, y1, x0
            slope, skipped = (dy << FINE) // (dx or 1), -x0 % every
            y = (y0 << FINE) + HALF + slope * skipped
            for x in range(x0 + skipped, x1 + 1, every):
                dots[starts[y >> FINE] + x] = 1
                y += slope * every
        else:
            if dy < 0:
                x0, y0, y1 = x1, y1, y0
            slope, skipped = (dx << FINE) // dy, -y0 % every
            x = (x0 << FINE) + HALF + slope * skipped
            for start in starts[y0 + skipped : y1 + 1 : every]:
                dots[start + (x >> FINE)] = 1
                x += slope * every

    def masks(self) -> bytes:
        """Return the dots of each cell as one byte, row after row: planes of dots, as long numbers, laid together."""
        cells, folded = self.width * self.height, 0
        for row, bits in enumerate(BITS):
            plane = self._dots[row * cells * DOTS_ACROSS : (row + 1) * cells * DOTS_ACROSS]
            for column, bit in enumerate(bits):
                folded |= int.from_bytes(plane[column::DOTS_ACROSS], "big") * bit
        return folded.to_bytes(cells, "big")

    def rows(self) -> list[str]:
        """Return the picture, one character a cell."""
        text = "".join([GLYPHS[mask] for mask in self.masks()])
        return [text[start : start + self.width] for start in range(0, len(text), self.width)]


def _thinned(points: Sequence[Dots]) -> list[tuple[int, int]]:
    """Return whole dots: the first, the last, and between them those that lie at least NEAR from the one before."""
    dots = [(floor(x), floor(y)) for x, y in points]
    x0, y0 = dots[0]
    kept = [(x0, y0)]
    for x, y in dots:
        if abs(x - x0) + abs(y - y0) >= NEAR:
            kept.append((x, y))
            x0, y0 = x, y
    return [*kept, dots[-1]]


def clipped(start: Dots, end: Dots, right: int, bottom: int) -> tuple[int, int, int, int] | None:
    """Return the dots at which a line enters and leaves the box from 0, 0 to right, bottom; None when it passes by.

    Liang and Barsky 1984: the line is start + share * (end - start), and each edge of the box allows some shares. A
    line whose length is no finite number passes by.
    """
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    if not (isfinite(dx) and isfinite(dy)):
        return None
    enters, leaves = 0.0, 1.0
    for towards, room in ((-dx, x), (dx, right + 1 - x), (-dy, y), (dy, bottom + 1 - y)):
        if towards < 0:
            enters = max(enters, room / towards)
        elif towards > 0:
            leaves = min(leaves, room / towards)
        elif room < 0:
            return None
    if enters > leaves:
        return None
    return (
        _within(x + dx * enters, right),
        _within(y + dy * enters, bottom),
        _within(x + dx * leaves, right),
        _within(y + dy * leaves, bottom),
    )


def _within(value: float, most: int) -> int:
    """Return the whole dot below, from 0 to most: of a line from far away, rounding alone may leave the box."""
    return int(min(max(value, 0.0), float(most)))
