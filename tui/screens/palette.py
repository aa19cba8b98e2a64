"""The commands by their names."""

from textual.command import CommandPalette

from tui.screens.selecting import Selecting


class PaletteScreen(Selecting, CommandPalette):
    """Textual's own palette, on a screen of ours."""
