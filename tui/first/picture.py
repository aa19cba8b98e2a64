"""The first picture of a session, where it is known how that will look."""

import os
import sys
from collections.abc import Mapping

from store.situation import Situation
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.first.drawing import drawn
from tui.first.kept import UNSURE
from tui.first.lines import room_lines
from tui.first.styles import MANY, Colours, styles
from tui.palette import PALETTES, ThemeName
from tui.state.session import Session
from tui.wire.cells import Cells
from tui.wire.charset import UTF_8, charset
from tui.wire.colours import colours as colours_of
from tui.wire.difference import whole
from tui.wire.terminals import abilities, this_terminal


def first_picture(
    situation: Situation, session: Session, theme: ThemeName, keys: Keymap = AS_THEY_COME
) -> Cells | None:
    """Return the room as a reader finds it who begins a session; None where drawing it is left to Textual."""
    colours = _colours(os.environ)
    screen = sys.__stdout__  # Textual puts its own in place of the other
    assert screen is not None
    codec = charset(os.environ, screen.encoding, coerced=bool(sys.flags.utf8_mode))
    if colours is None or codec != UTF_8 or any(name in os.environ for name in UNSURE):
        return None
    width, height = os.get_terminal_size(screen.fileno())
    if not (width and height):  # nobody has told the terminal how large it is: Textual takes it for 80x24
        return None
    palette = PALETTES[theme if colours else "terminal"]
    return drawn(room_lines(situation, session, width, height, keys), width, height, styles(palette, colours))


def kept_picture(situation: Situation, session: Session, theme: ThemeName, keys: Keymap) -> str:
    """Return what draws the room on another day, for a reader who comes back to a place; nothing where none may."""
    cells = None if situation.growing else first_picture(situation, session, theme, keys)
    return whole(cells, this_terminal()) if cells else ""


def _colours(environment: Mapping[str, str]) -> Colours | None:
    """Return in how many colours the screen will be drawn; None where what Textual and the wire say differs."""
    term, most = environment.get("TERM", ""), colours_of(environment)
    if not abilities(term).erases_cells:
        return None
    if not most:
        return 0
    textuals: Colours = 256 if term.endswith("-256color") else 16
    if environment.get("COLORTERM", "") in ("truecolor", "24bit"):
        textuals = MANY
    return textuals if textuals == most else None
