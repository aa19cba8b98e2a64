"""The picture that a terminal would show: pyte, with what it does not know added or taken out."""

import re

import pyte

# pyte would draw the ends of these: private and intermediate CSI, OSC, and the strings of DCS, SOS, PM and APC.
_UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]|\x1b\[[0-9;:?]*[ -/]+[@-~]"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\"
)
_CUT = re.compile(rb"\x1b(?:\[[0-9;:<=>?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")


class Picture(pyte.Screen):
    """A screen that also repeats a character and scrolls, as ncurses asks of an xterm."""

    _last = " "

    def draw(self, data: str) -> None:
        """Draw text, and remember its last character."""
        self._last = data[-1:] or self._last
        super().draw(data)

    def repeat(self, count: int = 1) -> None:
        """Draw the last character again (REP)."""
        super().draw(self._last * max(1, count))

    def erase_in_display(self, how: int = 0, *_: object, **__: object) -> None:
        """Erase (ED) with the background of the cursor; pyte leaves out cells on which nobody has drawn yet."""
        column, line = self.cursor.x, self.cursor.y
        for y in {0: range(line + 1, self.lines), 1: range(line)}.get(how, range(self.lines)):
            self.cursor.y = y
            self.erase_in_line(2)
        self.cursor.x, self.cursor.y = column, line
        if how in (0, 1):
            self.erase_in_line(how)

    def scroll_up(self, count: int = 1) -> None:
        """Scroll the region up (SU)."""
        self._at_edge(1, max(1, count))

    def scroll_down(self, count: int = 1) -> None:
        """Scroll the region down (SD)."""
        self._at_edge(0, max(1, count))

    def _at_edge(self, edge: int, count: int) -> None:
        before = self.cursor.y
        self.cursor.y = (self.margins or (0, self.lines - 1))[edge]
        for _ in range(count):
            if edge:
                self.index()
            else:
                self.reverse_index()
        self.cursor.y = before


class Stream(pyte.ByteStream):
    """Bytes from a program, as they come, cut anywhere."""

    def __init__(self, picture: Picture) -> None:
        self.csi = {**pyte.ByteStream.csi, "b": "repeat", "S": "scroll_up", "T": "scroll_down"}
        self._held = b""
        super().__init__(picture)

    def feed(self, data: bytes) -> None:  # type: ignore[override]  # as pyte's own
        """Draw what can be drawn; keep the beginning of a sequence until its end has come."""
        data = self._held + data
        cut = _CUT.search(data)
        self._held = data[cut.start() :] if cut else b""
        super().feed(_UNKNOWN.sub(b"", data[: cut.start()] if cut else data))
