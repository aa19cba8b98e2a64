"""What Textual writes, read as a terminal would read it: drawing becomes cells, all else is kept to be passed on.

Textual's compositor writes CUP, SGR, text and line feeds; Rich a little more. What is not understood is passed on too,
and the screen is then taken for unknown, so that a picture is right even where this reading is not.
"""

import re
from collections.abc import Callable

from tui.wire.cells import Cells, Row
from tui.wire.colours import MANY, shown
from tui.wire.moves import Spot
from tui.wire.style import PLAIN, Style, obeyed
from tui.wire.widths import all_plain, clusters

KEPT = 256
"""How many different things wait to be passed on, at most: what a terminal was told last is what counts."""

_TOKENS = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|\x1b\[(?P<parameters>[0-?]*)(?P<final>[ -/]*[@-~])"
    r"|(?P<command>\x1b\](?P<number>\d*)(?P<words>[^\x07\x1b]*)(?:\x07|\x1b\\))"
    r"|(?P<other>\x1b[PX^_][^\x1b]*\x1b\\|\x1b[ -/]*[0-~]|[\x00-\x1f\x7f-\x9f])"
)
_MODE = re.compile(r"\x1b\[\??\d+[hl]")
_HARMLESS = ("h", "l", "n", "u", "$p", "c", "t", "q", " q")  # modes, questions, keys: nothing of it draws


class Reading:
    """A picture in the making, and what else the terminal is to be told."""

    def __init__(self, width: int, height: int, colours: int = MANY, spell: Callable[[str], str] | None = None) -> None:
        """`colours` is how many there are to draw in; `spell` gives what there is to draw for a text, cell by cell."""
        self.resize(width, height)
        self._colours, self._spell = colours, spell
        self.synchronises = False
        """Whether the terminal draws a marked frame in one go: Textual marks its own only where it has said so."""
        self._style = self._look = PLAIN
        self._aside: dict[str, str] = {}
        self._motions: dict[str, Callable[[list[int]], None]] = {
            "H": self._to,
            "f": self._to,
            "A": lambda by: self._go(0, -by[0]),
            "B": lambda by: self._go(0, by[0]),
            "C": lambda by: self._go(by[0], 0),
            "D": lambda by: self._go(-by[0], 0),
            "G": lambda to: self._to([self._y + 1, to[0]]),
            "d": lambda to: self._to([to[0], self._x + 1]),
        }
        self._erasures: dict[str, Callable[[int], None]] = {
            "J": self._erase_screen,
            "K": self._erase_row,
            "X": lambda count: self._erase(self._y, self._x, self._x + max(1, count)),
        }

    def resize(self, width: int, height: int) -> None:
        """Begin a picture of another size, blank."""
        self.cells = Cells(width, height)
        self.changed = set(range(height))
        self.lost = True
        self.begun = False
        self._x = self._y = 0

    def begin_with(self, cells: Cells) -> None:
        """Begin with a picture of the same size: what is read from now on is drawn over it."""
        self.cells.rows = [row.copy() for row in cells]
        self.changed.clear()
        self.lost = False
        self.begun = True

    @property
    def cursor(self) -> Spot:
        """Where the cursor is left."""
        return Spot(min(self._x, self.cells.width - 1), self._y)

    def aside(self) -> str:
        """Return what is no drawing, in its order, and forget it."""
        told = "".join(self._aside.values())
        self._aside.clear()
        return told

    def read(self, text: str) -> None:
        """Draw what a text draws, and keep the rest."""
        for token in _TOKENS.finditer(text):
            kind = token.lastgroup
            if kind == "text":
                self._draw(token["text"])
            elif kind == "final":
                self._sequence(token[0], token["parameters"], token["final"])
            elif kind == "command":
                self._command(token)
            else:
                self._control(token[0])

    # -- what draws

    def _draw(self, text: str) -> None:
        if self._spell is not None:
            text = self._spell(text)
        width = self.cells.width
        row = self._row()
        if all_plain(text):
            if self._x + len(text) > width:  # lines are not wrapped: the last cell takes all that is too much
                self._draw_past_the_edge(row, [(character, 1) for character in text])
                return
            row.put(self._x, text, self._look)
            self._x += len(text)
        else:
            self._draw_past_the_edge(row, list(clusters(text)))

    def _draw_past_the_edge(self, row: Row, drawn: list[tuple[str, int]]) -> None:
        for cluster, width in drawn:
            if not width:
                if self._x:
                    row.join(self._x - 1, cluster)
                continue
            self._x = min(self._x, self.cells.width - 1)
            if self._x + width > self.cells.width:
                cluster, width = " ", self.cells.width - self._x
            row.put_cluster(self._x, cluster, width, self._look)
            self._x += width

    def _row(self) -> Row:
        self.begun = True
        self.changed.add(self._y)
        return self.cells.rows[self._y]

    def _sequence(self, whole: str, parameters: str, final: str) -> None:
        if final == "m":
            self._restyle(obeyed(self._style, parameters))
        elif final in self._motions and _are_numbers(parameters):
            self._motions[final](_numbers(parameters))
        elif final in self._erasures and (not parameters or parameters.isdigit()):
            self._erasures[final](int(parameters or 0))
        elif parameters == "?2026" and final in "hl":
            self.synchronises = True
        else:
            self._pass_on(_mode(whole), whole, draws=final not in _HARMLESS)

    def _restyle(self, style: Style) -> None:
        self._style, self._look = style, shown(style, self._colours)

    def _to(self, spot: list[int]) -> None:
        self._y = max(0, min(spot[0], self.cells.height) - 1)
        self._x = max(0, min(spot[1] if len(spot) > 1 else 1, self.cells.width) - 1)

    def _go(self, x: int, y: int) -> None:
        self._to([self._y + y + 1, min(self._x, self.cells.width - 1) + x + 1])

    def _erase_screen(self, how: int) -> None:
        if how > 2:
            return
        rows = (
            range(self.cells.height) if how == 2 else range(self._y) if how else range(self._y + 1, self.cells.height)
        )
        for y in rows:
            self._erase(y, 0, self.cells.width)
        if how < 2:
            self._erase_row(how)

    def _erase_row(self, how: int) -> None:
        start = self._x if how == 0 else 0
        stop = self._x + 1 if how == 1 else self.cells.width
        self._erase(self._y, start, stop)

    def _erase(self, y: int, start: int, stop: int) -> None:
        width = self.cells.width
        self.changed.add(y)
        self.cells.rows[y].erase(min(start, width - 1), min(stop, width), self._look)

    # -- what does not

    def _control(self, control: str) -> None:
        if control == "\n":
            # Terminals feed the line only; the system puts a return before it. Textual always says where it goes on.
            self._to([self._y + 2, 1])
        elif control == "\v":
            self._go(0, 1)
        elif control == "\r":
            self._x = 0
        elif control == "\b":
            self._go(-1, 0)
        else:
            self._pass_on(control, control, draws=control != "\a")

    def _command(self, token: re.Match[str]) -> None:
        if token["number"] == "8":
            link = token["words"].removeprefix(";")
            self._restyle(self._style._replace(link="" if link == ";" else link))
        else:
            self._pass_on(f"OSC {token['number']}", token[0], draws=False)

    def _pass_on(self, what: str, told: str, *, draws: bool) -> None:
        self.lost = self.lost or draws
        self._aside.pop(what, None)
        self._aside[what] = told
        if len(self._aside) > KEPT:
            del self._aside[next(iter(self._aside))]


def _mode(whole: str) -> str:
    """Name what a sequence sets, so that a later one on the same takes its place."""
    return whole[:-1] if _MODE.fullmatch(whole) else whole


def _are_numbers(parameters: str) -> bool:
    return not parameters or parameters.replace(";", "").isdigit()


def _numbers(parameters: str) -> list[int]:
    return [int(number or 1) or 1 for number in parameters.split(";")]
