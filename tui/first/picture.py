"""The first picture on the screen, where it is known how that will look."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from store.situation import Situation
from tui.first.drawing import drawn
from tui.first.lines import room_lines
from tui.first.stage import stage
from tui.first.styles import MANY, Colours, styles
from tui.palette import PALETTES, ThemeName
from tui.state.session import Session
from tui.wire.begun import Begun
from tui.wire.terminals import abilities

_UNSURE = ("COLUMNS", "LINES", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER", "TEXTUAL_ALLOW_SIGNALS")
"""What Textual would heed, and nobody sets who only wants to read."""


@contextmanager
def first_picture(situation: Situation, session: Session, theme: ThemeName) -> Iterator[Begun | None]:
    """Show the room as a reader finds it who begins a session; None where that is left to Textual."""
    colours = colours_of(os.environ)
    if colours is None or sys.stdout.encoding.lower() != "utf-8" or any(name in os.environ for name in _UNSURE):
        yield None
        return
    width, height = os.get_terminal_size(sys.stdout.fileno())
    palette = PALETTES[theme if colours else "terminal"]
    cells = drawn(room_lines(situation, session, width, height), width, height, styles(palette, colours))
    with stage(cells, abilities(os.environ.get("TERM", ""))) as begun:
        yield begun


def colours_of(environment: Mapping[str, str]) -> Colours | None:
    """Return how many colours the screen will be drawn in; None where that is not plain."""
    term = environment.get("TERM", "")
    if not abilities(term).erases_cells:
        return None
    if "NO_COLOR" in environment:
        return 0
    if environment.get("COLORTERM", "") in ("truecolor", "24bit"):
        return MANY
    if term.endswith("-256color"):
        return 256
    return 16 if term in ("xterm", "screen", "tmux", "linux", "rxvt") else None
