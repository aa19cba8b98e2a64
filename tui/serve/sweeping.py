"""When the collector walks the programs: not under everybody's keys.

A hundred programs are a million objects, and what they draw from comes and goes. Python's collector would walk all of
it again and again, for half a second each time, and answer nobody's keys meanwhile. What a program is made of stays
until it ends: so it is put out of the collector's way when it has come up. The rest is swept when nobody types.
"""

import gc
from collections.abc import Callable

from tui.serve.rest import Rest

QUIET = 2.0
"""Seconds without a key of anybody, after which it is swept."""
_RARELY = 10_000
"""How many young generations the collector lets grow old before it walks them by itself, where it is never quiet."""
_SOME = 10
"""How many are worth a walk when it is quiet; Python's own measure."""
_SHARE, _AT_LAST = 4, 4
"""Those who have gone are swept up when they are a fourth of those inside: a walk then costs each of them little. When
they are four times as many as that, it is done although somebody types."""


def leave_it_to_sweeping() -> None:
    """Have the collector itself walk what has grown old hardly ever, and what is here now not at all."""
    gc.set_threshold(*gc.get_threshold()[:2], _RARELY)
    gc.collect()
    gc.freeze()


class Sweeping:
    """Told who comes and goes and of every key; sweeps when it is time."""

    def __init__(self, inside: Callable[[], int]) -> None:
        """Be told by `inside` how many are there."""
        self._inside = inside
        self._gone = 0
        self._quiet = Rest(QUIET, self._look)

    def came(self) -> None:
        """Put what is there now out of the collector's way."""
        gc.freeze()

    def heard(self) -> None:
        """Wait until it is quiet."""
        self._quiet.stir()

    def went(self) -> None:
        """Have something to sweep."""
        self._gone += 1
        self._quiet.stir()
        if self._gone >= _AT_LAST * self._enough:
            self._sweep_all()

    @property
    def _enough(self) -> int:
        return 1 + self._inside() // _SHARE

    def _look(self) -> None:
        if self._gone >= self._enough:
            self._sweep_all()
        elif gc.get_count()[2] >= _SOME:
            gc.collect()

    def _sweep_all(self) -> None:
        self._gone = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()
