"""What a terminal can do beyond the least, by what TERM calls it (terminfo is not asked: it may not be there)."""

import os
import re
from typing import NamedTuple


class Abilities(NamedTuple):
    """What may be sent to a terminal. All are taken to know CUP, SGR and `CSI K` on their own background."""

    erases_in_colour: bool = False
    """What is erased gets the present background (terminfo's bce)."""
    erases_cells: bool = False
    """It knows ECH, and CHA."""
    moves_rows: bool = False
    """It knows IL and DL."""
    feeds_lines: bool = False
    """It takes VT for a line feed, as a VT100 does."""
    asks: bool = False
    """It takes questions and modes of later days in silence, where an old one shows their last letters as text."""


_LATER = re.compile(r"\x1b\[(?:[<>=][\d;]*u|\?[\d;]*\$p)")  # the keyboard of kitty; DECRQM

_IN_COLOUR = ("xterm", "alacritty", "contour", "foot", "ghostty", "iterm", "kitty", "konsole", "linux", "mlterm",
              "putty", "rxvt", "st-", "vte", "wezterm")  # fmt: skip
_CELLS = (*_IN_COLOUR, "screen", "tmux")


def abilities(term: str) -> Abilities:
    """Return what a terminal of a name can do; the least for a name that is not known."""
    name = term.lower()
    coloured = name.startswith(_IN_COLOUR) or name.endswith("-bce")
    able = name.startswith(_CELLS)
    # REP would save a few hundred bytes of rules. But much that calls itself xterm draws nonsense for it: mosh 1.3,
    # Terminal.app, tmux of letters beyond ASCII.
    return Abilities(coloured, able, able, able, able and not name.startswith("linux"))


def this_terminal() -> Abilities:
    """Return what the terminal can do that the program runs on."""
    return abilities(os.environ.get("TERM", ""))


def bearable(text: str, able: Abilities) -> str:
    """Return what a program tells a terminal of modes, without what that would show as text."""
    return text if able.asks else _LATER.sub("", text)
