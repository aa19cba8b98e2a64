"""Who may enter: the public keys in a file of OpenSSH's form, and what each may do."""

import os
import re
import stat
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import asyncssh

from tui.serve.account import told
from tui.serve.errors import CannotServe

Role: TypeAlias = Literal["reader", "editor"]

ROLES: tuple[Role, ...] = ("reader", "editor")
ROLE = "SITROOM_ROLE"
"""The variable in `environment="SITROOM_ROLE=editor"`, an option that sshd knows too."""
_FROM, _ENVIRONMENT = "from", "environment"
# What sshd would take away and nobody has here.
_IDLE = {"restrict", "no-port-forwarding", "no-agent-forwarding", "no-x11-forwarding", "no-user-rc"}
_OPTIONS = re.compile(r'(?P<options>(?:[^\s",]+(?:"(?:[^"\\]|\\.)*")?,?)+)\s+(?P<key>\S.*)')
_OPTION = re.compile(r'(?P<name>[^=,"]+)(?:=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^,"]*)))?(?:,|\Z)')
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_MOST = 10_000_000
"""Bytes of the longest file that is read."""


class Guest(NamedTuple):
    """Somebody whom a key has let in, or nobody in particular where everybody may enter."""

    role: Role
    key: str
    """The fingerprint of the key."""
    name: str
    """The comment on the key's line, which the operator has written."""


ANYBODY = Guest("reader", "", "")


class _Entry(NamedTuple):
    line: str
    key: asyncssh.SSHKey
    guest: Guest

    def admits(self, key: asyncssh.SSHKey, address: str) -> bool:
        if key != self.key:
            return False
        return asyncssh.import_authorized_keys(self.line).validate(key, address, address) is not None


class Keyring:
    """The keys in a file. It is read again at each login: who is taken out of it does not get in any more."""

    def __init__(self, path: Path) -> None:
        """Read the file. Raises CannotServe, also where no key is in it."""
        self._path = path
        self._text = ""
        self._entries: tuple[_Entry, ...] = ()
        self._read()
        if not self._entries:
            raise CannotServe(f"{path}: no key is in it, so nobody could enter; put public keys in it, one a line")

    def admit(self, key: asyncssh.SSHKey, address: str) -> Guest | None:
        """Return who comes with a key from an address; None for nobody. Raises CannotServe for a bad file."""
        self._read()
        return next((entry.guest for entry in self._entries if entry.admits(key, address)), None)

    def _read(self) -> None:
        text = _text_of(self._path)
        if text != self._text:
            self._entries = tuple(
                _entry(line.strip(), f"{self._path}: line {number}")
                for number, line in enumerate(text.splitlines(), start=1)
                if line.strip() and not line.lstrip().startswith("#")
            )
            self._text = text


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mode & _WRITABLE_BY_OTHERS:
                raise CannotServe(f"{path}: others may write to it, and let themselves in; `chmod go-w` it")
            return file.read(_MOST).decode()
    except OSError as error:
        raise CannotServe(f"{path}: {error.strerror}; --keys names a file of public keys, one a line") from None
    except UnicodeDecodeError:
        raise CannotServe(f"{path}: it is not text; --keys names a file of public keys, one a line") from None


def _entry(line: str, where: str) -> _Entry:
    try:
        return _entry_of("", line, where)
    except asyncssh.KeyImportError:
        parts = _OPTIONS.fullmatch(line)
    try:
        if parts:
            return _entry_of(parts["options"], parts["key"], where)
    except asyncssh.KeyImportError:
        pass
    raise CannotServe(
        f"{where} is no public key: it should be `ssh-ed25519 AAAA… name`, with options before it or none"
    )


def _entry_of(options: str, key: str, where: str) -> _Entry:
    # The comment may be in any script; asyncssh reads a line in ASCII only.
    kind, encoded, comment = (*key.split(maxsplit=2), "", "", "")[:3]
    known = asyncssh.import_public_key(f"{kind} {encoded}")
    role = _role(options, where)
    line = f"{options} {kind} {encoded}".strip()
    try:
        asyncssh.import_authorized_keys(line)
    except ValueError as error:
        raise CannotServe(f"{where}: {told(str(error))}") from None
    return _Entry(line, known, Guest(role, known.get_fingerprint(), told(comment)))


def _role(options: str, where: str) -> Role:
    """Return the role that options give. An option that would take something away is never passed over in silence."""
    role: Role = "reader"
    for option in _OPTION.finditer(options):
        name, value = option["name"].lower(), option["quoted"] or option["bare"] or ""
        if name == _ENVIRONMENT:
            said = value.removeprefix(f"{ROLE}=")
            found = next((known for known in ROLES if value != said and said == known), None)
            if found is None:
                raise CannotServe(f'{where}: environment can only be "{ROLE}=reader" or "{ROLE}=editor"')
            role = found
        elif name != _FROM and name not in _IDLE:
            raise CannotServe(f"{where}: the option {told(name)} has no meaning here; take it out, or the key")
    return role
