"""The command line: the screen, and the same jobs without one. Only the screen loads Textual."""

import os
import sys
from typing import NoReturn

from store.errors import StoreError
from tui.cli.asked import plainly_asked

__all__ = ["main"]


def main(args: list[str] | None = None) -> NoReturn:
    """Run what was typed and exit: 0 fine, 1 found problems, 2 wrong usage or unreadable input."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        # A terminal or pipe of few characters gets what it can show, and never a traceback.
        stream.reconfigure(errors="backslashreplace")
    try:
        asked = plainly_asked(sys.argv[1:] if args is None else args, os.environ)
    except StoreError as error:
        from tui.cli.door import fail

        fail(error)
    if asked is None:
        from tui.cli.door import main as door

        door(args)
    from tui.cli.sitting import browse

    browse(asked)
