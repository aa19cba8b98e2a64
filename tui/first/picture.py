"""The first picture on the screen, where it is known how that will look."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from store.situation import Situation
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.first.drawing import drawn
from tui.first.lines import room_lines
from tui.first.stage import stage
from tui.first.styles import MANY, Colours, styles
from tui.palette import PALETTES, ThemeName
from tui.state.session import Session
from tui.wire.begun import Begun
from tui.wire.charset import UTF_8, charset
from tui.wire.colours import colours as colours_of
from tui.wire.terminals import abilities

_UNSURE = ("COLUMNS", "LINES", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER", "TEXTUAL_ALLOW_SIGNALS")
"""What Textual would heed, and nobody sets who only wants to read."""


@contextmanager
def first_picture(
    situation: Situation, session: Session, theme: ThemeName, keys: Keymap = AS_THEY_COME
) -> Iterator[Begun | None]:
    """Show the room as a reader finds it who begins a session; None where that is left to Textual."""
    colours = _colours(os.environ)
    codec = charset(os.environ, sys.stdout.encoding, coerced=bool(sys.flags.utf8_mode))
    if colours is None or codec != UTF_8 or any(name in os.environ for name in _UNSURE):
        yield None
        return
    width, height = os.get_terminal_size(sys.stdout.fileno())
    palette = PALETTES[theme if colours else "terminal"]
    cells = drawn(room_lines(situation, session, width, height, keys), width, height, styles(palette, colours))
    with stage(cells, abilities(os.environ.get("TERM", ""))) as begun:
        yield begun


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
