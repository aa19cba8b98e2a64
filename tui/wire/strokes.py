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

TO_THE_END = "\x1b[K"
FEW = len(TO_THE_END)
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
    x = start
    while x < stop:
        style, blank = row.styles[x], row.clusters[x] == BLANK
        end = blanks(row, x) if blank else _text(row, x, stop)
        if blank and (erasure := _erasure(row, x, end, stop, able)):
            made.append(Stroke(y, x, end if erasure == TO_THE_END else min(end, stop), style, erasure, blank=True))
        elif joined := made and not made[-1].erasure and _joined(made[-1], style, blank=blank):
            made[-1] = made[-1]._replace(stop=min(end, stop), style=joined, blank=made[-1].blank and blank)
        else:
            made.append(Stroke(y, x, min(end, stop), style, blank=blank))
        x = end
    return made


def _text(row: Row, x: int, stop: int) -> int:
    """Return where cells of one style end that are no blanks, and begin at a column."""
    clusters, styles = row.clusters, row.styles
    style = styles[x]
    while x < stop and clusters[x] != BLANK and (styles[x] is style or styles[x] == style):
        x += 1
    return x


def _joined(before: Stroke, style: Style, *, blank: bool) -> Style | None:
    """Return the style in which cells can be drawn together with what stands before them: blanks take another's."""
    if before.style == style:
        return style
    if blank:
        return before.style if to_blank(before.style, style) == before.style else None
    return style if before.blank and to_blank(style, before.style) == style else None


def _erasure(row: Row, x: int, end: int, stop: int, able: Abilities) -> str:
    """Return what erases blanks up to where they or the span ends; nothing where they are better drawn."""
    style = row.styles[x]
    if end - x <= FEW or style.attributes or style.link or style.others or (style.ground and not able.erases_in_colour):
        return ""
    if end == len(row.clusters):
        return TO_THE_END
    count = min(end, stop) - x
    erasure = f"\x1b[{count}X"
    # What is erased must be moved over too, if more of the same style is to follow.
    times = 2 if x and row.styles[end] == row.styles[x - 1] else 1
    return erasure if able.erases_cells and count > len(erasure) * times else ""


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
            near = (*drawn[max(0, at - 1) : at], *drawn[at + 1 : at + 2])
            beside = (other.style for other in near if other.y == stroke.y and not other.blank)
            fit = (style for style in (*beside, *known) if to_blank(style, stroke.style) == style)
            yield stroke, next(fit, stroke.style)
