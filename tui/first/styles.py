"""The looks as a terminal's own styles, in as many colours as it has."""

from collections.abc import Callable
from functools import cache
from typing import Literal, TypeAlias

from tui.palette import INKS, Colour, Palette
from tui.widgets.runs import Look
from tui.wire.style import Style

Colours: TypeAlias = Literal[0, 16, 256, 16_777_216]
"""How many colours a terminal shows."""
MANY: Colours = 16_777_216
_BOLD, _ITALIC = 1, 3

Styles: TypeAlias = Callable[[Look, bool], Style]
"""Gives the style of a look, tinted or not."""


def styles(palette: Palette, colours: Colours) -> Styles:
    """Return what gives the style of a look in a palette."""

    @cache
    def style(look: Look, tinted: bool) -> Style:
        ink = INKS[look]
        attributes = [_BOLD] * (ink.bold or tinted) + [_ITALIC] * ink.italic
        ground = palette["tint" if tinted else ink.ground]
        return Style(frozenset(attributes), _sgr(palette[ink.tone], 30, colours), _sgr(ground, 40, colours))

    return style


def _sgr(colour: Colour, base: int, colours: Colours) -> str:
    """Return the SGR parameters of a colour; of inks the base is 30, of grounds 40."""
    number = colour.of_16 if colours == 16 or not colour.css.startswith("#") else colour.of_256
    if number is None or not colours:
        return ""
    if colours == MANY and colour.css.startswith("#"):
        red, green, blue = bytes.fromhex(colour.css[1:])
        return f"{base + 8};2;{red};{green};{blue}"
    if number >= 16:
        return f"{base + 8};5;{number}"
    return str(base + number) if number < 8 else str(base + 60 + number - 8)
