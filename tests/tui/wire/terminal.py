"""A small terminal of our own, as an oracle beside pyte.

pyte knows neither faint text nor links, drops what follows a joiner, and leaves half of a wide character standing. This
one knows just what Textual and the wire send, and can be made to disagree: about widths, and about what erasing does to
the background. It shares no code with the wire, except for the widths that it is given.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from wcwidth import wcwidth

from tui.wire.widths import clusters

_TOKENS = re.compile(
    r"\x1b\[([0-9;:<=>?]*)([ -/]*[@-~])|\x1b\](\d+);?([^\x07\x1b]*)(?:\x07|\x1b\\)|([\x00-\x1f])|([^\x00-\x1f]+)"
)
_ENDS = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}}
_LINES = {4, 7, 9, 21}


class Look(NamedTuple):
    """How a cell looks."""

    attributes: frozenset[int] = frozenset()
    ink: str = ""
    ground: str = ""
    link: str = ""


class Cell(NamedTuple):
    """One cell: nothing in it is the second half of a wide one."""

    cluster: str
    look: Look

    def seen(self) -> "Cell":
        """Return what can be seen of it: a blank has no ink of its own."""
        if self.cluster == " " and not self.look.attributes & _LINES:
            return Cell(" ", Look(ground=self.look.ground, link=self.look.link))
        return self


def of_each_character(text: str) -> Iterable[tuple[str, int]]:
    """Take every character for itself, as terminals do that know nothing of joiners."""
    return ((character, max(0, wcwidth(character))) for character in text)


class Terminal:
    """A screen that is fed what a program writes."""

    def __init__(
        self,
        width: int,
        height: int,
        split: Callable[[str], Iterable[tuple[str, int]]] = clusters,
        *,
        erases_in_colour: bool = True,
    ) -> None:
        self.split, self.erases_in_colour = split, erases_in_colour
        self.told: list[str] = []
        self.look = Look()
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Lose everything: who draws must draw it all again."""
        self.width, self.height = width, height
        self.rows = [[Cell("?", Look())] * width for _ in range(height)]
        self.x = self.y = 0

    def seen(self) -> list[list[Cell]]:
        """Return what can be seen."""
        return [[cell.seen() for cell in row] for row in self.rows]

    def feed(self, text: str) -> None:
        """Obey what was written."""
        end = 0
        for token in _TOKENS.finditer(text):
            assert token.start() == end, f"not understood: {text[end : token.start()]!r}"
            end = token.end()
            parameters, final, command, words, control, drawn = token.groups()
            if drawn is not None:
                self._draw(drawn)
            elif control is not None:
                self._control(control)
            elif command == "8":
                self.look = self.look._replace(link=words.removeprefix(";"))
            elif final == "m":
                self._restyle([int(code or 0) for code in parameters.split(";")], parameters)
            elif final and final in "HABCDGJKXLM" and not parameters.startswith("?"):
                self._move_or_erase(final, [int(number or 0) for number in parameters.split(";")])
            else:
                self.told.append(token[0])
        assert end == len(text), f"not understood: {text[end:]!r}"

    def _draw(self, drawn: str) -> None:
        for cluster, width in self.split(drawn):
            if not width:
                self._join(cluster)
                continue
            self.x = min(self.x, self.width - width)
            for x in range(self.x, self.x + width):
                self._put(x, Cell("", self.look))
            self.rows[self.y][self.x] = Cell(cluster, self.look)
            self.x += width

    def _join(self, mark: str) -> None:
        x = min(self.x, self.width) - 1
        while x > 0 and not self.rows[self.y][x].cluster:
            x -= 1
        if x >= 0:
            before = self.rows[self.y][x]
            self.rows[self.y][x] = before._replace(cluster=before.cluster + mark)

    def _put(self, x: int, cell: Cell) -> None:
        """Change one cell; what is left of a wide character is no character."""
        row = self.rows[self.y]
        if not row[x].cluster:
            for left in range(x - 1, -1, -1):
                was = row[left].cluster
                row[left] = row[left]._replace(cluster=" ")
                if was:
                    break
        for right in range(x + 1, self.width):
            if row[right].cluster:
                break
            row[right] = row[right]._replace(cluster=" ")
        row[x] = cell

    def _control(self, control: str) -> None:
        if control == "\r":
            self.x = 0
        elif control == "\n":
            assert self.y + 1 < self.height, "the screen would scroll"
            self.x, self.y = 0, self.y + 1
        elif control == "\v":
            assert self.y + 1 < self.height, "the screen would scroll"
            self.y += 1
        elif control == "\b":
            self.x = min(self.x, self.width - 1) - 1
        else:
            self.told.append(control)

    def _move_or_erase(self, final: str, numbers: list[int]) -> None:
        first = max(1, numbers[0])
        here = min(self.x, self.width - 1)
        if final == "H":
            self.y = min(first, self.height) - 1
            self.x = min(max(1, numbers[1] if len(numbers) > 1 else 1), self.width) - 1
        elif final in "AB":
            self.y = max(0, min(self.height - 1, self.y + (first if final == "B" else -first)))
        elif final in "CD":
            self.x = max(0, min(self.width - 1, here + (first if final == "C" else -first)))
        elif final == "G":
            self.x = min(first, self.width) - 1
        elif final == "J":
            assert not numbers[0]
            self._move_or_erase("K", [0])
            blank = Cell(" ", Look(ground=self.look.ground if self.erases_in_colour else ""))
            self.rows[self.y + 1 :] = [[blank] * self.width for _ in self.rows[self.y + 1 :]]
        elif final in "LM":
            self._change_rows(final, min(first, self.height - self.y))
        else:
            stop = self.width if final == "K" else min(self.width, here + first)
            ground = self.look.ground if self.erases_in_colour else ""
            for x in range(here, stop):
                self._put(x, Cell(" ", Look(ground=ground)))

    def _change_rows(self, final: str, count: int) -> None:
        new = [[Cell(" ", Look(ground=self.look.ground)) for _ in range(self.width)] for _ in range(count)]
        if final == "L":
            self.rows[self.y : self.y] = new
        else:
            self.rows[self.y : self.y + count] = []
            self.rows += new
        del self.rows[self.height :]
        self.x = 0

    def _restyle(self, codes: list[int], parameters: str) -> None:
        at = 0
        while at < len(codes):
            code = codes[at]
            if code in (38, 48):
                length = 3 if codes[at + 1] == 5 else 5
                colour = ";".join(parameters.split(";")[at : at + length])
                self.look = self.look._replace(ink=colour) if code == 38 else self.look._replace(ground=colour)
                at += length
                continue
            self.look = self._restyled(code)
            at += 1

    def _restyled(self, code: int) -> Look:
        look = self.look
        if code == 0:
            return Look(link=look.link)
        if code < 22:
            return look._replace(attributes=look.attributes | {code})
        if code in _ENDS:
            return look._replace(attributes=look.attributes - _ENDS[code])
        if 30 <= code <= 39 or 90 <= code <= 97:
            return look._replace(ink="" if code == 39 else str(code))
        assert 40 <= code <= 49 or 100 <= code <= 107, code
        return look._replace(ground="" if code == 49 else str(code))
