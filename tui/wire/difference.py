"""The fewest bytes from one picture to the next: a pen that knows where it is and in which style it draws."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Self

from tui.wire.cells import BLANK, Cells, Row
from tui.wire.moves import Spot, move
from tui.wire.scrolling import Scroll
from tui.wire.spans import blanks, spans, width_at
from tui.wire.strokes import FEW, Stroke, by_style, drawable, strokes
from tui.wire.style import PLAIN, Style, change, on_blank, to_blank
from tui.wire.terminals import Abilities
from tui.wire.widths import is_certain

_GAP = 12
"""Cells that are worth a thought whether to draw them again rather than to move over them."""


class Pen:
    """Draws rows of a picture over what a terminal shows. It remembers where it was left, and its style."""

    def __init__(self, able: Abilities) -> None:
        self._able = able
        self._spot: Spot | None = None
        self._style: Style | None = None
        self._drawn: list[str] = []

    def copy(self) -> Self:
        """Return a pen that is where this one is, to try something with."""
        made = type(self)(self._able)
        made._spot, made._style, made._drawn = self._spot, self._style, self._drawn[:]
        return made

    def lose(self) -> None:
        """Take nothing for granted: the terminal may have moved the cursor, or been told another style."""
        self._spot = self._style = None

    def clear(self, wanted: Cells) -> list[Row | None]:
        """Have nothing on the screen but the background that most of a picture has; return what is shown then."""
        grounds = Counter(style.ground for row in wanted for style in row.styles)
        ground = grounds.most_common(1)[0][0] if self._able.erases_in_colour else ""
        if not grounds[ground]:
            return [None] * wanted.height
        blank = Row(wanted.width)
        blank.erase(0, wanted.width, Style(ground=ground))
        self._move(0, 0)
        self._dip(Style(ground=ground))
        self._drawn.append("\x1b[J")
        return [blank] * wanted.height

    def draw(self, shown: Sequence[Row | None], wanted: Cells, changed: Iterable[int], cursor: Spot) -> str:
        """Return what makes these rows look as wanted, and leaves the cursor where it should be."""
        sure: list[Stroke] = []
        unsure: list[tuple[int, int, int]] = []
        for y in sorted(changed):
            row = wanted.rows[y]
            before = shown[y]
            # Where a terminal may hold other widths than meant, what is drawn can cut what stands beside it.
            settled = min(row.first_unsettled(), before.first_unsettled()) if before is not None else 0
            for start, stop in spans(before, row):
                if stop <= settled:
                    sure += strokes(row, y, start, stop, self._able)
                else:
                    unsure.append((y, start, stop))
        self._draw_strokes(wanted, by_style(sure))
        for y, start, stop in unsure:
            self._draw_span(y, wanted.rows[y], start, stop)
        self._move(cursor.x or 0, cursor.y)
        drawn = "".join(self._drawn)
        self._drawn.clear()
        return drawn

    def scroll(self, scroll: Scroll, height: int) -> None:
        """Move rows, before a picture is drawn over them; `height` is that of the screen."""
        self._dip(PLAIN)  # which is then the look of what comes in
        count = abs(scroll.by)
        out, into = scroll.top, scroll.stop - count
        if scroll.by < 0:
            out, into = into, out
        if out + count < height or scroll.by > 0:
            self._change_rows(out, f"\x1b[{count}M")
        if into + count < height or scroll.by < 0:
            self._change_rows(into, f"\x1b[{count}L")

    def _change_rows(self, y: int, change: str) -> None:
        self._move(0, y)
        self._drawn.append(change)
        self._spot = Spot(None, y)

    # -- strokes

    def _draw_strokes(self, wanted: Cells, groups: dict[Style, list[Stroke]]) -> None:
        """Draw all of one style, then of the next: of those that are left, the one that is reached soonest."""
        while groups:
            style = min(groups, key=lambda style: self._way_to(style, groups[style][0]))
            group = groups.pop(style)
            self._dip(to_blank(self._style, style) if all(stroke.blank for stroke in group) else style)
            for stroke in group:
                self._draw_stroke(wanted.rows[stroke.y], stroke)

    def _way_to(self, style: Style, first: Stroke) -> int:
        return len(change(self._style, style)) + len(move(self._spot, first.x, first.y, self._able))

    def _way(self, row: Row, stroke: Stroke) -> str:
        """Return what comes to a stroke: a move, or cells before it that look right in its style."""
        spot, x = self._spot, stroke.x
        way = move(spot, x, stroke.y, self._able)
        if spot is None or self._style is None:
            return way
        if spot.y == stroke.y and spot.x is not None and 0 < x - spot.x <= len(way):
            start, first = spot.x, ""
        elif spot.y + 1 == stroke.y and x + 2 <= len(way):
            start, first = 0, "\r\n"
        else:
            return way
        again = first + "".join(row.clusters[start:x])
        return again if _size(again) <= len(way) and drawable(row, start, x, self._style) else way

    def _draw_stroke(self, row: Row, stroke: Stroke) -> None:
        self._drawn.append(self._way(row, stroke))
        stop = stroke.x if stroke.erasure else stroke.stop
        self._drawn.append(stroke.erasure or "".join(row.clusters[stroke.x : stop]))
        # In the last column terminals differ in where the cursor then is.
        self._spot = Spot(stop if stop < len(row.clusters) else None, stroke.y)

    # -- a span

    def _draw_span(self, y: int, row: Row, start: int, stop: int) -> None:
        x = self._reach(y, row, start)
        while x < stop:
            blank = blanks(row, x)
            if blank - x > FEW:
                x = self._draw_blanks(y, row, x, blank, stop)
            elif not is_certain(row.clusters[x]):
                x = self._draw_unsure(y, row, x)
            else:
                x = self._draw_text(y, row, x, stop)

    def _reach(self, y: int, row: Row, start: int) -> int:
        """Come to a span: over the cells before it, or by drawing them again where that is shorter. Return where."""
        spot = self._spot
        if spot is None or spot.y != y or spot.x is None or not 0 < start - spot.x <= _GAP:
            return start
        over = move(spot, start, y, self._able)
        again, style = spelled(row, spot.x, start, self._style)
        aim = row.styles[start]
        if row.first_unsettled() < start or _size(again + change(style, aim)) > len(over + change(self._style, aim)):
            return start
        return spot.x

    def _draw_text(self, y: int, row: Row, x: int, stop: int) -> int:
        end = x
        while end < stop and is_certain(cluster := row.clusters[end]):
            blank = blanks(row, end) if cluster == BLANK else end + 1
            if blank - end > FEW:
                break
            end = min(stop, max(blank, end + 1))
        self._write(y, row, x, end)
        return end

    def _write(self, y: int, row: Row, x: int, stop: int) -> None:
        self._move(x, y)
        text, self._style = spelled(row, x, stop, self._style)
        self._drawn.append(text)
        # In the last column terminals differ in where the cursor then is.
        self._spot = Spot(stop if stop < len(row.clusters) else None, y)

    def _draw_unsure(self, y: int, row: Row, x: int) -> int:
        """Draw a cluster that may turn out wider or narrower than meant: over blanks, and with no trust after it."""
        width = width_at(row, x)
        self._dip(row.styles[x])
        self._move(x, y)
        self._drawn.append(BLANK * width)
        self._spot = Spot(x + width if x + width < len(row.clusters) else None, y)
        self._move(x, y)
        self._drawn.append(row.clusters[x])
        self._spot = Spot(None, y)
        return x + width

    def _draw_blanks(self, y: int, row: Row, x: int, end: int, stop: int) -> int:
        """Draw blanks that begin at a column and end at another, or erase them; return where they are done."""
        style = row.styles[x]
        erasable = not (style.attributes or style.link or style.others)
        erasable = erasable and (self._able.erases_in_colour or not style.ground)
        if erasable and end == len(row.clusters):
            return self._erase(y, x, end, style, "\x1b[K")
        count = min(end, stop) - x
        erasure = f"\x1b[{count}X"
        # What is erased must be moved over too, if more is to follow.
        if erasable and self._able.erases_cells and count > len(erasure) * (1 if end >= stop else 2):
            return self._erase(y, x, x + count, style, erasure)
        self._write(y, row, x, x + count)
        return x + count

    def _erase(self, y: int, x: int, stop: int, style: Style, erasure: str) -> int:
        self._move(x, y)
        self._dip(to_blank(self._style, style))
        self._drawn.append(erasure)
        return stop

    # -- the pen

    def _move(self, x: int, y: int) -> None:
        self._drawn.append(move(self._spot, x, y, self._able))
        self._spot = Spot(x, y)

    def _dip(self, style: Style) -> None:
        self._drawn.append(change(self._style, style))
        self._style = style


def whole(cells: Cells, able: Abilities) -> str:
    """Return what draws a picture on a terminal of which nothing is known."""
    pen = Pen(able)
    return pen.draw(pen.clear(cells), cells, range(cells.height), Spot(0, 0))


def rest(shown: Sequence[Row], cells: Cells, able: Abilities) -> str:
    """Return what makes a picture of one that a terminal shows, of which nothing else is known."""
    return Pen(able).draw([*shown], cells, range(cells.height), Spot(0, 0))


def spelled(row: Row, start: int, stop: int, style: Style | None) -> tuple[str, Style | None]:
    """Return the cells of a row as text, for a terminal left in a style; and the style that it is in then."""
    spelling: list[str] = []
    for x in range(start, stop):
        cluster, wanted = row.clusters[x], row.styles[x]
        if wanted is not style:
            aim = wanted if cluster != BLANK else _for_blank(row, x, stop, style)
            spelling.append(change(style, aim))
            style = aim
        spelling.append(cluster)
    return "".join(spelling), style


def _for_blank(row: Row, x: int, stop: int, style: Style | None) -> Style:
    """Return the style to draw a blank in: the present one if that will do, else that of what follows if that will."""
    wanted = row.styles[x]
    near = to_blank(style, wanted)
    if near != style:
        following = next((after for after in range(x + 1, stop) if row.clusters[after] != BLANK), x)
        if on_blank(row.styles[following]) == wanted:
            return row.styles[following]
    return near


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
