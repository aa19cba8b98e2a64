"""Whether something has come to rest."""

import asyncio
from collections.abc import Callable
from contextvars import Context


class Rest:
    """Calls back once when nothing has stirred for so many seconds, and again after it has stirred again."""

    def __init__(self, seconds: float, rested: Callable[[], None]) -> None:
        self._seconds = seconds
        self._rested = rested
        self._loop = asyncio.get_running_loop()
        # A timer that was cancelled is kept until its time, with the context it was made in: not in a program's.
        self._outside = Context()
        self._stirred = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def stir(self) -> None:
        """Begin to wait, or begin anew."""
        self._stirred = self._loop.time()
        if self._timer is None:
            self._timer = self._loop.call_later(self._seconds, self._look, context=self._outside)

    def stop(self) -> None:
        """Wait no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        left = self._stirred + self._seconds - self._loop.time()
        if left > 0:
            self._timer = self._loop.call_later(left, self._look, context=self._outside)
        else:
            self._timer = None
            self._rested()
