"""A terminal that shows a picture already when its driver begins."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tui.wire.cells import Cells


class Begun(NamedTuple):
    """What a terminal shows on its other screen, and how it was before that."""

    cells: Cells
    attributes: list[Any]
    """Those that `termios.tcgetattr` gave before anything was changed."""
    taken: Callable[[], None]
    """To be called when the driver has the terminal: from then on it gives it back."""
