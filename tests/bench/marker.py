"""How a list shows its cursor, learnt by moving it once; so any program with rows can be watched alike."""

import re
import time
from typing import NamedTuple

from tests.bench.screen import Picture
from tests.bench.terminal import STARTING, Terminal

SETTLED = 0.35
"""Seconds of silence after which a program has no more to say; a pane that follows waits for less than that."""
FRAME = 0.03
"""Seconds of silence that end a frame."""

_END = re.compile(r"\s\s|\s?[│…]|\s\Z")
_EDGE = 4  # columns at the left, among which the cursor shows
_TOLD = 3  # lines that tell of progress before there is a screen
_TEXT = 22  # columns of a row's text that tell it from others: no more fit in the narrowest list


class Look(NamedTuple):
    """A cell: its character, and everything else about it."""

    character: str
    manner: tuple[object, ...]


class Marker(NamedTuple):
    """Where a list begins, what its first row says, and what the cell at its left looks like under the cursor."""

    line: int
    column: int
    look: Look
    text: str

    def line_of(self, picture: Picture) -> int | None:
        """Return on which row of the list the cursor is shown, from 0; None unless on one alone."""
        found = [line for line in range(self.line, picture.lines) if self._marks(_look(picture, line, self.column))]
        return found[0] - self.line if len(found) == 1 else None

    def _marks(self, look: Look) -> bool:
        return look.manner == self.look.manner and self.look.character in ("", look.character)

    def readable(self, picture: Picture) -> bool:
        """Tell whether the first row can be read, wherever it stands."""
        return any(self.text in line for line in picture.display)


def settle(terminal: Terminal) -> None:
    """Let a program start: wait until it shows something of several lines, and has no more to say."""
    end = time.perf_counter() + STARTING
    while time.perf_counter() < end:
        terminal.listen(SETTLED)
        if terminal.ended or sum(bool(line.strip()) for line in terminal.picture.display) > _TOLD:
            return
    raise RuntimeError("a program that shows nothing")


def learn(terminal: Terminal) -> Marker:
    """Let the program start, move its cursor once, and say how it shows it."""
    settle(terminal)
    before = _edges(terminal.picture)
    display = terminal.picture.display
    terminal.write(b"j")
    terminal.listen(SETTLED, STARTING)
    terminal.listen(SETTLED)
    after = _edges(terminal.picture)
    changed = [line for line in before if before[line] != after[line]]
    if len(changed) < 2:
        raise RuntimeError(f"a cursor that cannot be seen to move:\n{chr(10).join(terminal.picture.display)}")
    line, column = changed[0], next(x for x in range(_EDGE) if before[changed[0]][x] != after[changed[0]][x])
    marked, plain = before[line][column], after[line][column]
    look = Look(marked.character if marked.character != plain.character else "", marked.manner)
    words = _END.split(display[line][column + bool(look.character) :].lstrip()[:_TEXT])[0]
    return Marker(line, column, look, words)


def _edges(picture: Picture) -> dict[int, list[Look]]:
    return {line: [_look(picture, line, column) for column in range(_EDGE)] for line in range(picture.lines)}


def _look(picture: Picture, line: int, column: int) -> Look:
    character, *manner = picture.buffer[line][column]
    return Look(character, tuple(manner))
