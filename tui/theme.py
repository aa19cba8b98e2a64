"""The program's colours: greys, one accent, and one warning colour that only conflicts and errors wear.

All are taken from the 256 that xterm fixed, because ssh drops COLORTERM: so they look the same far away as at home.
"""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="sitroom-dark",
    primary="#d7af5f",
    accent="#d7af5f",
    foreground="#d0d0d0",
    background="#121212",
    surface="#121212",
    panel="#262626",
    warning="#d75f5f",
    error="#d75f5f",
    dark=True,
    variables={"faint": "#8a8a8a", "line": "#585858", "tint": "#303030", "input-cursor-background": "#d7af5f"},
)

LIGHT = Theme(
    name="sitroom-light",
    primary="#875f00",
    accent="#875f00",
    foreground="#262626",
    background="#eeeeee",
    surface="#eeeeee",
    panel="#e4e4e4",
    warning="#af0000",
    error="#af0000",
    dark=False,
    variables={"faint": "#6c6c6c", "line": "#a8a8a8", "tint": "#d0d0d0", "input-cursor-background": "#875f00"},
)

# The terminal's own sixteen colours: for palettes that people chose themselves, and for terminals that have no more.
TERMINAL = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="terminal",
    primary="ansi_yellow",
    accent="ansi_yellow",
    warning="ansi_red",
    variables=BUILTIN_THEMES["ansi-dark"].variables
    | {"faint": "ansi_bright_black", "line": "ansi_bright_black", "tint": "ansi_default"},
)

THEMES: dict[str, Theme] = {"dark": DARK, "light": LIGHT, "terminal": TERMINAL}
