"""An end that the reader did not ask for: the terminal went away, or the system wants the program gone."""

import asyncio
import os
import signal
from collections.abc import Callable
from threading import Timer

SIGNALS = (signal.SIGHUP, signal.SIGTERM)
AT_ONCE = 0.4
"""Seconds in which the program leaves by itself; then it is made to."""
SIGNALLED = 128
"""What shells add to a signal's number for the exit code of what it ended."""


class Leaving:
    """Has a program leave when it is signalled, once."""

    def __init__(self, leave: Callable[[int], None], restore: Callable[[], None]) -> None:
        """`leave` begins an orderly end with an exit code; `restore` mends the terminal where that takes too long."""
        self._leave = leave
        self._restore = restore
        self.begun = False

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Heed signals from now on."""
        for number in SIGNALS:
            loop.add_signal_handler(number, self.leave, number)

    def leave(self, number: int) -> None:
        """Leave as a signal asks."""
        if self.begun:
            return
        self.begun = True
        code = SIGNALLED + number
        limit = Timer(AT_ONCE, self._force, [code])
        limit.daemon = True
        limit.start()
        self._leave(code)

    def _force(self, code: int) -> None:
        self._restore()
        os._exit(code)
