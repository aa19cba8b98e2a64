"""Puts lines at the end of a journal: on the disk, or not there at all."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.file.beside import journal_of
from store.file.errors import Unconfirmed, cannot_write
from store.file.journal import change, heading, is_base, rebased
from store.file.layout import Rendered
from store.file.replacing import confirm, take_rights
from store.file.sealing import Sealed, cut, sealed


class Appended(NamedTuple):
    """The seal of the journal as it is now, and why it may not survive a power cut, if it may not."""

    seal: str
    doubt: Unconfirmed | None


def append_change(target: Path, journal: Sealed, base: str, edits: Rendered) -> Appended:
    """Add a change to the file with this digest. Raises NotWritten.

    The caller holds the writer's lock, and knows that the journal is as given, and about that file.
    """
    # One line is the heading of a journal whose first change was never finished.
    if len(journal.lines) > 1:
        return _append(target, journal, [change(edits)])
    try:
        appended = _append(target, Sealed((), "", 0), [heading(base), change(edits)])
    except BaseException:
        drop(target)
        raise
    try:
        confirm(target)
    except Unconfirmed as doubt:
        return appended._replace(doubt=appended.doubt or doubt)
    return appended


def append_base(target: Path, journal: Sealed, digest: str, coming: str) -> None:
    """Note that the file with the digest that is coming will have all changes so far; now it has another.

    Raises NotWritten and Unconfirmed.
    """
    lines = list(journal.lines)
    # What attempts have left that came to nothing would pile up.
    while is_base(lines[-1]) and lines[-1] != rebased(digest):
        del lines[-1]
    appended = _append(target, cut(journal, len(lines)), [rebased(coming)])
    if appended.doubt:
        raise appended.doubt


def drop(target: Path) -> None:
    """Take away a journal of which all is in the file. One that stays tells as much, and does no harm."""
    with suppress(OSError):
        journal_of(target).unlink(missing_ok=True)


def _append(target: Path, journal: Sealed, texts: Iterable[bytes]) -> Appended:
    content, seal = b"", journal.seal
    for text in texts:
        line, seal = sealed(seal, text)
        content += line
    beside = journal_of(target)
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            if not journal.size:
                take_rights(descriptor, target.stat())
            _cut(descriptor, journal.size)
            return Appended(seal, _write(target, descriptor, journal.size, content))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise cannot_write(beside, error) from error


def _cut(descriptor: int, size: int) -> None:
    """Take away what was never finished, before anything is put in its place: so no more than one line is ever torn."""
    if os.fstat(descriptor).st_size > size:
        os.ftruncate(descriptor, size)
        os.fsync(descriptor)


def _write(target: Path, descriptor: int, size: int, content: bytes) -> Unconfirmed | None:
    try:
        written = 0
        while written < len(content):
            written += os.pwrite(descriptor, content[written:], size + written)
        os.fsync(descriptor)
    except BaseException:
        try:
            os.ftruncate(descriptor, size)
        except OSError as error:
            told = f"the change may have been made, the disk can neither keep it nor take it back ({error.strerror})"
            return Unconfirmed(target, told, "check the disk, and keep a copy elsewhere")
        raise
    return None
