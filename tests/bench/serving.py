"""`sitroom serve` as it is installed, in a process of its own, and the keys that may enter."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import asyncssh

from tests.bench.programs import Program, environment

OF_ONE_KEY = 10
"""Sessions that the server lets one key have at once."""
_SSH = ("BatchMode=yes", "IdentitiesOnly=yes", "IdentityAgent=none", "StrictHostKeyChecking=no", "LogLevel=ERROR",
        "UserKnownHostsFile=/dev/null", "GlobalKnownHostsFile=/dev/null", "EscapeChar=none")  # fmt: skip


class Served(NamedTuple):
    """A server that runs: its process, its port, the files of the keys that may enter."""

    process: "subprocess.Popen[str]"
    port: int
    keys: Sequence[Path]

    @property
    def resident(self) -> int:
        """Bytes of memory that it holds now."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def ssh(self, ssh: str, folder: Path, port: int, *options: str, term: str = "xterm-256color") -> Program:
        """Return the client of OpenSSH on its way in through a port, with nothing of this machine's own settings."""
        settings = [word for setting in _SSH for word in ("-o", setting)]
        command = (ssh, "-F", "none", "-tt", "-p", str(port), "-i", str(self.keys[0]), *settings, *options, "127.0.0.1")
        return Program("ssh", command, {**environment(folder), "TERM": term}, folder)


@contextmanager
def serving(folder: Path, sessions: int, store: Path | None = None) -> Iterator[Served]:
    """Serve a store (the shipped one where none is named) to so many."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = [folder / f"key-{number}" for number in range(1 + (sessions - 1) // OF_ONE_KEY)]
    allowed = folder / "authorized_keys"
    allowed.write_text("".join(_make(path) for path in keys))
    allowed.chmod(0o600)
    command = [str(Path(sys.executable).parent / "sitroom"), "serve", *([str(store)] if store else ()),
               "--port", "0", "--keys", str(allowed), "--host-key", str(folder / "host_key"),
               "--log", str(folder / "log"), "--sessions", str(sessions)]  # fmt: skip
    process = subprocess.Popen(command, env=environment(folder), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Served(process, int(process.stdout.readline().split(" -p ")[1].split()[0]), keys)
    finally:
        process.terminate()
        process.wait()


def _make(path: Path) -> str:
    """Make a key in a file, and return its line for who lets it in."""
    key = asyncssh.generate_private_key("ssh-ed25519", comment=path.name)
    path.write_bytes(key.export_private_key())
    path.chmod(0o600)
    return key.export_public_key().decode()
