"""The palettes as Textual's themes, and the looks as its rules of style."""

from collections.abc import Iterator
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from tui.palette import INKS, PALETTES, Ink, ThemeName, Tone
from tui.widgets.runs import LOOKS, MAP_LOOKS

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


def look_rules() -> str:
    """Return the style sheet of the looks: of rows in lists, bars and the density strip, and of the map."""
    return "\n".join([*_rules(), "RowList > .row--cursor { background: $tint; text-style: bold; }"])


def _rules() -> Iterator[str]:
    for look, ink in INKS.items():
        if (part := f"row--{look}") in LOOKS:
            yield f"RowList > .{part}, Bar > .{part}, DensityStrip > .{part} {_written(ink)}"
        if (part := f"map--{look}") in MAP_LOOKS:
            yield f"MapView > .{part} {_written(ink)}"


def _written(ink: Ink) -> str:
    how = " ".join(["bold"] * ink.bold + ["italic"] * ink.italic) or "none"
    ground = f" background: ${ink.ground};" if ink.ground != "background" else ""
    return f"{{ color: ${ink.tone};{ground} text-style: {how}; }}"
