"""The command line: the screen, and the same jobs without one. Only the screen loads Textual."""

from tui.cli.door import main

__all__ = ["main"]
