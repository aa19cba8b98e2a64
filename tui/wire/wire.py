"""The wire: takes what Textual writes, and sends a terminal what it does not show yet.

It knows no file and no channel: it is given one to write to, and told when that has been written and when the terminal
has answered. It belongs to one event loop.
"""

import asyncio
from collections.abc import Callable, Sequence

from tui.wire.cells import Cells, Row
from tui.wire.charset import UTF_8
from tui.wire.colours import MANY
from tui.wire.difference import Pen
from tui.wire.letters import spelling
from tui.wire.pacing import Pace
from tui.wire.reading import Reading
from tui.wire.scrolling import SURE, scroll
from tui.wire.terminals import Abilities, bearable

_SYNCHRONISED = "\x1b[?2026h", "\x1b[?2026l"


class Wire:
    """One screen at the other end. However slow that is, no more is kept than a frame to be written and the newest."""

    def __init__(
        self,
        size: tuple[int, int],
        write: Callable[[bytes], None],
        loop: asyncio.AbstractEventLoop,
        able: Abilities,
        codec: str = UTF_8,
        colours: int = MANY,
    ) -> None:
        """`write` is called with a whole frame, and not again until `written` was; `size` is columns and lines.

        `codec` and `colours` are those of the terminal, as `charset` and `colours` tell them.
        """
        self._write = write
        self._able = able
        self._codec = codec
        self._reading = Reading(*size, colours, spelling(codec))
        self._pen = Pen(able)
        self._pace = Pace(loop, self.send)
        self._shown: list[Row | None] = []
        self._writing = False
        self._open = True
        self._held = False
        self.forget()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines of the picture."""
        return self._reading.cells.width, self._reading.cells.height

    @property
    def owed(self) -> int:
        """How many answers of the terminal have not come."""
        return self._pace.owed

    @property
    def patience(self) -> float:
        """Seconds within which they may still come."""
        return self._pace.left

    @property
    def awaits(self) -> bool:
        """Whether an answer may still come."""
        return self.patience > 0

    # -- what the program says

    def read(self, text: str) -> None:
        """Take what Textual wrote, whole frames at a time, and send it as soon as may be."""
        self._reading.read(text)
        self.send()

    def resize(self, width: int, height: int) -> None:
        """Begin a picture of another size; what is shown is not known until it has been drawn."""
        self._reading.resize(width, height)

    def forget(self) -> None:
        """Take what is shown for unknown: the next frame draws everything."""
        self._reading.lost = True

    def stop(self) -> None:
        """Send nothing more until it is started again."""
        self._open = False
        self._pace.stop()

    def start(self) -> None:
        """Begin to send again, to a terminal of which nothing is known."""
        self._begin(held=False)
        self.forget()
        self.send()

    def start_over(self, shown: Cells) -> None:
        """Begin to send to a terminal that shows a picture: no frame that is half made, but from `let_go` on."""
        self._begin(held=True)
        if (shown.width, shown.height) == self.size:
            self._shown = [*shown.rows]
            self._reading.begin_with(shown)

    def _begin(self, *, held: bool) -> None:
        self._writing, self._open, self._held = False, True, held
        self._pace.forget()

    def let_go(self) -> None:
        """Send frames from now on."""
        self._held = False
        self.send()

    # -- what the other end says

    def written(self) -> None:
        """Note that what was written has left."""
        self._writing = False
        self.send()

    def answered(self) -> None:
        """Note that the terminal has answered."""
        self._pace.answered()
        if not self._open:
            self._pace.stop()

    # -- what is sent

    def send(self) -> None:
        """Send the newest picture, if the pace lets it go, and what else there is to tell."""
        if self._writing or not self._open:
            return
        told = bearable(self._reading.aside(), self._able)
        frame = self._frame() if self._pace.clear else ""
        sent = (told + frame).encode(self._codec, "replace")
        if frame:
            sent += self._pace.ask(len(sent)).encode()
        if sent:
            self._writing = True
            self._write(sent)

    def _draw(self) -> str:
        """Return what makes the terminal show the picture; it may move rows that it shows already elsewhere."""
        reading = self._reading
        found = scroll(self._shown, reading.cells.rows, reading.changed) if self._able.moves_rows else None
        if found is None:
            return self._drawn(self._pen, self._shown)
        reading.changed.update(range(found.top, found.stop))
        pen = self._pen.copy()
        pen.scroll(found, reading.cells.height)
        moved = self._drawn(pen, found.moved(self._shown, reading.cells.width))
        if found.saved < SURE and len(unmoved := self._drawn(drawing := self._pen.copy(), self._shown)) <= len(moved):
            self._pen = drawing
            return unmoved
        self._pen = pen
        return moved

    def _drawn(self, pen: Pen, shown: Sequence[Row | None]) -> str:
        reading = self._reading
        return pen.draw(shown, reading.cells, reading.changed, reading.cursor)

    def _frame(self) -> str:
        reading = self._reading
        if self._held or not reading.begun:
            return ""
        if reading.lost:
            reading.lost = False
            self._pen.lose()
            self._shown = self._pen.clear(reading.cells)
            reading.changed.update(range(reading.cells.height))
            drawn = self._drawn(self._pen, self._shown)
        else:
            drawn = self._draw()
        for y in reading.changed:
            self._shown[y] = reading.cells.rows[y].copy()
        reading.changed.clear()
        if not drawn:
            return ""
        start, stop = _SYNCHRONISED if reading.synchronises else ("", "")
        return f"{start}{drawn}{stop}"
