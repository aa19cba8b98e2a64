"""How often Textual may draw is said in its environment, before it is loaded."""

import os
import subprocess
import sys

from tui.cli.sitting import FRAMES


def test_textual_heeds_how_many_frames_it_is_told() -> None:
    code = "from textual.constants import MAX_FPS; print(MAX_FPS)"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TEXTUAL_FPS": FRAMES},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == FRAMES
