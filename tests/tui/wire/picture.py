"""Pyte as a terminal: what it shows, cell for cell, without what cannot be seen of blanks."""

from typing import NamedTuple

import pyte

from tests.bench.screen import Picture, Stream


class Seen(NamedTuple):
    """What can be seen of a cell."""

    text: str
    ink: str
    ground: str
    looks: tuple[bool, ...]


class Screen:
    """A pyte screen that bytes are fed to."""

    def __init__(self, width: int, height: int) -> None:
        self._picture = Picture(width, height)
        self._stream = Stream(self._picture)
        # Textual has lines cut at the edge; pyte wraps them until it is told not to.
        self.feed(b"\x1b[?7l")

    def resize(self, width: int, height: int) -> None:
        """Give it another size."""
        self._picture.resize(height, width)

    def feed(self, text: bytes) -> None:
        """Have it obey what was written."""
        self._stream.feed(text)

    @property
    def text(self) -> str:
        """The text shown."""
        return "\n".join(self._picture.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor is."""
        return self._picture.cursor.x, self._picture.cursor.y

    def cells(self) -> list[list[Seen]]:
        """Return what is seen, row by row."""
        picture = self._picture
        return [[_seen(picture.buffer[y][x]) for x in range(picture.columns)] for y in range(picture.lines)]


def _seen(cell: pyte.screens.Char) -> Seen:
    looks = (cell.bold, cell.italics, cell.underscore, cell.strikethrough, cell.reverse, cell.blink)
    if cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse):
        return Seen(" ", "", cell.bg, ())
    return Seen(cell.data, cell.fg, cell.bg, looks)


def differences(shown: list[list[Seen]], meant: list[list[Seen]]) -> list[str]:
    """Return one line for each cell that is not as meant."""
    return [
        f"{x},{y}: {was} for {will}"
        for y, (row, wanted) in enumerate(zip(shown, meant, strict=True))
        for x, (was, will) in enumerate(zip(row, wanted, strict=True))
        if was != will
    ]
