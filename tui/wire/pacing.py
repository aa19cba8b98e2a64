"""How much may be on its way to a terminal: frames go as long as the link takes them without a queue.

A terminal answers `CSI 5n` (DSR) in its turn, after all that was written before it. So the answer to the question
behind a frame tells that nothing of it waits any more, in no buffer of a slow link. The rule:

- A frame goes when nothing is unanswered, or fewer bytes than the window.
- Of the time that a frame took, what it took more than a small one that goes alone (`_alone`) was spent in a queue,
  but for a moment that nobody sees. Of the bytes that were on their way then, itself included, that share was queued.
- Were those about as many as the frame's own, or a small one's where it is large, it has waited behind its like: the
  window closes to what may be before such a frame without a queue.
- Were they hardly any, and was the window full when the answer came: it opens by half the frame.

So a queue is no longer than about one frame. What waits is the newest picture, not the frames that led to it.
What a terminal does not answer is given up after a while, and it is then sent frames as they come; an answer brings the
pace back. While nothing is drawn nothing is asked, and no time is waited for.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

ASK = "\x1b[5n"
ANSWER = b"\x1b[0n"

FIRST_PATIENCE = 0.25
"""Seconds for which the first answer is waited for."""
PATIENCE = (1.0, 5.0)
"""Seconds for which one that has answered is waited for: at least, at most."""
_TIMES = 4  # the slowest answer so far is waited for so many times as long
_WINDOW = 512
"""Bytes of the window at first: three moves of a cursor."""
_WIDEST = 4096
"""Bytes of the widest window; a terminal behind buffers that answer in its place must not be sent all there is."""
_SMALL = 512
"""Bytes of the largest frame whose time is the link's own rather than that of its bytes."""
_ITS_LIKE, _HARDLY = 3 / 4, 1 / 4
"""Shares of a frame: so much of its bytes queued closes the window, less than so much may open it."""
_UNSEEN = 0.02
"""Seconds of waiting that are none: programs and systems take as long now and then."""
_AGEING = 1 / 8
"""Share of its distance by which the time of a frame alone follows a link that becomes slower."""


class Sent(NamedTuple):
    """A frame that is on its way: when it was sent, its bytes, and those that were unanswered before it."""

    at: float
    size: int
    before: int


class Pace:
    """Tells when a frame may go; calls back when it may again."""

    def __init__(self, loop: asyncio.AbstractEventLoop, go_on: Callable[[], None]) -> None:
        self._loop = loop
        self._go_on = go_on
        self._patience = FIRST_PATIENCE
        self._alone: float | None = None
        self._window = _WINDOW
        self._sent: deque[Sent] = deque()
        self._flight = 0
        self._asked = 0.0
        self._limit: asyncio.TimerHandle | None = None
        self.off = False

    @property
    def clear(self) -> bool:
        """Whether a frame may go."""
        return self.off or not self._sent or self._flight < self._window

    @property
    def owed(self) -> int:
        """How many answers have not come, be they given up or not."""
        return len(self._sent)

    @property
    def left(self) -> float:
        """Seconds within which the last of them may still come; frames do not wait so long for the very first."""
        # The thread that hears the keys asks, too: what is counted may change meanwhile.
        patience = self._asked + max(PATIENCE[0], self._patience) - self._loop.time()
        return max(0.0, patience) if self._sent else 0.0

    def ask(self, size: int) -> str:
        """Return the question to send after a frame of so many bytes; nothing where there will be no answer."""
        if self.off:
            return ""
        size += len(ASK)
        self._asked = self._loop.time()
        self._sent.append(Sent(self._asked, size, self._flight))
        self._flight += size
        if self._limit is None:
            self._wait()
        return ASK

    def answered(self) -> None:
        """Note an answer, however late: how long it took is how long the next may take."""
        self.off = False
        if not self._sent:
            return
        full = self._flight >= self._window
        sent = self._sent.popleft()
        took = self._loop.time() - sent.at
        self._flight -= sent.size
        least, most = PATIENCE
        self._patience = min(most, max(least, self._patience, _TIMES * took))
        self._learn(sent, took, full=full)
        self.stop()
        if self._sent:
            self._wait()
        self._go_on()

    def _learn(self, sent: Sent, took: float, *, full: bool) -> None:
        """Have the window fit to what a frame has met."""
        if self._alone is None or took < self._alone:
            self._alone = took
        elif not sent.before and sent.size <= _SMALL:
            self._alone += (took - self._alone) * _AGEING
        on_the_way = sent.before + sent.size
        queued = on_the_way * max(0.0, 1 - (self._alone + _UNSEEN) / took) if took else 0.0
        like = min(sent.size, _SMALL)
        if queued > _ITS_LIKE * like:
            self._window = max(0, int(on_the_way - queued) - like)
        elif full and queued < _HARDLY * sent.size:
            self._window = min(_WIDEST, self._window + sent.size // 2)

    def _wait(self) -> None:
        """Wait for the oldest answer."""
        patience = self._sent[0].at + self._patience - self._loop.time()
        self._limit = self._loop.call_later(max(0.0, patience), self._give_up)

    def stop(self) -> None:
        """Wait for no answer any more; those that are owed may come."""
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def forget(self) -> None:
        """Have no answer owed: whoever was asked has not the terminal any more."""
        self.stop()
        self._sent.clear()
        self._flight = 0

    def _give_up(self) -> None:
        self.off = True
        self.stop()
        self._go_on()
