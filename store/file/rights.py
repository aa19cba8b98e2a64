"""Whether a store's file may be changed at all, told before anything is tried."""

import os
from pathlib import Path

from store.file.errors import NotWritten, cannot_write


def require_rights(path: Path, target: Path) -> None:
    """Refuse what would fail, and a file that was marked as not to be written, which a rename would not mind.

    `target` is what `path` leads to. Raises NotWritten.
    """
    try:
        if not target.parent.is_dir():
            raise NotWritten(path, f"there is no folder {target.parent}", "make it first, or check the name")
        for place, rights in ((target.parent, os.W_OK | os.X_OK), (target, os.W_OK)):
            if place.exists() and not os.access(place, rights, effective_ids=True):
                problem = f"nothing was written: you may not write to {place}"
                raise NotWritten(path, problem, "work on a copy in a folder of yours")
    except OSError as error:
        raise cannot_write(path, error) from error
