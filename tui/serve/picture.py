"""The first picture of a visit: what a guest sees while their program is still being made."""

from store.lens import EVERYTHING
from store.situation import Situation
from tui.first.drawing import drawn
from tui.first.lines import room_lines
from tui.first.styles import Colours, styles
from tui.palette import PALETTES, ThemeName
from tui.screens.beginning import beginning
from tui.serve.client import ClientTerminal
from tui.wire.cells import Cells
from tui.wire.charset import UTF_8

_DRAWN: Colours = 256
"""Colours in which programs draw here, see `surroundings`; the wire makes fewer of them where a terminal has fewer."""


def first_picture(situation: Situation, terminal: ClientTerminal, theme: ThemeName) -> Cells | None:
    """Return the room as it will be on a guest's terminal; None where only the program knows how that will look."""
    if terminal.codec != UTF_8 or 0 < terminal.colours < _DRAWN:
        return None
    style = styles(PALETTES[theme], _DRAWN) if terminal.colours else styles(PALETTES["terminal"], 0)
    width, height = terminal.size
    return drawn(room_lines(situation, beginning(situation, "", EVERYTHING), width, height), width, height, style)
