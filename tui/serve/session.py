"""What a client may ask of a connection once it has logged in: a terminal, and the program on it. Nothing else."""

from collections.abc import Mapping
from typing import Protocol

import asyncssh

from tui.serve.account import told
from tui.serve.channel import Channel
from tui.serve.client import ClientTerminal, terminal
from tui.serve.connection import Connection
from tui.serve.line import Line
from tui.serve.visit import Visit

NO_TERMINAL = "sitroom: this needs a terminal; connect with `ssh -t`, and without a command."
DUMB = "sitroom: TERM says that this terminal cannot move its cursor; set TERM to what it is, as xterm-256color."
REFUSED = 2


class Desk(Protocol):
    """Who makes visits, and is told of what is asked for."""

    def begin(self, at: ClientTerminal, line: Line) -> Visit:
        """Begin a visit."""

    def refuse(self, what: str) -> None:
        """Note that something was asked for that there is not."""


class Session(asyncssh.SSHServerSession[bytes]):
    """A channel of one connection."""

    def __init__(self, desk: Desk, connection: Connection, channel: Channel) -> None:
        self._desk = desk
        self._connection = connection
        self._channel = channel
        self._pty: tuple[str, int, int] | None = None
        self._visit: Visit | None = None
        self._line: Line | None = None

    # -- what is asked for

    def pty_requested(
        self, term_type: str, term_size: tuple[int, int, int, int], term_modes: Mapping[int, int]
    ) -> bool:
        """Take the client's terminal."""
        self._pty = (term_type, *term_size[:2])
        return True

    def shell_requested(self) -> bool:
        """Let the client have the program: there is no shell."""
        return True

    def exec_requested(self, command: str) -> bool:
        """Run nothing."""
        self._desk.refuse(f"exec: {told(command)}")
        return False

    def subsystem_requested(self, subsystem: str) -> bool:
        """Offer none: no sftp."""
        self._desk.refuse(f"subsystem: {told(subsystem)}")
        return False

    def session_started(self) -> None:
        """Open the program on the client's terminal."""
        line = self._line = Line(self._channel, self._connection)
        if self._pty is None:
            line.end(f"{NO_TERMINAL}\r\n".encode(), REFUSED)
            return
        at = terminal(*self._pty, self._channel.said)
        if not at.draws:
            line.end(f"{DUMB}\r\n".encode(), REFUSED)
            return
        self._connection.has_session = True
        self._visit = self._desk.begin(at, line)

    # -- what the client does

    def data_received(self, data: bytes, datatype: int | None = None) -> None:
        """Take keys."""
        if self._visit is not None:
            self._visit.feed(data)

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """Take another size."""
        if self._visit is not None:
            self._visit.resize(width, height)

    def resume_writing(self) -> None:
        """Go on: all has left the channel."""
        if self._line is not None:
            self._line.look()

    def eof_received(self) -> bool:
        """Leave with the client's last key, and take the time to say goodbye."""
        if self._visit is not None:
            self._visit.end("left")
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """Leave."""
        if self._visit is not None:
            self._visit.end("left")
