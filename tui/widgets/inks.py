"""The looks as Rich's styles, in the colours of the app's theme.

They are no component classes: Textual works out a style for each class of each widget, and did so for 250 of them
before the first frame, which took as long as the layout.
"""

from collections.abc import Callable
from functools import cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from tui.palette import INKS, PALETTES, THEME_NAMES, Colour, ThemeName
from tui.widgets.runs import Look

Inks = Callable[[Look, bool], Style]
"""Gives the style of a look, tinted or not."""


def inks(widget: Widget) -> Inks:
    """Return what gives the styles of looks on a widget."""
    theme = widget.app.theme
    return _inks(next((name for name in THEME_NAMES if theme.endswith(name)), "dark"))


@cache
def _inks(theme: ThemeName) -> Inks:
    palette = PALETTES[theme]

    @cache
    def style(look: Look, tinted: bool) -> Style:
        ink = INKS[look]
        ground = palette["tint" if tinted else ink.ground]
        return Style(color=_rich(palette[ink.tone]), bgcolor=_rich(ground), bold=ink.bold or tinted, italic=ink.italic)

    return style


def _rich(colour: Colour) -> RichColor:
    return Color.parse(colour.css).rich_color
