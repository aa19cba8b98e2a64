"""A connection that is held to its word: who does not read is not read from, who has no screen yet is soon cut off."""

import asyncio
from collections.abc import Callable

import asyncssh

from tui.serve.limits import BEFORE_A_SESSION

FULL = 32 * 1024
"""Bytes that may wait for the network; asyncssh itself would let them grow without end."""


class Connection(asyncssh.SSHServerConnection):
    """One client, from its first byte."""

    transport: asyncio.Transport | None = None
    full = False
    """Whether more waits for the network than should."""
    heard = 0
    """Bytes that came."""
    has_session = False
    on_room: Callable[[], None] | None = None
    """Called when there is room again."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.set_write_buffer_limits(FULL)
        super().connection_made(transport)

    def data_received(self, data: bytes, datatype: int | None = None) -> None:
        """Hear the client; one that talks on and on before it has a screen is sent away."""
        self.heard += len(data)
        if self.heard > BEFORE_A_SESSION and not self.has_session:
            self.abort()
            return
        super().data_received(data, datatype)

    def pause_writing(self) -> None:
        """Hear nothing from who does not take our answers."""
        self.full = True
        if self.transport is not None and not self.transport.is_closing():
            self.transport.pause_reading()

    def resume_writing(self) -> None:
        """Go on."""
        self.full = False
        if self.transport is not None and not self.transport.is_closing():
            self.transport.resume_reading()
        if self.on_room is not None:
            self.on_room()

    def connection_lost(self, exc: Exception | None = None) -> None:
        """End."""
        self.transport = self.on_room = None
        super().connection_lost(exc)
