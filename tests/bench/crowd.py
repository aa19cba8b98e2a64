"""Many guests of one server, each of whom answers as a terminal does: what they take, how soon they see something."""

import asyncio
import random
import time
from itertools import cycle
from typing import NamedTuple

import asyncssh

from tests.bench.serving import OF_ONE_KEY, Served
from tests.bench.terminal import Size

FIRST_ROW = b"Islamic State in Libya"
"""What stands in the first row of the shipped situation."""
_ASK, _ANSWER = b"\x1b[5n", b"\x1b[0n"
_PATIENCE = 60.0
_SETTLED = 12.0
"""Seconds after which sessions have come to rest, and let go of what they drew from."""
_WAY = b"j" * 10 + b"k" * 10


class Visits(NamedTuple):
    """Seconds from login to the first row, of each; bytes of memory a session; seconds from key to frame."""

    first: list[float]
    memory: float
    keys: list[float]


class _Terminal(asyncssh.SSHClientSession[bytes]):
    def __init__(self) -> None:
        self.first = asyncio.get_running_loop().create_future()
        self.taken: list[float] = []
        self._said = b""
        self._pressed: float | None = None

    def connection_made(self, chan: asyncssh.SSHClientChannel[bytes]) -> None:
        self._channel = chan

    def data_received(self, data: bytes, datatype: int | None) -> None:
        now = time.perf_counter()
        if self._pressed is not None:
            self.taken.append(now - self._pressed)
            self._pressed = None
        if not self.first.done():
            self._said += data
            if FIRST_ROW in self._said:
                self.first.set_result(now)
        for _ in range(data.count(_ASK)):
            self._channel.write(_ANSWER)

    def press(self, key: bytes) -> None:
        if self._pressed is None:
            self._pressed = time.perf_counter()
            self._channel.write(key)


async def crowd(served: Served, size: Size, guests: int, seconds: float) -> Visits:
    """Have so many come one after another, rest, and then type for so many seconds: each a key a second."""
    before, first, inside = 0, [], []
    for number in range(guests):
        client, terminal, taken = await _come(served, number, size)
        inside.append((client, terminal))
        if number:
            first.append(taken)
        else:  # the first one loads what all have in common
            await asyncio.sleep(_SETTLED)
            before = served.resident
    await asyncio.sleep(_SETTLED)
    memory = (served.resident - before) / max(1, guests - 1)
    chance = random.Random(guests)
    await asyncio.gather(*(_type(terminal, chance.random(), seconds) for _, terminal in inside))
    for client, _ in inside:
        client.abort()
    return Visits(first, memory, [taken for _, terminal in inside for taken in terminal.taken])


async def _come(served: Served, number: int, size: Size) -> tuple[asyncssh.SSHClientConnection, _Terminal, float]:
    key = served.keys[number // OF_ONE_KEY]
    client = await asyncssh.connect(
        "127.0.0.1", served.port, username="bench", client_keys=[str(key)], known_hosts=None, config=None,
        agent_path=None,
    )  # fmt: skip
    logged_in = time.perf_counter()
    terminal = _Terminal()
    await client.create_session(lambda: terminal, term_type="xterm-256color", term_size=size, encoding=None)
    return client, terminal, await asyncio.wait_for(terminal.first, _PATIENCE) - logged_in


async def _type(terminal: _Terminal, begin: float, seconds: float) -> None:
    await asyncio.sleep(begin)
    end = time.perf_counter() + seconds
    for key in cycle(_WAY):
        if time.perf_counter() > end:
            return
        terminal.press(bytes([key]))
        await asyncio.sleep(1.0)
