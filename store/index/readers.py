"""Who reads the pieces of a file: this process, and a second one if there is one. They are counted in their order."""

from collections import deque
from collections.abc import Container, Mapping

from store.file.pieces import Left, Piece, by_own_id
from store.index.census import Census
from store.index.hand import Hand
from store.index.reading import forget
from store.index.spool import Spool
from store.index.taking import Taken, take
from store.refs import KIND_OF_TABLE

_MOST = 64
"""Pieces that may wait for one before them, which the second process has not read yet."""


class Readers:
    """Reads pieces into a census, but for the records that are said to be `edited`, table by table."""

    def __init__(self, census: Census, spool: Spool, hand: Hand | None, edited: Mapping[str, Container[str]]) -> None:
        self._census = census
        self._spool = spool
        self._hand = hand
        self._edited = edited
        self._waiting: deque[tuple[str, Taken | None]] = deque()

    def leave(self) -> bool:
        """Tell whether the second process should read the next piece."""
        return self._hand is not None and self._hand.free

    def read(self, piece: Piece | Left) -> None:
        """Have a piece read, and count what has been read."""
        if self._hand and isinstance(piece, Left):
            self._hand.read(*piece)
            self._waiting.append((piece.table, None))
        elif isinstance(piece, Piece):
            taken = take(KIND_OF_TABLE[piece.table], by_own_id(piece.found), self._spool.piles[0])
            self._waiting.append((piece.table, taken))
        while self._waiting and (len(self._waiting) > _MOST or self._is_read()):
            self._count()

    def finish(self) -> None:
        """Count all that has not been."""
        while self._waiting:
            self._count()
        forget()

    def _is_read(self) -> bool:
        """Tell whether the first piece that waits has been read."""
        return self._waiting[0][1] is not None or (self._hand is not None and self._hand.has_read())

    def _count(self) -> None:
        table, taken = self._waiting.popleft()
        if taken is None:
            assert self._hand is not None  # whom it was left to
            taken = self._hand.taken()
        self._census.count(taken, self._edited.get(table, ()))
