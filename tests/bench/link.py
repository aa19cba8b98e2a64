"""A slow link: how long what is put on it takes to the other end. Whoever has the bytes asks when they arrive."""

import random
from typing import NamedTuple


class Link(NamedTuple):
    """Bits a second, seconds there and back again, how much longer a piece may take at random, and whether packed."""

    bits: int = 64_000
    round_trip: float = 0.3
    jitter: float = 0.0
    """Seconds that it takes longer at most, each way; nothing overtakes what was sent before it."""
    compressed: bool = False
    """Whether what goes down it is compressed, as by `ssh -C`."""

    def __str__(self) -> str:
        more = f", up to {self.jitter * 2000:.0f} ms more" if self.jitter else ""
        how = ", compressed as by ssh -C" if self.compressed else ""
        return f"{self.round_trip * 1000:.0f} ms, {self.bits // 1000} kbit/s{more}{how}"


class Line:
    """One direction of a link: a piece leaves when the one before it has, and arrives half a round trip later."""

    def __init__(self, link: Link, seed: int = 0) -> None:
        self._link = link
        self._chance = random.Random(seed)
        self._arrived = 0.0
        self.free = 0.0
        """When all that was put on it has left."""

    def put(self, size: int, now: float) -> float:
        """Put so many bytes on it; return when the last of them arrives."""
        self.free = max(self.free, now) + size * 8 / self._link.bits
        late = self._link.round_trip / 2 + self._chance.random() * self._link.jitter
        self._arrived = max(self._arrived, self.free + late)
        return self._arrived
