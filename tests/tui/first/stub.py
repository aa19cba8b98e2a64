"""The program with something else in place of Textual's app: what happens between the first picture and the room.

Say what as the first word: `modules FILE` notes what is loaded and leaves; `wait` waits; `fail` meets a full disk.
The other words are those of the program.
"""

import errno
import json
import signal
import sys
import types
from pathlib import Path

FAILURE = "No space left"


class Instead:
    """Stands where the app does."""

    return_code = 0
    trouble = None

    def __init__(self, *_: object, **__: object) -> None:
        """Be made as the app is."""

    def run(self, *, mouse: bool) -> None:
        """Do what the first word says."""
        what = sys.argv.pop(1) if mouse else ""
        if what == "fail":
            raise OSError(errno.ENOSPC, FAILURE, "the disk")
        if what == "wait":
            signal.pause()
        else:
            Path(what).write_text(json.dumps(sorted(sys.modules)))


if __name__ == "__main__":
    app = types.ModuleType("tui.app")
    app.SitroomApp = Instead  # type: ignore[attr-defined]
    before = set(sys.modules)
    sys.modules["tui.app"] = app
    from tui.cli import main

    main(sys.argv[2:])
