"""The first picture of a session, where it is known how that will look."""

import os
import sys
from collections.abc import Iterator, Mapping

from store.situation import Situation
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.first.drawing import draw, drawn
from tui.first.kept import UNSURE
from tui.first.lines import first_lines, other_lines
from tui.first.styles import MANY, Colours, styles
from tui.palette import PALETTES, ThemeName
from tui.state.session import Session
from tui.wire.cells import Cells
from tui.wire.charset import UTF_8, charset
from tui.wire.colours import colours as colours_of
from tui.wire.difference import whole
from tui.wire.terminals import abilities, this_terminal


def first_pictures(
    situation: Situation, session: Session, theme: ThemeName, keys: Keymap = AS_THEY_COME
) -> Iterator[Cells]:
    """Yield the room as a reader finds it who begins a session: the pane that keys go to alone, and then all of it.

    Both are the same cells, of which the first that are drawn stay. Nothing where drawing it is left to Textual.
    """
    colours = _colours(os.environ)
    screen = sys.__stdout__  # Textual puts its own in place of the other
    assert screen is not None
    codec = charset(os.environ, screen.encoding, coerced=bool(sys.flags.utf8_mode))
    if colours is None or codec != UTF_8 or any(name in os.environ for name in UNSURE):
        return
    width, height = os.get_terminal_size(screen.fileno())
    if not (width and height):  # nobody has told the terminal how large it is: Textual takes it for 80x24
        return
    style = styles(PALETTES[theme if colours else "terminal"], colours)
    cells = drawn(first_lines(situation, session, width, height, keys), width, height, style)
    yield cells
    draw(cells, other_lines(situation, session, width, height, keys), style)
    yield cells


def kept_picture(situation: Situation, session: Session, theme: ThemeName, keys: Keymap) -> str:
    """Return what draws the room on another day, for a reader who comes back to a place; nothing where none may."""
    pictures = () if situation.growing else tuple(first_pictures(situation, session, theme, keys))
    return whole(pictures[-1], this_terminal()) if pictures else ""


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
