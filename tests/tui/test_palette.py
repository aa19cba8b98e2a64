"""The palettes: what each colour is where a terminal has fewer, and that every look has an ink."""

from typing import get_args

import pytest
from rich.color import Color, ColorSystem

from tui.palette import INKS, PALETTES, THEME_NAMES, Colour, ThemeName, Tone
from tui.widgets.runs import Look, MapLook, RowLook


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_terminal_with_fewer_colours_gets_those_that_rich_would_take(name: ThemeName) -> None:
    for colour in PALETTES[name].values():
        parsed = Color.parse(colour.css.removeprefix("ansi_"))
        assert parsed.downgrade(ColorSystem.EIGHT_BIT).number == colour.of_256, colour
        assert parsed.downgrade(ColorSystem.STANDARD).number == colour.of_16, colour


def test_every_look_has_an_ink() -> None:
    assert set(INKS) == {*get_args(RowLook), *get_args(MapLook)}


# -- contrast, as WCAG 2.2 measures it

READ, STROKE = {"dark": 4.5, "light": 4.5, "contrast": 7.0}, {"dark": 3.0, "light": 3.0, "contrast": 4.5}
STROKES: set[Look] = {"thumb", "border", "blank"}
"""Looks of what is seen and not read; all others are of text, or of signs that mean something."""
NEVER_UNDER_THE_CURSOR: set[Look] = {"thumb", "typed", *get_args(MapLook)}
"""The cursor's tint lies under rows of lists: not under the scroll bar beside them, nor on the map."""


def luminance(css: str) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    parts = [part / 255 for part in bytes.fromhex(css[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one.css), luminance(other.css)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(look: Look) -> set[Tone]:
    """Return what a look is written on: its own ground, and the tint where the cursor's row may have it."""
    return {INKS[look].ground} | (set() if look in NEVER_UNDER_THE_CURSOR else {"tint"})


def test_contrast_is_measured_as_the_standard_has_it() -> None:
    black, white, grey = Colour("#000000", 16, 0), Colour("#ffffff", 231, 15), Colour("#777777", 243, 8)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("look", INKS)
@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
def test_every_ink_can_be_read_on_every_ground_that_it_stands_on(name: ThemeName, look: Look) -> None:
    palette = PALETTES[name]
    least = STROKE[name] if look in STROKES else READ[name]
    for ground in grounds(look):
        assert contrast(palette[INKS[look].tone], palette[ground]) >= least, ground


@pytest.mark.parametrize("look", INKS)
@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
def test_no_ink_is_lost_in_a_terminal_of_sixteen_colours(name: ThemeName, look: Look) -> None:
    palette = PALETTES[name]
    for ground in grounds(look):
        assert palette[INKS[look].tone].of_16 != palette[ground].of_16, ground


@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
def test_titles_and_borders_of_dialogs_can_be_read(name: ThemeName) -> None:
    palette = PALETTES[name]
    tones: tuple[Tone, ...] = ("accent", "faint", "foreground", "warning")
    assert all(contrast(palette[tone], palette["background"]) >= READ[name] for tone in tones)
