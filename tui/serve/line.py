"""The way to one client's terminal, and whether what was sent has left."""

import asyncio
from collections.abc import Callable

from asyncssh import SSHServerChannel

from tui.serve.connection import Connection

EARLY = 4096
"""Bytes of what somebody types before the program is there, beyond which the client has to wait with the rest."""


class Line:
    """Bytes on their way out. It keeps none itself: who writes waits for `written` before the next frame."""

    def __init__(self, channel: SSHServerChannel[bytes], connection: Connection) -> None:
        channel.set_write_buffer_limits(0)
        self._channel = channel
        self._connection = connection
        self._loop = asyncio.get_running_loop()
        self._busy = False
        self.sent = 0
        """Bytes of all that was written."""
        self.written: Callable[[], None] | None = None
        """Called when all has left."""
        self._hear: Callable[[bytes], bool] | None = None
        self._early = bytearray()
        self._paused = False
        connection.on_room = self.look

    def hear(self, keys: bytes) -> bool:
        """Pass on what the client sends; tell whether there were keys in it. What comes too early waits."""
        if self._hear is not None:
            return self._hear(keys)
        self._early += keys
        if len(self._early) > EARLY:
            self.pause()
        return True

    def begin(self, hear: Callable[[bytes], bool]) -> None:
        """Have a program hear the client."""
        self._hear = hear
        early, paused = bytes(self._early), self._paused
        self._early.clear()
        self._paused = False
        if early:
            hear(early)  # before the rest, which comes at once; the program may want that to wait still
        if paused and not self._paused:
            self.resume()

    def write(self, text: bytes) -> None:
        """Send a piece; nothing goes to who has left."""
        if not self._channel.is_closing():
            self._busy = True
            self.sent += len(text)
            self._channel.write(text)
            self._loop.call_soon(self.look)

    @property
    def clear(self) -> bool:
        """Whether nothing waits for the client to take it."""
        return self._channel.get_write_buffer_size() == 0 and not self._connection.full

    def look(self) -> None:
        """See whether all has left, and say so."""
        if self._busy and self.clear and not self._channel.is_closing():
            self._busy = False
            if self.written is not None:
                self.written()

    def pause(self) -> None:
        """Have the client wait with what it sends."""
        self._paused = True
        self._channel.pause_reading()

    def resume(self) -> None:
        """Have the client go on."""
        self._paused = False
        self._channel.resume_reading()

    def end(self, farewell: bytes, code: int) -> None:
        """Send the last, and close."""
        if not self._channel.is_closing():
            self.sent += len(farewell)
            self._channel.write(farewell)
            self._channel.exit(code)
