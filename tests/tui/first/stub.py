"""The program with something else in place of Textual's app: what happens between the first picture and the room.

Say what as the first word: a file, to note in it what is loaded and leave; `wait` waits; `fail` meets a full disk.
`before` and a file notes what is loaded before a store is opened. The other words are those of the program.
"""

import errno
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
            note(what)


def note(file: str) -> None:
    """Note what is loaded."""
    loaded = sorted(sys.modules)
    import json

    Path(file).write_text(json.dumps(loaded))


class Opening:
    """Finds no module, but leaves when one is looked for that opens a store."""

    def find_spec(self, name: str, *_: object) -> None:
        """Leave, if it is that one."""
        if name == "store.situation":
            note(sys.argv.pop(1))
            sys.exit()


if __name__ == "__main__":
    if sys.argv[1] == "before":
        del sys.argv[1]
        sys.meta_path.insert(0, Opening())
    app = types.ModuleType("tui.app")
    app.SitroomApp = Instead  # type: ignore[attr-defined]
    sys.modules["tui.app"] = app
    from tui.cli import main

    main(sys.argv[2:])
