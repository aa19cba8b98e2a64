"""On which line of a file each record came first: of all its rows, in a fifth of the memory of a dict."""

from array import array
from collections.abc import Iterator

from store.refs import Ref

_SLOTS = 1 << 12
"""Places in the table at first: there are twice as many when half of them are taken."""


class FirstLines:
    """Refs in the order in which they came, each with the line that it came on first.

    The refs stand in one text, behind each other. Which of them is meant tells a table of their numbers: there each
    stands where its hash says, or behind what stood there already.
    """

    def __init__(self) -> None:
        self._text = bytearray()
        self._bounds = array("Q", [0])
        self._lines = array("Q")
        self._slots = array("I", [0]) * _SLOTS

    def __contains__(self, ref: Ref) -> bool:
        return bool(self._slots[self._slot(_bytes(ref))])

    def __iter__(self) -> Iterator[tuple[Ref, int]]:
        for number, line in enumerate(self._lines):
            yield self._ref(number).decode("utf-8", "surrogatepass"), line

    def note(self, ref: Ref, line: int) -> int:
        """Return the line that a ref came on first: this one, if it has not come before."""
        text = _bytes(ref)
        slot = self._slot(text)
        if number := self._slots[slot]:
            return self._lines[number - 1]
        self._text += text
        self._bounds.append(len(self._text))
        self._lines.append(line)
        self._slots[slot] = len(self._lines)  # from 1 on: 0 is an empty slot
        if 2 * len(self._lines) > len(self._slots):
            self._double()
        return line

    def _slot(self, text: bytes) -> int:
        """Return where a ref stands in the table or, where it has not come, would."""
        slots = self._slots
        last = len(slots) - 1
        slot = hash(text) & last
        while (number := slots[slot]) and self._ref(number - 1) != text:
            slot = slot + 1 & last
        return slot

    def _ref(self, number: int) -> bytearray:
        return self._text[self._bounds[number] : self._bounds[number + 1]]

    def _double(self) -> None:
        self._slots = array("I", [0]) * (2 * len(self._slots))
        for number in range(len(self._lines)):
            self._slots[self._slot(bytes(self._ref(number)))] = number + 1


def _bytes(ref: Ref) -> bytes:
    return ref.encode("utf-8", "surrogatepass")
