"""Logging in: by a key of the operator's file, or freely where the operator has said so; by nothing else."""

import asyncio
from typing import Protocol

import asyncssh
from asyncssh.constants import DISC_NO_MORE_AUTH_METHODS_AVAILABLE

from tui.serve.account import told
from tui.serve.channel import Channel
from tui.serve.connection import Connection
from tui.serve.errors import CannotServe
from tui.serve.keys import ANYBODY, Guest, Keyring
from tui.serve.limits import PACKET, WINDOW, Limits
from tui.serve.session import Desk, Session


class Hall(Protocol):
    """Where connections come in."""

    limits: Limits

    def enter(self, login: "Login") -> bool:
        """Take a connection in; False where there is no room."""

    def logged_in(self, login: "Login") -> None:
        """Know that it has logged in."""

    def leave(self, login: "Login", error: Exception | None) -> None:
        """Let it go."""

    def seat(self, login: "Login") -> Desk:
        """Give who has logged in a place. Raises asyncssh.ChannelOpenError where there is none."""

    def trouble(self, error: Exception) -> None:
        """Note what the operator has to mend."""


class Login(asyncssh.SSHServer):
    """One connection: who it is, as far as it has shown."""

    connection: Connection
    guest: Guest | None = None
    """Who has logged in."""
    user = ""
    """What the client calls its user: it means nothing, but tells people apart in the log."""
    address = ""
    refusal = ""
    """Why it was not let in."""

    def __init__(self, hall: Hall, keyring: Keyring | None) -> None:
        """Without a keyring everybody may enter."""
        self._hall = hall
        self._keyring = keyring
        self._known: Guest | None = None
        self._tried = 0
        self._seated = False
        self.fingerprints: list[str] = []
        """Of the keys that were tried."""
        self.begun = asyncio.get_running_loop().time()
        self._grace: asyncio.TimerHandle | None = None

    # -- the connection

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Begin."""
        assert isinstance(conn, Connection)
        self.connection = conn
        self.address = told(str((conn.get_extra_info("peername") or ("",))[0]))
        if not self._hall.enter(self):
            conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self.stop_waiting()
        self._hall.leave(self, exc)

    def stop_waiting(self) -> None:
        """Let it stay: it has what it came for."""
        if self._grace is not None:
            self._grace.cancel()
            self._grace = None

    # -- who it is

    def begin_auth(self, username: str) -> bool:
        """Ask for a key, unless everybody may enter."""
        self.user = told(username)
        if self._keyring is None:
            self._known = ANYBODY
            self.auth_completed()
        return self._keyring is not None

    def public_key_auth_supported(self) -> bool:
        """Take keys."""
        return self._keyring is not None

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Tell whether a key may enter. asyncssh asks before it looks at a signature, so it is not proved yet."""
        fingerprint = key.get_fingerprint()
        if fingerprint not in self.fingerprints:
            self.fingerprints.append(fingerprint)
        self._tried += 1
        if self._tried > self._hall.limits.keys_tried:
            self.refusal = "too many keys"
            self.connection.disconnect(DISC_NO_MORE_AUTH_METHODS_AVAILABLE, "too many keys were tried")
            return False
        try:
            self._known = self._keyring.admit(key, self.address) if self._keyring is not None else None
        except CannotServe as error:
            self._known = None
            self._hall.trouble(error)
        return self._known is not None

    def auth_completed(self) -> None:
        """Know who it is: the key that was asked about last has been proved."""
        self.guest = self._known
        self._hall.logged_in(self)
        loop = asyncio.get_running_loop()
        self._grace = loop.call_later(self._hall.limits.grace, self._send_away)

    def _send_away(self) -> None:
        self.refusal = "no session was asked for"
        self.connection.abort()

    # -- what it may have

    def session_requested(self) -> tuple[Channel, Session]:
        """Give one session; a second on the same connection is refused, and one more than there are places."""
        if self._seated:
            raise asyncssh.ChannelOpenError(asyncssh.OPEN_ADMINISTRATIVELY_PROHIBITED, "a connection has one session")
        desk = self._hall.seat(self)
        self._seated = True
        channel = Channel(self.connection, WINDOW, PACKET)
        return channel, Session(desk, self.connection, channel)
