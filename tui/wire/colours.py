"""How many colours a terminal has, and the nearest that it has to what is meant."""

import re
from collections.abc import Mapping
from functools import lru_cache

from tui.wire.style import Style

MANY = 1 << 24
_ALL = ("truecolor", "24bit")
_SIXTEEN = ("xterm", "rxvt", "screen", "tmux", "linux", "konsole", "putty", "vte", "st", "mintty", "cygwin", "teraterm")
_NONE = ("dumb", "vt52", "vt100", "vt102", "vt125", "vt2", "vt3", "vt4", "vt5")
_WHOLE = re.compile(r"\d+|[34]8;(?:5;\d{1,3}|2(?:;\d{1,3}){3})")


def colours(environment: Mapping[str, str]) -> int:
    """Return how many colours the terminal of an environment shows: 0, 8, 16, 256 or MANY."""
    term = environment.get("TERM", "").lower()
    if "NO_COLOR" in environment or term.startswith(_NONE) or term.endswith(("-m", "-mono")):
        return 0
    if environment.get("COLORTERM", "").lower() in _ALL or term.endswith(("-direct", "-truecolor")):
        return MANY
    if term.endswith("-256color") or term.startswith(("alacritty", "xterm-kitty", "foot", "wezterm", "ghostty")):
        return 256
    return 16 if term.startswith(_SIXTEEN) or term.endswith("-16color") else 8


@lru_cache(maxsize=4096)
def shown(style: Style, most: int) -> Style:
    """Return a style as a terminal of so many colours shows it."""
    if most >= MANY or not (style.ink or style.ground or style.others):
        return style
    # What is not known may be a colour as well.
    others = style.others if most else ()
    return style._replace(others=others, ink=_nearest(style.ink, most, 30), ground=_nearest(style.ground, most, 40))


def _nearest(colour: str, most: int, base: int) -> str:
    """Return SGR parameters of a colour that there is: those of black to white begin at a base, 30 or 40."""
    if not most or not _WHOLE.fullmatch(colour):
        return ""
    number = _number(colour, most)
    if number >= 16:
        return f"{base + 8};5;{number}"
    if most == 8 and number >= 8:
        # What is meant to be grey must not be black on black.
        return "" if number == 8 else str(base + number - 8)
    return str(base + number) if number < 8 else str(base + 60 + number - 8)


def _number(colour: str, most: int) -> int:
    """Return which of a terminal's 16 or 256 colours is nearest."""
    head, *rest = (min(int(part), 255) for part in colour.split(";"))
    if not rest:
        return head % 10 + (8 if head >= 90 else 0)
    from rich.color import Color, ColorSystem  # not before a colour is too many: the first picture's are not

    wanted = Color.from_ansi(rest[1]) if rest[0] == 5 else Color.from_rgb(*rest[1:4])
    system = ColorSystem.EIGHT_BIT if most == 256 else ColorSystem.STANDARD
    return wanted.downgrade(system).number or 0
