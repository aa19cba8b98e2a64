"""Text on its way to the clipboard of the person's own terminal."""

import os
import shutil
import subprocess

from textual.app import App

PATIENCE = 2.0  # seconds that tmux may take


LONGEST = 74_994
"""Bytes beyond which some terminals take no more: those of xterm's 100,000 once they are written in base64."""


def copied(app: App[None], text: str, what: str, *, at_home: bool) -> str:
    """Send the text towards the clipboard and return an honest word about it; `what` is what it is called there.

    The way is OSC 52, which terminals may ignore without telling. A tmux of default settings drops it, so inside tmux
    its own buffer gets the text too; but not where the reader is a guest, whose tmux is not that of this machine.
    """
    app.copy_to_clipboard(text)
    if at_home and os.environ.get("TMUX") and _to_tmux(text):
        return f"{what} is in tmux's buffer, and was sent to the terminal."
    if len(text.encode()) > LONGEST:
        return f"{what} was sent to the terminal; it is long, and many a terminal takes no more than 75 kB."
    return f"{what} was sent to the terminal, which may keep it in its clipboard."


def _to_tmux(text: str) -> bool:
    tmux = shutil.which("tmux")
    if tmux is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603  (a fixed command; the text goes to its standard input)
            [tmux, "load-buffer", "-w", "-"], input=text.encode(), capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
