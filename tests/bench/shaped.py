"""A slow link: a proxy for TCP that lets so many bytes a second through, and each of them so much later."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.bench.link import Line, Link

_PIECE = 256
"""Bytes that are let through at once: a 32nd of a second's at 64 kbit/s."""
_HELD = 4096
"""Bytes that the link's own sockets may hold, as a modem does; a megabyte of them would hide who sends too much."""
_CLOSED = (ConnectionError, OSError)


@contextmanager
def shaped(port: int, link: Link) -> Iterator[int]:
    """Listen on a port of this machine that leads to another over a link; give it."""
    loop = asyncio.new_event_loop()
    proxy = _Proxy(port, link)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(proxy.listen(), loop).result()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        asyncio.run_coroutine_threadsafe(proxy.close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Proxy:
    def __init__(self, port: int, link: Link) -> None:
        self._port = port
        self._link = link
        self._tasks: set[asyncio.Task[None]] = set()
        self._ends: set[asyncio.StreamWriter] = set()

    async def listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=_HELD)

    async def close(self) -> None:
        """Cut what is still on its way: who is served at the other end would else count as there."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for end in self._ends:
            end.transport.abort()
        await asyncio.sleep(0)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = socket.socket()
        there.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _HELD)
        there.setblocking(False)
        await asyncio.get_running_loop().sock_connect(there, ("127.0.0.1", self._port))
        far_reader, far_writer = await asyncio.open_connection(sock=there, limit=_HELD)
        for source, target in ((reader, far_writer), (far_reader, writer)):
            self._ends.add(target)
            task = asyncio.create_task(self._carry(source, target))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """Carry one way: a piece leaves when the one before it has, and arrives half a round trip later."""
        loop = asyncio.get_running_loop()
        line = Line(self._link)
        with suppress(*_CLOSED):
            while piece := await source.read(_PIECE):
                loop.call_at(line.put(len(piece), loop.time()), _deliver, target, piece)
                await asyncio.sleep(line.free - loop.time())
        loop.call_at(line.put(0, loop.time()), target.close)


def _deliver(target: asyncio.StreamWriter, piece: bytes) -> None:
    if not target.is_closing():
        target.write(piece)
