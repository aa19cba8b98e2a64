"""Telling how far the making of an index has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many records are indexed, of how many; each counts a little when it is read, when its texts are written,
when it is numbered and when it is linked. May raise to stop."""

READ, TOLD, NUMBERED, LINKED = 0.3, 0.5, 0.75, 0.95
"""How much of the work is done when all records have been so."""


def untold(done: int, total: int) -> None:
    """Tell nobody."""


def stretch(progress: Progress, begin: float, end: float) -> Progress:
    """Return what is to be told of a part of the work, which begins and ends at these parts of the whole."""
    return lambda done, total: progress(int(total * (begin + (end - begin) * done / total)) if total else 0, total)
