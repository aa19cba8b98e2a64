"""The program's colours, as data: greys, one accent, and one warning colour that only conflicts and errors wear.

All are taken from the 256 that xterm fixed, because ssh drops COLORTERM: so they look the same far away as at home.
Whatever is read has a contrast of 4.5 to 1 on each ground that it stands on (WCAG 2.2, AA), strokes of 3 to 1; in the
theme of high contrast it is 7 (AAA) and 4.5. A test measures it.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

if TYPE_CHECKING:
    from tui.widgets.runs import Look

Tone: TypeAlias = Literal["foreground", "background", "accent", "warning", "panel", "faint", "line", "tint"]
TONES: tuple[Tone, ...] = get_args(Tone)
ThemeName: TypeAlias = Literal["dark", "light", "contrast", "terminal"]
THEME_NAMES: tuple[ThemeName, ...] = get_args(ThemeName)


class Colour(NamedTuple):
    """A colour as CSS has it, and its number among a terminal's 256 and among its 16; None is the terminal's own.

    The numbers are those that Rich takes when Textual draws; a test compares them.
    """

    css: str
    of_256: int | None
    of_16: int | None


class Ink(NamedTuple):
    """The tone in which something is written, how, and on which."""

    tone: Tone
    bold: bool = False
    italic: bool = False
    ground: Tone = "background"


INKS: "dict[Look, Ink]" = {
    "plain": Ink("foreground"),
    "dim": Ink("faint"),
    "strong": Ink("foreground", bold=True),
    "heading": Ink("accent"),
    "accent": Ink("accent"),
    "warn": Ink("warning"),
    "match": Ink("accent", bold=True),
    "marker": Ink("accent"),
    "marker-resting": Ink("faint"),
    "thumb": Ink("line"),
    "typed": Ink("foreground", ground="tint"),
    "blank": Ink("faint"),
    "coast": Ink("faint"),
    "border": Ink("line"),
    "country": Ink("faint", italic=True),
    "label": Ink("foreground"),
    "place": Ink("foreground"),
    "selected": Ink("accent", bold=True),
}
"""How each look is written. The row of the cursor is bold, too, and on the tint, where keys go to it."""

Palette: TypeAlias = dict[Tone, Colour]

_OWN = Colour("ansi_default", None, None)
_YELLOW, _RED, _GREY = Colour("ansi_yellow", 3, 3), Colour("ansi_red", 1, 1), Colour("ansi_bright_black", 8, 8)

PALETTES: dict[ThemeName, Palette] = {
    "dark": {
        "foreground": Colour("#d0d0d0", 251, 7),
        "background": Colour("#121212", 233, 0),
        "accent": Colour("#d7af5f", 179, 7),
        "warning": Colour("#ff5f5f", 203, 9),
        "panel": Colour("#262626", 235, 0),
        "faint": Colour("#949494", 246, 7),
        "line": Colour("#6c6c6c", 242, 8),
        "tint": Colour("#262626", 235, 0),
    },
    "light": {
        "foreground": Colour("#262626", 235, 0),
        "background": Colour("#ffffff", 231, 15),
        "accent": Colour("#875f00", 94, 3),
        "warning": Colour("#af0000", 124, 1),
        "panel": Colour("#e4e4e4", 253, 15),
        "faint": Colour("#626262", 241, 8),
        "line": Colour("#8a8a8a", 245, 7),
        "tint": Colour("#e4e4e4", 253, 15),
    },
    "contrast": {
        "foreground": Colour("#ffffff", 231, 15),
        "background": Colour("#000000", 16, 0),
        "accent": Colour("#ffd700", 220, 11),
        "warning": Colour("#ff8787", 210, 9),
        "panel": Colour("#1c1c1c", 234, 0),
        "faint": Colour("#d0d0d0", 251, 7),
        "line": Colour("#949494", 246, 7),
        "tint": Colour("#00005f", 17, 4),
    },
    # The terminal's own sixteen: for palettes that people chose themselves, and for terminals that have no more.
    "terminal": {
        "foreground": _OWN,
        "background": _OWN,
        "accent": _YELLOW,
        "warning": _RED,
        "panel": _OWN,
        "faint": _GREY,
        "line": _GREY,
        "tint": _OWN,
    },
}
