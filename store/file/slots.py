"""Which of many texts is meant, in twelve to twenty-four bytes a text: a dict takes ten times as much."""

from array import array

_SLOTS = 1 << 10
"""Slots at first: there are twice as many when half of them are taken."""
_HALF = 32
_NUMBER = (1 << _HALF) - 1


class Slots:
    """Texts by their number, from 0 on in the order in which they are added.

    The texts themselves are kept elsewhere, and compared there: here each has a slot with half of its hash and, from 1
    on, its number. It is the slot that its hash says, or the next one that was free.
    """

    def __init__(self) -> None:
        self._slots = array("Q", [0]) * _SLOTS
        self._taken = 0

    def add(self, text: str) -> None:
        """Give a text the next number."""
        self._taken += 1
        self._put((hash(text) & _NUMBER) << _HALF | self._taken)
        if 2 * self._taken > len(self._slots):
            slots = self._slots
            self._slots = array("Q", [0]) * (2 * len(slots))
            for entry in filter(None, slots):
                self._put(entry)

    def near(self, text: str) -> list[int]:
        """Return the numbers that a text may have: none if it was not added, nearly always one if it was."""
        slots, last = self._slots, len(self._slots) - 1
        half = hash(text) & _NUMBER
        at, found = half & last, []
        while entry := slots[at]:
            if entry >> _HALF == half:
                found.append((entry & _NUMBER) - 1)
            at = at + 1 & last
        return found

    def _put(self, entry: int) -> None:
        slots, last = self._slots, len(self._slots) - 1
        at = entry >> _HALF & last
        while slots[at]:
            at = at + 1 & last
        slots[at] = entry
