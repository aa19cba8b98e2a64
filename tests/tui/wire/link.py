"""A wire with a terminal at its end, without a process or a clock: the terminal answers when a test has it answer."""

import asyncio
from collections.abc import Callable
from typing import cast

from tui.wire.charset import UTF_8
from tui.wire.colours import MANY
from tui.wire.pacing import ASK
from tui.wire.terminals import Abilities, abilities
from tui.wire.wire import Wire

XTERM = abilities("xterm-256color")


class StillLoop:
    """An event loop whose time goes on only when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def time(self) -> float:
        """Return what time it is."""
        return self.now

    def call_later(self, delay: float, callback: Callable[[], None]) -> "StillLoop.Handle":
        """Keep what is to be called, with the time for it."""
        self.waiting.append((self.now + delay, callback))
        return StillLoop.Handle(self, callback)

    def pass_time(self) -> None:
        """Let every limit run out."""
        waiting, self.waiting = self.waiting, []
        for at, callback in waiting:
            self.now = max(self.now, at)
            callback()

    def pass_until(self, end: float) -> None:
        """Let time go on to an hour, and do in its order what is to be done by then."""
        while due := [entry for entry in self.waiting if entry[0] <= end]:
            first = min(due, key=lambda entry: entry[0])
            self.waiting.remove(first)
            self.now = max(self.now, first[0])
            first[1]()
        self.now = end

    class Handle:
        """What can be called off."""

        def __init__(self, loop: "StillLoop", callback: Callable[[], None]) -> None:
            self.loop, self.callback = loop, callback

        def cancel(self) -> None:
            """Call it off."""
            self.loop.waiting = [entry for entry in self.loop.waiting if entry[1] != self.callback]


class Link:
    """A wire, all that it has sent, and the questions that wait for an answer."""

    def __init__(
        self, width: int, height: int, able: Abilities = XTERM, codec: str = UTF_8, colours: int = MANY
    ) -> None:
        self.loop = StillLoop()
        self.sent: list[str] = []
        self.unwritten = 0
        self.wire = Wire(
            (width, height), self._take, cast("asyncio.AbstractEventLoop", self.loop), able, codec, colours
        )
        self._codec = codec

    def _take(self, frame: bytes) -> None:
        assert not self.unwritten, "a frame was sent before the last had been written"
        self.sent.append(frame.decode(self._codec))
        self.unwritten += 1

    @property
    def all(self) -> str:
        """All that was sent."""
        return "".join(self.sent)

    @property
    def frames(self) -> int:
        """How many frames were sent that ask."""
        return self.all.count(ASK)

    def write_out(self) -> None:
        """Have what was sent leave."""
        while self.unwritten:
            self.unwritten -= 1
            self.wire.written()

    def settle(self) -> None:
        """Have the terminal answer until it shows everything."""
        self.write_out()
        while self.wire.owed:
            self.wire.answered()
            self.write_out()

    def drawn(self, text: str) -> str:
        """Have Textual write something, settle, and return what was sent for it."""
        before = len(self.sent)
        self.wire.read(text)
        self.settle()
        return "".join(self.sent[before:])
