"""What all visits have in common beside the situation."""

from typing import NamedTuple

from tui.serve.sweeping import Sweeping
from tui.serve.turns import Turns


class Commons(NamedTuple):
    """The order in which panes follow, and what is left behind."""

    turns: Turns
    sweeping: Sweeping
