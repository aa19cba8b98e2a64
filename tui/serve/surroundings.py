"""The terminal that a server happens to be started in, put out of mind: guests have terminals of their own."""

import os

_ITS_TERMINAL = ("TMUX", "TMUX_PANE", "STY", "COLORTERM", "NO_COLOR", "COLUMNS", "LINES", "LC_TERMINAL", "TERM_PROGRAM")
_TEXTUALS = "TEXTUAL"
_SERVED = "xterm-256color"
"""What Textual draws for; the wire makes of it what each guest's terminal can show."""


def forget() -> None:
    """Take out of the environment what tells of a terminal, and what has Textual write files or press keys."""
    for name in list(os.environ):
        if name in _ITS_TERMINAL or name.startswith(_TEXTUALS):
            del os.environ[name]
    os.environ["TERM"] = _SERVED
