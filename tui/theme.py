"""The palettes as Textual's themes."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from tui.palette import PALETTES, ThemeName, Tone

_OURS: tuple[Tone, ...] = ("accent", "warning", "faint", "line", "tint")
"""The tones that Textual has no name for, and those that it would make a shade darker on its way through HSL."""


def _theme(name: ThemeName, *, dark: bool) -> Theme:
    tones = {tone: colour.css for tone, colour in PALETTES[name].items()}
    return Theme(
        name=f"sitroom-{name}",
        primary=tones["accent"],
        accent=tones["accent"],
        foreground=tones["foreground"],
        background=tones["background"],
        surface=tones["background"],
        panel=tones["panel"],
        warning=tones["warning"],
        error=tones["warning"],
        dark=dark,
        variables={tone: tones[tone] for tone in _OURS} | {"input-cursor-background": tones["accent"]},
    )


def _terminals_own() -> Theme:
    tones = {tone: colour.css for tone, colour in PALETTES["terminal"].items()}
    base = BUILTIN_THEMES["ansi-dark"]
    return replace(
        base,
        name="terminal",
        primary=tones["accent"],
        accent=tones["accent"],
        warning=tones["warning"],
        variables=base.variables | {tone: tones[tone] for tone in _OURS},
    )


THEMES: dict[ThemeName, Theme] = {
    "dark": _theme("dark", dark=True),
    "light": _theme("light", dark=False),
    "contrast": _theme("contrast", dark=True),
    "terminal": _terminals_own(),
}
