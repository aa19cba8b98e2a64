"""Which changes wait in a journal rather than be written into the file at once."""

from store.file.layout import Rendered

LARGE = 4_000_000
"""Bytes from which a file is not written whole for a small change: that takes 15 ms, a line of a journal 1."""
MOST = 16_000_000
"""Bytes of a journal at most: whoever opens the store reads it, which takes 20 ms then."""
SHARE = 0.125
"""The part of its file's bytes that a journal has at most."""


def is_large(size: int) -> bool:
    """Tell whether small changes of a file of so many bytes can wait in a journal."""
    return size >= LARGE


def has_room(size: int, journal: int, edits: Rendered) -> bool:
    """Tell whether a change is to wait in the journal, of so many bytes, of a file of so many."""
    if not is_large(size):
        return False
    room = min(size * SHARE, MOST) - journal
    for documents in edits.values():
        for _, document in documents.items():
            room -= len(document or b"")
            if room < 0:
                return False
    return room >= 0
