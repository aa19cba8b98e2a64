"""Which panes stand where, by the size of the terminal."""

from typing import NamedTuple

from tui.commands.command import PaneId

SMALLEST = (60, 15)
NARROW = 100
BROAD = 160
PANES: tuple[PaneId, ...] = ("index", "profile", "timeline", "map", "quotes")


class Arrangement(NamedTuple):
    """What is shown: `panes` of the five, with tabs above or not; nothing where the terminal is too small."""

    panes: tuple[PaneId, ...]
    tabs: bool
    broad: bool

    @property
    def too_small(self) -> bool:
        """Whether there is no room for even one pane."""
        return not self.panes


def arrangement(width: int, height: int, active: PaneId, *, zoomed: bool) -> Arrangement:
    """Return what a terminal of so many cells shows: all five, or under 100 columns one with tabs above it."""
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return Arrangement((), tabs=False, broad=False)
    if width < NARROW:
        return Arrangement((active,), tabs=True, broad=False)
    return Arrangement((active,) if zoomed else PANES, tabs=False, broad=width >= BROAD)
