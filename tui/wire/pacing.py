"""One frame in flight: the next is sent when the terminal has answered that it has drawn the last.

A terminal answers `CSI 5n` (DSR) in its turn, after all that was written before it. So an answer tells that nothing
waits any more between here and there, in no buffer of a slow link. What a terminal does not answer is given up after a
while, and it is then sent frames as they come; an answer brings the pace back.
"""

import asyncio
from collections.abc import Callable
from time import monotonic

ASK = "\x1b[5n"
ANSWER = b"\x1b[0n"

FIRST_PATIENCE = 0.25
"""Seconds for which the first answer is waited for."""
PATIENCE = (1.0, 5.0)
"""Seconds for which one that has answered is waited for: at least, at most."""
_TIMES = 4  # the slowest answer so far is waited for so many times as long


class Pace:
    """Tells when a frame may go; calls back when it may again."""

    def __init__(self, loop: asyncio.AbstractEventLoop, go_on: Callable[[], None]) -> None:
        self._loop = loop
        self._go_on = go_on
        self._patience = FIRST_PATIENCE
        self._asked: float | None = None
        self._limit: asyncio.TimerHandle | None = None
        self.off = False

    @property
    def clear(self) -> bool:
        """Whether no answer is waited for."""
        return self._limit is None

    @property
    def left(self) -> float:
        """Seconds for which an answer will still be waited for."""
        return 0.0 if self._asked is None or self.clear else max(0.0, self._asked + self._patience - monotonic())

    def ask(self) -> str:
        """Return the question to send after a frame; nothing where there will be no answer."""
        if self.off:
            return ""
        self._asked = monotonic()
        self._limit = self._loop.call_later(self._patience, self._give_up)
        return ASK

    def answered(self) -> None:
        """Note an answer, however late: how long it took is how long the next may take."""
        self.off = False
        if self._asked is not None:
            least, most = PATIENCE
            self._patience = min(most, max(least, self._patience, _TIMES * (monotonic() - self._asked)))
            self._asked = None
        if not self.clear:
            self.stop()
            self._go_on()

    def stop(self) -> None:
        """Wait for no answer any more."""
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _give_up(self) -> None:
        self.off = True
        self.stop()
        self._go_on()
