"""Telling how far the making of an index has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many records are indexed, of how many. May raise to stop."""


def untold(done: int, total: int) -> None:
    """Tell nobody."""
