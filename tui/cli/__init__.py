"""The command line: browse, and the same jobs without a screen. Nothing here loads Textual until a screen is asked for."""

from tui.cli.door import main

__all__ = ["main"]
