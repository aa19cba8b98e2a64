"""Rows that are shown already, only higher or lower: a terminal moves them by itself."""

from collections.abc import Iterator, Sequence, Set
from operator import ne
from typing import NamedTuple

from tui.wire.cells import BLANK, Row

FARTHEST = 3
"""Rows by which a list is looked for above and below: a wheel turns it by as many."""
SURE = 256
"""Cells from which on moving rows is shorter, whatever they say: below, it is to be tried."""
_LEAST_ROWS = 4
_LEAST_GAIN = 48
"""Cells that must be saved: moving rows takes some 20 bytes, and leaves rules of style behind to be set again."""


class Scroll(NamedTuple):
    """Rows from `top`, and before `stop`, of which each is to show what stood `by` rows below it (above, if less)."""

    top: int
    stop: int
    by: int
    saved: int = 0
    """Cells that need not be drawn then."""

    def moved(self, shown: Sequence[Row | None], width: int) -> list[Row | None]:
        """Return what is shown afterwards: what came in is blank."""
        rows, new = list(shown[self.top : self.stop]), [Row(width) for _ in range(abs(self.by))]
        rows = [*rows[self.by :], *new] if self.by > 0 else [*new, *rows[: self.by]]
        return [*shown[: self.top], *rows, *shown[self.stop :]]


def scroll(shown: Sequence[Row | None], wanted: Sequence[Row], changed: Set[int]) -> Scroll | None:
    """Return the scroll that saves most of what is to be drawn; None where none saves enough."""
    if len(changed) < _LEAST_ROWS or any(row is None for row in shown):
        return None
    known = [row for row in shown if row is not None]
    now = [_differ(known[y], wanted[y]) if y in changed else 0 for y in range(len(wanted))]
    if sum(map(bool, now)) < _LEAST_ROWS:
        return None
    steps = [step for near in range(1, FARTHEST + 1) for step in (near, -near)]
    gain, best = max(_candidates(known, wanted, now, steps))
    return best._replace(saved=gain) if gain >= _LEAST_GAIN else None


def _candidates(
    shown: Sequence[Row], wanted: Sequence[Row], now: Sequence[int], steps: Sequence[int]
) -> Iterator[tuple[int, Scroll]]:
    for by in steps:
        lowest, highest = max(0, -by), len(wanted) - max(0, by)
        gains = [now[y] - _differ(shown[y + by], wanted[y]) for y in range(lowest, highest)]
        gain, start, stop = _most(gains)
        start, stop = start + lowest, stop + lowest
        new = range(stop, stop + by) if by > 0 else range(start + by, start)
        gain -= sum(len(wanted[y].clusters) - wanted[y].clusters.count(BLANK) - now[y] for y in new)
        yield gain, Scroll(min(start, *new), max(stop, new.stop), by)


def _differ(one: Row, other: Row) -> int:
    return sum(map(ne, one.clusters, other.clusters))


def _most(gains: Sequence[int]) -> tuple[int, int, int]:
    """Return the greatest sum of neighbours, where they begin, and before where they end."""
    best, total, start = (0, 0, 0), 0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0, at
        total += gain
        best = max(best, (total, start, at + 1))
    return best
