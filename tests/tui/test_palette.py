"""The palettes: what each colour is where a terminal has fewer, and that every look has an ink."""

from typing import get_args

import pytest
from rich.color import Color, ColorSystem

from tui.palette import INKS, PALETTES, THEME_NAMES, ThemeName
from tui.widgets.runs import MapLook, RowLook


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_terminal_with_fewer_colours_gets_those_that_rich_would_take(name: ThemeName) -> None:
    for colour in PALETTES[name].values():
        parsed = Color.parse(colour.css.removeprefix("ansi_"))
        assert parsed.downgrade(ColorSystem.EIGHT_BIT).number == colour.of_256, colour
        assert parsed.downgrade(ColorSystem.STANDARD).number == colour.of_16, colour


def test_every_look_has_an_ink() -> None:
    assert set(INKS) == {*get_args(RowLook), *get_args(MapLook)}
