"""`python -m store.index.building STORE`: makes the index of a store, for another process that goes on meanwhile.

It tells how far it has come, a line `DONE TOTAL` a few times a second, and at the end why it failed if it did. It lives
as long as its standard input is open: whoever waits for the index closes that, or dies.
"""

import os
import sys
import threading
import time
from pathlib import Path

from store.errors import StoreError
from store.index.cache import make_index, sweep_after

_SELDOM = 0.25
"""Seconds between two lines."""


def main(path: Path) -> int:
    """Make the index; 0 if it is made."""
    threading.Thread(target=_end_with_the_other, args=(path,), daemon=True).start()
    os.nice(5)  # whoever reads meanwhile comes first
    told = _Told()
    try:
        make_index(path, told).close()
    except (StoreError, OSError) as error:
        print(error)
        return 1
    return 0


class _Told:
    """Prints how far it has come, but not too often."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= _SELDOM:
            self._last = now
            print(done, total, flush=True)


def _end_with_the_other(path: Path) -> None:
    os.read(sys.stdin.fileno(), 1)
    sweep_after(path, os.getpid())
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
