"""Texts kept outside of memory, in the order they came in, each of them to be had again.

What is known of a million records takes a gigabyte, and several as Python objects.
"""

import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TypeAlias

from store.index.database import IndexFailed
from store.refs import Ref


class Refs(dict[Ref, int]):
    """Numbers that stand for refs: 0 for none, and for others in the order in which they are asked for."""

    def __missing__(self, ref: Ref) -> int:
        number = self[ref] = len(self)
        return number


class Pile:
    """Texts one after the other: in a file without a name, so that nothing is left of it whatever happens.

    Its `number` tells it from another one, and `refs` are the numbers by which its texts name refs, as far as they were
    put there by this process.
    """

    def __init__(self, number: int, file: BinaryIO) -> None:
        self.number = number
        self.refs = Refs({"": 0})
        self._file = file
        self._there = None if isinstance(file, BytesIO) else file.fileno()
        self._end = 0

    @classmethod
    def somewhere(cls, number: int, folder: Path | None) -> "Pile":
        """Return an empty pile, in memory where no folder is."""
        # Unbuffered: what is read next lies anywhere in it.
        return cls(number, TemporaryFile(dir=folder, buffering=0) if folder else BytesIO())

    def fileno(self) -> int:
        """Return the number that the system has given its file."""
        return self._file.fileno()

    def add(self, texts: Sequence[bytes]) -> int:
        """Put texts on the pile; return where the first of them begins. Raises IndexFailed where its disk is full."""
        begin = self._end
        left = b"".join(texts)
        self._end += len(left)
        try:
            while left:  # a disk that is nearly full takes a part
                left = left[self._file.write(left) :]
        except OSError as error:
            raise IndexFailed(f"what is indexed cannot be put aside: {error.strerror}") from error
        return begin

    def read(self, begin: int, length: int) -> bytes:
        """Return what is there. A pile in memory is read through before more is put on it."""
        if self._there is None:
            self._file.seek(begin)
            return self._file.read(length)
        return os.pread(self._there, length, begin)

    def close(self) -> None:
        """Throw the pile away."""
        self._file.close()


Piles: TypeAlias = tuple[Pile, Pile]
"""Those of this process (0) and of another (1)."""


class Seconds:
    """Some second texts one after the other: on which pile they begin where, and how long they are."""

    def __init__(self, piles: Piles, begins: "array[int]", lengths: "array[int]") -> None:
        self._piles = piles
        self.begins = begins
        self.lengths = lengths

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self.begins)

    def __iter__(self) -> Iterator[bytes]:
        """Yield them in their order."""
        piles = self._piles
        for begin, length in zip(self.begins, self.lengths, strict=True):
            yield piles[begin & 1].read(begin >> 1, length)


class Spool:
    """Pairs of texts by their places, counted from 0, on either pile.

    What belongs to the rows of a record stands first, and its texts behind that: they are read at different times.
    """

    def __init__(self, folder: Path | None) -> None:
        self.piles: Piles = (Pile.somewhere(0, folder), Pile.somewhere(1, folder))
        self._begins = array("q")
        self._middles = array("I")
        self._lengths = array("I")

    def add(self, pile: int, begins: Sequence[int], middles: Sequence[int], lengths: Sequence[int]) -> None:
        """Give further places to pairs on a pile: where the first text begins, how long it is, how long both are."""
        self._begins.extend([begin << 1 | pile for begin in begins])
        self._middles.extend(middles)
        self._lengths.extend(lengths)

    def first(self, place: int) -> tuple[int, bytes]:
        """Return the pile and the first text at a place."""
        begin = self._begins[place]
        return begin & 1, self.piles[begin & 1].read(begin >> 1, self._middles[place])

    def seconds(self, places: Iterable[int]) -> Seconds:
        """Return the second texts at some places."""
        begins, lengths = array("q"), array("I")
        for place in places:
            begin, middle = self._begins[place], self._middles[place]
            begins.append(begin + (middle << 1))
            lengths.append(self._lengths[place] - middle)
        return Seconds(self.piles, begins, lengths)

    def close(self) -> None:
        """Throw the piles away."""
        for pile in self.piles:
            pile.close()
