"""The program's colours: greys, one accent, and one warning colour that only conflicts and errors wear."""

from textual.theme import Theme

DARK = Theme(
    name="sitroom-dark",
    primary="#e0a458",
    accent="#e0a458",
    foreground="#d3d7dc",
    background="#12151a",
    surface="#12151a",
    panel="#1c2128",
    warning="#e5736b",
    error="#e5736b",
    dark=True,
    variables={"faint": "#7f8894", "line": "#4d5663", "tint": "#262d37", "input-cursor-background": "#e0a458"},
)

LIGHT = Theme(
    name="sitroom-light",
    primary="#8a5a00",
    accent="#8a5a00",
    foreground="#1f2429",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efece4",
    warning="#b3261e",
    error="#b3261e",
    dark=False,
    variables={"faint": "#676d75", "line": "#a9a89f", "tint": "#ece6d8", "input-cursor-background": "#8a5a00"},
)

# The terminal's own sixteen colours: for palettes that people chose themselves, and for terminals that have no more.
TERMINAL = Theme(
    name="terminal",
    primary="ansi_yellow",
    accent="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    warning="ansi_red",
    error="ansi_red",
    dark=True,
    ansi=True,
    variables={
        "faint": "ansi_bright_black",
        "line": "ansi_bright_black",
        "tint": "ansi_default",
        "input-cursor-background": "ansi_yellow",
    },
)

THEMES: dict[str, Theme] = {"dark": DARK, "light": LIGHT, "terminal": TERMINAL}
