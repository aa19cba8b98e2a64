"""A wire at the end of a slow link, in a time of its own.

What is sent takes as long as the bits of the link, and its answer as long back.
"""

from tests.bench.link import Line
from tests.bench.link import Link as Far
from tests.tui.wire.link import Link
from tui.wire.pacing import ASK

REPEATED = 1 / 25
"""Seconds from one repetition of a held key to the next."""


class FarLink(Link):
    """A wire whose frames travel; each shows the number that was drawn last when it was sent."""

    def __init__(self, far: Far, size: int) -> None:
        """`size` is about how many bytes a frame has."""
        super().__init__(size + 40, 2)
        self._size = size
        self._there, self._back = Line(far, seed=1), Line(far, seed=2)
        self._drawn = 0
        self._pressed: list[float] = []
        self.waited: list[float] = []
        """For each key, the seconds until its picture was shown."""
        self.queues: list[float] = []
        """For each frame, the seconds until all of it had left."""

    def _take(self, frame: bytes) -> None:
        super()._take(frame)
        drawn, now = self._drawn, self.loop.now
        arrives = self._there.put(len(frame), now)
        self.queues.append(self._there.free - now)
        self.loop.call_later(arrives - now, lambda: self._arrive(drawn, ASK in frame.decode()))
        self.loop.call_later(0, self.write_out)

    def _arrive(self, drawn: int, asked: bool) -> None:
        now = self.loop.now
        while len(self.waited) < drawn:
            self.waited.append(now - self._pressed[len(self.waited)])
        if asked:
            self.loop.call_later(self._back.put(4, now) - now, self.wire.answered)

    def press(self) -> None:
        """Press a key that changes as many cells as a frame is to have bytes."""
        self._drawn += 1
        self._pressed.append(self.loop.now)
        letter = chr(ord("a") + self._drawn % 26)
        self.wire.read(f"\x1b[1;1H{letter * (self._size - 10)}{self._drawn}")

    def hold(self, seconds: float) -> None:
        """Hold a key down for so long, and let everything arrive."""
        end = self.loop.now + seconds
        while self.loop.now < end:
            self.press()
            self.loop.pass_until(self.loop.now + REPEATED)
        self.loop.pass_until(self.loop.now + 60)
