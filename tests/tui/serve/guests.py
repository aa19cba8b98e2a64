"""Guests, for tests: the real `ssh` client on a terminal of its own, and a server in this process to come to."""

import asyncio
import fcntl
import io
import json
import os
import pty
import shutil
import struct
import subprocess
import termios
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import asyncssh
import pytest

from store.situation import Situation
from tests.tui.wire.picture import Screen
from tui.serve.account import Account
from tui.serve.host_key import host_key
from tui.serve.keys import Keyring
from tui.serve.limits import Limits
from tui.serve.server import Place, Server

PATIENCE = 20.0
"""Seconds that anything is waited for: never so long, unless it does not come."""
MOMENT = 0.01
ASK, ANSWER = b"\x1b[5n", b"\x1b[0n"
FIRST_ROW = "Islamic State in Libya"
SSH = shutil.which("ssh") or ""

needs_ssh = pytest.mark.skipif(not SSH, reason="there is no ssh client on this machine")


async def until(so: Callable[[], object], what: str = "it did not come to pass") -> None:
    """Wait until something is so."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while not so():
        assert asyncio.get_running_loop().time() < end, what
        await asyncio.sleep(MOMENT)


class Keys(NamedTuple):
    """A folder with keys, and the file that says which of them may enter."""

    folder: Path
    allowed: Path

    def make(self, name: str, options: str = "", *, allow: bool = True) -> Path:
        """Make a key, and let it in."""
        key = asyncssh.generate_private_key("ssh-ed25519", comment=name)
        path = self.folder / name
        path.write_bytes(key.export_private_key())
        path.chmod(0o600)
        if allow:
            line = f"{options} {key.export_public_key().decode()}".strip()
            self.allowed.write_text(self.allowed.read_text() + line + "\n")
        return path


class Running(NamedTuple):
    """A server that runs in this loop."""

    server: Server
    port: int
    keys: Keys
    log: io.StringIO

    def noted(self, event: str) -> list[dict[str, Any]]:
        """Return the lines of the log about a kind of event."""
        return [line for line in map(json.loads, self.log.getvalue().splitlines()) if line["event"] == event]

    @property
    def is_empty(self) -> bool:
        """Whether nobody is connected."""
        house = self.server.house
        return not (house.seats or house.inside or house.entering)

    async def emptied(self) -> None:
        """Wait until everybody has left."""
        await until(lambda: self.is_empty, "somebody is still there")


@asynccontextmanager
async def running(
    situation: Situation, keys: Keys, limits: Limits | None = None, *, is_open: bool = False
) -> AsyncIterator[Running]:
    """Serve a situation; when it is over nothing may be left behind, and nothing may have failed unnoticed."""
    log = io.StringIO()
    server = Server(situation, None if is_open else Keyring(keys.allowed), Account(log), limits)
    ports: list[int] = []
    place = Place("127.0.0.1", 0, host_key(keys.folder / "host_key"))
    task = asyncio.create_task(server.serve(place, ports.append))
    await until(lambda: ports or task.done())
    served = Running(server, ports[0], keys, log)
    try:
        yield served
    finally:
        server.stop()
        await task
    assert served.is_empty


class Guest:
    """Somebody with an `ssh` client on a terminal that answers."""

    def __init__(self, process: "asyncio.subprocess.Process", master: int, size: tuple[int, int]) -> None:
        self.process = process
        self.said = b""
        self.screen = Screen(*size)
        self.reads = True
        self.late = 0.0
        """Seconds after which the terminal answers."""
        self.owes = 0
        """How many answers it has still to give."""
        self._master = master
        self._asked = 0
        asyncio.get_running_loop().add_reader(master, self._listen)

    def _listen(self) -> None:
        try:
            said = os.read(self._master, 1 << 16)
        except OSError:
            said = b""
        if not said:
            asyncio.get_running_loop().remove_reader(self._master)
            return
        self.said += said
        self.screen.feed(said)
        while (asked := self.said.find(ASK, self._asked)) >= 0:
            self._asked = asked + len(ASK)
            self.owes += 1
            asyncio.get_running_loop().call_later(self.late, self._answer)

    def _answer(self) -> None:
        self.owes -= 1
        self.press(ANSWER)

    def press(self, keys: bytes) -> None:
        """Press keys."""
        with suppress(OSError):
            os.write(self._master, keys)

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(width, height)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    async def shows(self, text: str) -> None:
        """Wait until a text is shown."""
        await until(lambda: text in self.screen.text, f"{text!r} is not shown, but:\n{self.screen.text}\n{self.said!r}")

    async def hides(self, text: str) -> None:
        """Wait until a text is not shown any more."""
        await until(lambda: text not in self.screen.text, f"{text!r} is still shown:\n{self.screen.text}")

    async def close_help(self) -> None:
        """Leave the help; what comes after an escape at once is taken for one key with it."""
        self.press(b"\x1b")
        await self.hides("In the Index pane")

    async def says(self, text: bytes) -> None:
        """Wait until the client was told something, or says it itself."""
        await until(lambda: text in self.said, f"{text!r} is not in {self.said!r}")

    async def ended(self) -> int:
        """Wait until the client has ended; return its exit code."""
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def leave(self) -> None:
        """Go as one should."""
        self.press(b"q")
        assert await self.ended() == 0
        assert self.was_given_back

    @property
    def was_given_back(self) -> bool:
        """Whether the terminal was left as it was."""
        return all(mode in self.said for mode in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1003l"))

    async def close(self) -> None:
        """Be gone, however."""
        if self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()
        asyncio.get_running_loop().remove_reader(self._master)
        os.close(self._master)


def command(served: Running, key: Path | None, *words: str, before: Sequence[str] = ()) -> list[str]:
    """Return what somebody types to come in, with nothing of this machine's own settings."""
    identity = ["-i", str(key)] if key else ["-o", "PubkeyAuthentication=no"]
    settings = ("BatchMode=yes", "IdentitiesOnly=yes", "IdentityAgent=none", "StrictHostKeyChecking=no",
                "UserKnownHostsFile=/dev/null", "GlobalKnownHostsFile=/dev/null", "LogLevel=ERROR",
                "EscapeChar=none")  # fmt: skip
    options = [word for setting in settings for word in ("-o", setting)]
    return [SSH, "-F", "none", "-p", str(served.port), *identity, *before, *options, "somebody@127.0.0.1", *words]


def surroundings(**changed: str) -> dict[str, str]:
    """Return the environment of a client."""
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "TERM": "xterm-256color", **changed}


@asynccontextmanager
async def guest(
    served: Running,
    key: Path | None,
    *words: str,
    before: Sequence[str] = (),
    size: tuple[int, int] = (80, 24),
    **changed: str,
) -> AsyncIterator[Guest]:
    """Come in with `ssh`, on a terminal."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    process = await asyncio.create_subprocess_exec(
        *command(served, key, *words, before=before),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=surroundings(**changed),
        preexec_fn=_sit_down,
    )
    os.close(slave)
    somebody = Guest(process, master, size)
    try:
        yield somebody
    finally:
        await somebody.close()


def _sit_down() -> None:
    """Make the terminal the client's own, so that it is told of its sizes."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Answer(NamedTuple):
    """What a client without a terminal was told, and its exit code."""

    code: int
    out: str
    err: str


async def ask(
    served: Running, key: Path | None, *words: str, before: Sequence[str] = (), typed: bytes = b"", **changed: str
) -> Answer:
    """Run `ssh` without a terminal, to its end."""
    process = await asyncio.create_subprocess_exec(
        *command(served, key, *words, before=before),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(**changed),
    )
    out, err = await asyncio.wait_for(process.communicate(typed), PATIENCE)
    assert process.returncode is not None
    return Answer(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))


@asynccontextmanager
async def connected(served: Running, key: Path) -> AsyncIterator[asyncssh.SSHClientConnection]:
    """Come in with a client that can do what `ssh` never would."""
    client = await asyncssh.connect(
        "127.0.0.1", served.port, username="somebody", client_keys=[str(key)], known_hosts=None, config=None,
        agent_path=None, keepalive_interval=0,
    )  # fmt: skip
    try:
        yield client
    finally:
        client.abort()
        await client.wait_closed()
