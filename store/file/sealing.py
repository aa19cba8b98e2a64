"""Lines that say whether they are whole, and that they follow each other: each begins with a seal.

The seal of a line is made of the line and of the seal before it, so that the last one stands for all of them.
"""

from _blake2 import blake2b  # that of hashlib, which would load OpenSSL too: 2 ms of a first picture
from typing import NamedTuple

_SEAL_BYTES = 8
_SEAL_LETTERS = 2 * _SEAL_BYTES


class Broken(Exception):
    """A line that is not as it was written, though others come after it; `number` counts from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(f"line {number}")
        self.number = number


class Sealed(NamedTuple):
    """The lines that are whole, without their seals; the last seal, empty where there is none; and their bytes."""

    lines: tuple[bytes, ...]
    seal: str
    size: int


def unsealed(raw: bytes) -> Sealed:
    """Return the lines. A last one that is not whole was never finished, and does not count. Raises Broken."""
    lines: list[bytes] = []
    seal, size = "", 0
    while size < len(raw):
        end = raw.find(b"\n", size) + 1 or len(raw)
        text = raw[size + _SEAL_LETTERS + 1 : end - 1]
        whole, mine = sealed(seal, text)
        if raw[size:end] != whole:
            if end < len(raw):
                raise Broken(len(lines) + 1)
            break
        lines.append(text)
        seal, size = mine, end
    return Sealed(tuple(lines), seal, size)


def cut(whole: Sealed, count: int) -> Sealed:
    """Return the first lines of some, so many."""
    if count == len(whole.lines):
        return whole
    seal, size = "", 0
    for text in whole.lines[:count]:
        line, seal = sealed(seal, text)
        size += len(line)
    return Sealed(whole.lines[:count], seal, size)


def sealed(seal: str, text: bytes) -> tuple[bytes, str]:
    """Return a line that follows the one with this seal, and its own seal. The text is of one line."""
    mine = blake2b(text, key=seal.encode(), digest_size=_SEAL_BYTES).hexdigest()
    return b"%b %b\n" % (mine.encode(), text), mine
