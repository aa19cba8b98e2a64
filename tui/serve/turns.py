"""Whose panes follow next: keys of all guests come before what follows the cursor of one.

A key costs 4 ms of the processor, and the panes that follow it 18. With a hundred guests the panes would take all of
it, and keys would wait. So they follow for one guest at a time, and then the others have several times as long.
"""

import asyncio
from collections.abc import Callable

PAUSE, LEAST = 10, 0.06
"""How many times as long as the last turn took the next has to wait, and how many seconds at least: most panes
follow after it."""


class Turns:
    """Calls back one after another; of what one guest asked for several times, the last."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiting: dict[object, Callable[[], None]] = {}
        self._taken = False

    def ask(self, guest: object, turn: Callable[[], None]) -> None:
        """Have something called when it is the guest's turn: at once where nobody else waits."""
        self._waiting.pop(guest, None)
        self._waiting[guest] = turn
        if not self._taken:
            self._next()

    def _next(self) -> None:
        self._taken = bool(self._waiting)
        if not self._waiting:
            return
        turn = self._waiting.pop(next(iter(self._waiting)))
        begun = self._loop.time()
        try:
            turn()
        finally:
            self._loop.call_later(max(LEAST, (self._loop.time() - begun) * PAUSE), self._next)
