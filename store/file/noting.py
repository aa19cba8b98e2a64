"""Makes a small change of a large store without reading it."""

import os
from pathlib import Path

from store.file.appending import Appended, append_change
from store.file.beside import journal_lines
from store.file.errors import Conflict
from store.file.fingerprint import Fingerprint, fingerprint
from store.file.layout import Rendered
from store.file.lock import PATIENCE, writer_lock
from store.file.rights import require_rights
from store.file.room import has_room


def note(path: Path, edits: Rendered, was: Fingerprint, digest: str, wait: float = PATIENCE) -> Appended | None:
    """Add a change to the journal, if that is where it belongs; else return None, with nothing done.

    `was` and `digest` are the fingerprint of the store that the change was thought out for, and the digest of its
    file's bytes. Raises Conflict if it is not that any more, Locked and NotWritten.
    """
    target = Path(os.path.realpath(path))
    require_rights(path, target)
    with writer_lock(target, wait):
        if fingerprint(target) != was:
            problem = "someone else changed it since it was read, nothing was written"
            raise Conflict(path, problem, "open it again, and make the change there")
        journal = journal_lines(target)
        return append_change(target, journal, digest, edits) if has_room(was.size, journal.size, edits) else None
