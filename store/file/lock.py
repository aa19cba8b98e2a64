"""One writer at a time: a lock file beside the store, which also says who holds it."""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from store.file.errors import Locked, cannot_write

PATIENCE = 2.0
"""Seconds that a writer waits for another one."""

_LONGEST_NOTE = 100


@contextmanager
def writer_lock(target: Path, wait: float) -> Iterator[None]:
    """Hold the lock of the file for the length of the block; the system frees it when a holder dies.

    Waits up to `wait` seconds, then raises Locked; NotWritten where no lock file can be made. The lock file stays
    behind, empty: to delete it would let two writers hold two locks.
    """
    beside = lock_of(target)
    try:
        lock = _lock(target, beside)
        lock.acquire(timeout=wait)
    except Timeout:
        raise Locked(target, f"{_holder(beside)} is writing to it", "wait a moment and try again") from None
    except OSError as error:
        raise cannot_write(beside, error) from error
    try:
        _sign(beside, f"process {os.getpid()} on {socket.gethostname()}")
        yield
    finally:
        _sign(beside, "")
        lock.release()


def lock_of(target: Path) -> Path:
    """Return the lock file of a store's file: hidden, beside it."""
    return target.with_name(f".{target.name}.lock")


def _lock(target: Path, beside: Path) -> FileLock:
    if not target.exists():
        return FileLock(beside)
    # Whoever may write the store must be able to take its lock, whatever the umask of who came first.
    return FileLock(beside, mode=stat.S_IMODE(target.stat().st_mode) & 0o666 | 0o600)


def _sign(beside: Path, note: str) -> None:
    # The note is a courtesy to who waits: the lock holds without it, on a full disk too.
    with suppress(OSError):
        descriptor = os.open(beside, os.O_WRONLY | os.O_TRUNC | os.O_NOFOLLOW)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(note)


def _holder(beside: Path) -> str:
    try:
        with beside.open(encoding="utf-8", errors="replace") as file:
            return file.read(_LONGEST_NOTE) or "another program"
    except OSError:
        return "another program"
