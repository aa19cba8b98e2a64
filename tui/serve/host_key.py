"""The server's own key, by which clients know it again: made once, for its owner's eyes only."""

import os
import stat
from contextlib import suppress
from pathlib import Path

import asyncssh

from tui.serve.account import told
from tui.serve.errors import CannotServe

_OWN = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def host_key(path: Path) -> asyncssh.SSHKey:
    """Return the key in a file; where there is no file it is made now (ed25519, mode 600). Raises CannotServe."""
    try:
        if not os.path.lexists(path):
            _make(path)
        with path.open("rb") as file:
            state = os.fstat(file.fileno())
            if state.st_mode & _OTHERS:
                raise CannotServe(f"{path}: others may read this key of the server; `chmod 600` it")
            return asyncssh.import_private_key(file.read())
    except OSError as error:
        raise CannotServe(f"{path}: {error.strerror}; --host-key names a file that can be read or made") from None
    except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError, ValueError) as error:
        why = told(str(error))
        raise CannotServe(f"{path}: no key of a server ({why}); take it away, and another is made") from None


def _make(path: Path) -> None:
    """Make the key beside its place and put it there whole; where somebody else was first, theirs stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN), "wb") as file:
            file.write(asyncssh.generate_private_key("ssh-ed25519", comment="sitroom").export_private_key())
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(beside, path)
    finally:
        beside.unlink(missing_ok=True)
