"""A terminal at the far end of a slow link, as `ssh` brings it there: a line of so many bits, each so long on its way.

What the program writes is taken at once, as ssh's own buffers take it, and waits for the line; keys and answers take as
long back. Compressed, it is what `ssh -C` makes of it: one zlib stream, flushed after each packet.
"""

import os
import select
import time
import zlib
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.bench.link import Line, Link
from tests.bench.screen import Picture, Stream
from tests.bench.terminal import Piece, Size, Terminal

PACKET = 1_024


class FarTerminal(Terminal):
    """A terminal that a program reaches over a link. The times of its pieces are those of their arrival."""

    def __init__(
        self, command: Sequence[str], size: Size, environment: Mapping[str, str], folder: Path, link: Link
    ) -> None:
        self._link = link
        self._down: deque[Piece] = deque()
        self._up: deque[Piece] = deque()
        self._there, self._back = Line(link, seed=1), Line(link, seed=2)
        self._squeeze = zlib.compressobj()
        super().__init__(command, size, environment, folder)

    def write(self, keys: bytes) -> float:
        """Send keys; return when."""
        at = time.perf_counter()
        self._up.append(Piece(self._back.put(len(keys), at), keys))
        return at

    @property
    def arrivals(self) -> list[float]:
        """When pieces arrived."""
        return [piece.at for piece in self._pieces]

    def complete(self) -> float:
        """Return when all of the text was shown that is shown now."""
        picture = Picture(self._picture.columns, self._picture.lines)
        stream = Stream(picture)
        for piece in self._pieces:
            stream.feed(piece.text)
            if picture.display == self.picture.display:
                return piece.at
        raise AssertionError("the same text makes the same picture")

    def _hear(self, wait: float) -> bool:
        """Keep the link going until something arrives, or for so many seconds."""
        end = time.perf_counter() + wait
        while True:
            now = time.perf_counter()
            while self._up and self._up[0].at <= now:
                with suppress(OSError):  # the program has gone
                    os.write(self._master, self._up.popleft().text)
            if self._down and self._down[0].at <= now:
                self._arrive(self._down.popleft())
                return True
            if now >= end or (self.ended and not self._down):
                return False
            due = [end, *(line[0].at for line in (self._down, self._up) if line)]
            self._take(max(0.0, min(due) - now))

    def _arrive(self, piece: Piece) -> None:
        self._pieces.append(piece)
        for answer in self._answers.to(piece.text):
            self.write(answer)

    def _take(self, wait: float) -> None:
        """Take what the program writes within so many seconds, and put it on the line."""
        if self.ended:
            time.sleep(wait)
        elif select.select([self._master], [], [], wait)[0]:
            try:
                text = os.read(self._master, 1 << 16)
            except OSError:
                text = b""
            self.ended = not text
            for start in range(0, len(text), PACKET):
                self._send(text[start : start + PACKET])

    def _send(self, text: bytes) -> None:
        size = len(text)
        if self._link.compressed:
            size = len(self._squeeze.compress(text) + self._squeeze.flush(zlib.Z_PARTIAL_FLUSH))
        self._down.append(Piece(self._there.put(size, time.perf_counter()), text))
