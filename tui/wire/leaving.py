"""An end that the reader did not ask for: the terminal went away, or the system wants the program gone."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, runtime_checkable

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
AT_ONCE = 0.4
"""Seconds in which the program leaves by itself; then it is made to."""
SIGNALLED = 128
"""What shells add to a signal's number for the exit code of what it ended."""


@runtime_checkable
class Keeps(Protocol):
    """A program that keeps something for the next time; when it leaves in order, it does so itself."""

    def keep(self) -> None:
        """Keep it, at once."""


class Leaving:
    """Has a program leave when it is signalled, once.

    Not by the event loop's own handlers: they would wait until a busy program comes back to its loop.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, leave: Callable[[int], None], restore: Callable[[], None]
    ) -> None:
        """`leave` begins an orderly end with an exit code; `restore` does what must be where that takes too long."""
        self._loop = loop
        self._leave = leave
        self._restore = restore
        self._code = 0

    @property
    def begun(self) -> bool:
        """Whether the program has been told to leave."""
        return bool(self._code)

    def watch(self) -> None:
        """Heed signals from now on, but for those that who started the program wants ignored, as nohup does."""
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self.leave)

    def leave(self, number: int, _: object = None) -> None:
        """Leave as a signal asks."""
        if self.begun:
            return
        self._code = SIGNALLED + number
        signal.signal(signal.SIGALRM, self._force)
        signal.setitimer(signal.ITIMER_REAL, AT_ONCE)
        with suppress(RuntimeError):  # the loop has ended: the program leaves already
            self._loop.call_soon_threadsafe(self._leave, self._code)

    def _force(self, *_: object) -> None:
        try:
            self._restore()
        finally:
            os._exit(self._code)
