"""A terminal that shows a picture already when its driver begins."""

import signal
from typing import Any

from tui.wire.cells import Cells

WAITING = {signal.SIGTSTP}
"""A stop waits until the driver has the terminal: before, nobody could give it back to the shell and take it again."""


class Begun:
    """What a terminal shows on its other screen, and how it was before that."""

    def __init__(self, cells: Cells, attributes: list[Any]) -> None:
        """`attributes` are those that `termios.tcgetattr` gave before anything was changed."""
        self.cells = cells
        self.attributes = attributes
        self.taken = False
        """Whether the driver has the terminal: from then on it gives it back."""

    def take(self) -> None:
        """Note that the driver has the terminal."""
        self.taken = True
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITING)
