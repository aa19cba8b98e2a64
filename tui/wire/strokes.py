"""What is to be drawn of a row, in strokes of one style each: so that all of one style can be drawn before the next.

A change of colour is 10 bytes or more, a move 2 to 8. Only cells that every terminal takes for one cell are parted so:
they can be drawn in any order.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.wire.cells import BLANK, Row
from tui.wire.spans import blanks
from tui.wire.style import Style, to_blank
from tui.wire.terminals import Abilities

FEW = len("\x1b[K")
"""Blanks that are never worth erasing."""


class Stroke(NamedTuple):
    """Cells of a row from `x`, and before `stop`, that can be drawn in one style."""

    y: int
    x: int
    stop: int
    style: Style
    erasure: str = ""
    """What makes them blank, where that is shorter than to draw them."""
    blank: bool = False
    """Whether there is nothing to see in them but a background."""


def strokes(row: Row, y: int, start: int, stop: int, able: Abilities) -> list[Stroke]:
    """Return the strokes that draw a span of a row, from left to right."""
    made: list[Stroke] = []
    for stroke in _runs(row, y, start, stop):
        before = made[-1] if made else None
        if stroke.blank and (erasure := _erasure(row, stroke, able)):
            stroke = stroke._replace(erasure=erasure, stop=len(row.clusters) if erasure == "\x1b[K" else stroke.stop)
        elif before is not None and not before.erasure and _joins(before, stroke):
            made[-1] = before._replace(stop=stroke.stop, style=(stroke if before.blank else before).style,
                                       blank=before.blank and stroke.blank)  # fmt: skip
            continue
        made.append(stroke)
    return made


def _runs(row: Row, y: int, start: int, stop: int) -> Iterator[Stroke]:
    """Yield runs of blanks, and of cells that are none, of one style each."""
    x = start
    while x < stop:
        style, end = row.styles[x], blanks(row, x)
        blank = end > x
        if not blank:
            end = x + 1
            while end < stop and row.styles[end] == style and row.clusters[end] != BLANK:
                end += 1
        yield Stroke(y, x, min(end, stop), style, blank=blank)
        x = end


def _joins(before: Stroke, after: Stroke) -> bool:
    """Tell whether two neighbours can be drawn in one style: blanks in that of what stands beside them."""
    if before.style == after.style:
        return True
    if after.blank:
        return to_blank(before.style, after.style) == before.style
    return before.blank and to_blank(after.style, before.style) == after.style


def _erasure(row: Row, stroke: Stroke, able: Abilities) -> str:
    """Return what erases blanks; nothing where they are better drawn."""
    style, count = stroke.style, stroke.stop - stroke.x
    end = blanks(row, stroke.x)
    if end - stroke.x <= FEW or style.attributes or style.link or style.others:
        return ""
    if style.ground and not able.erases_in_colour:
        return ""
    if end == len(row.clusters):
        return "\x1b[K"
    erasure = f"\x1b[{count}X"
    # What is erased must be moved over too, if more of the same style is to follow.
    follows = row.styles[end] == row.styles[stroke.x - 1] if stroke.x else False
    return erasure if able.erases_cells and count > len(erasure) * (2 if follows else 1) else ""


def drawable(row: Row, start: int, stop: int, style: Style) -> bool:
    """Tell whether cells look right when they are drawn in a style."""
    return all(
        had == style or (cluster == BLANK and to_blank(style, had) == style)
        for had, cluster in zip(row.styles[start:stop], row.clusters[start:stop], strict=True)
    )


def by_style(drawn: Sequence[Stroke]) -> dict[Style, list[Stroke]]:
    """Return strokes by the style that each is drawn in; blanks go with what stands beside them, if that will do."""
    groups: dict[Style, list[Stroke]] = {}
    for stroke in drawn:
        if not stroke.blank:
            groups.setdefault(stroke.style, []).append(stroke)
    for stroke, style in _blanks(drawn, groups):
        insort(groups.setdefault(style, []), stroke)
    return groups


def _blanks(drawn: Sequence[Stroke], groups: Iterable[Style]) -> Iterator[tuple[Stroke, Style]]:
    """Yield each stroke of blanks, and the style to draw it in."""
    known = tuple(groups)
    for at, stroke in enumerate(drawn):
        if stroke.blank:
            beside = [other.style for other in (*drawn[max(0, at - 1) : at], *drawn[at + 1 : at + 2])
                      if other.y == stroke.y and not other.blank]  # fmt: skip
            fit = (style for style in (*beside, *known) if to_blank(style, stroke.style) == style)
            yield stroke, next(fit, stroke.style)
