"""A terminal that shows a picture already when its driver begins."""

from typing import Any

from tui.wire.cells import Cells


class Begun:
    """What a terminal shows on its other screen, and how it was before that."""

    def __init__(self, cells: Cells, attributes: list[Any]) -> None:
        """`attributes` are those that `termios.tcgetattr` gave before anything was changed."""
        self.cells = cells
        self.attributes = attributes
        self.taken = False
        """Whether the driver has the terminal: from then on it gives it back."""
