"""Puts new bytes in the place of a file so that, whatever happens, the old or the new are there, whole."""

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from store.file.errors import Unconfirmed, cannot_write
from store.file.fingerprint import Fingerprint

_SUFFIX = ".new"
_MARK_BYTES = 8
_HEX = frozenset("0123456789abcdef")
# What a file system answers that has no way to write a folder down, or a folder that may be used but not listed.
_NO_SUCH_SERVICE = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}


def replace(target: Path, pieces: Iterable[bytes], last_look: Callable[[], None]) -> Fingerprint:
    """Write the bytes to a file beside the target, onto the disk, and rename it; return the fingerprint of the result.

    `last_look` is called right before the rename and stops it by raising. The new file has the rights of the old one.
    Raises NotWritten. The caller holds the writer's lock.
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(_MARK_BYTES)}{_SUFFIX}")
    try:
        old = target.stat() if target.exists() else None
        # Nobody reads along before the rights are set.
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if old else 0o666)
        with os.fdopen(descriptor, "wb") as file:
            written = _fill(file, pieces, old)
        last_look()
        beside.replace(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        # After the rename there is nothing of this name; before it, what is there is half a file.
        with suppress(OSError):
            beside.unlink()
    return written


def confirm(target: Path) -> None:
    """Have the rename itself put on the disk. Raises Unconfirmed: the new bytes are in place all the same."""
    try:
        descriptor = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_SERVICE:
            told = f"the change was made, but the disk did not confirm it ({error.strerror})"
            raise Unconfirmed(target, told, "check the disk, and keep a copy elsewhere") from error


def sweep(target: Path) -> None:
    """Delete the half-written files that killed writers left. The caller holds the lock: no other writer is alive."""
    before = f".{target.name}."
    with suppress(OSError):
        for path in target.parent.iterdir():
            mark = path.name.removeprefix(before).removesuffix(_SUFFIX)
            if path.name == before + mark + _SUFFIX and len(mark) == 2 * _MARK_BYTES and _HEX.issuperset(mark):
                path.unlink()


def take_rights(descriptor: int, old: os.stat_result) -> None:
    """Give an open file the rights and owners of another, as far as that may be done."""
    mode = stat.S_IMODE(old.st_mode) & 0o777
    try:
        os.fchown(descriptor, -1, old.st_gid)
    except PermissionError:
        mode &= ~stat.S_IRWXG  # they were meant for another group
    # Not every file system knows rights, and only the administrator gives a file away.
    with suppress(PermissionError):
        os.fchmod(descriptor, mode)
        os.fchown(descriptor, old.st_uid, -1)


def _fill(file: BinaryIO, pieces: Iterable[bytes], old: os.stat_result | None) -> Fingerprint:
    file.writelines(pieces)
    file.flush()
    descriptor = file.fileno()
    if old is not None:
        take_rights(descriptor, old)
        # Clocks tick slowly and inodes come round again: without this two states could have one fingerprint.
        if os.fstat(descriptor).st_mtime_ns <= old.st_mtime_ns:
            os.utime(descriptor, ns=(old.st_mtime_ns + 1, old.st_mtime_ns + 1))
    os.fsync(descriptor)
    return Fingerprint.of(os.fstat(descriptor))
