"""Who is who where a row lists several names beside several ids.

The UCDP/PRIO list sorts each by itself, names by the alphabet and ids as text: beside “JEM, SLM/A, SPLM/A” stands “466,
468, 469”, of which 466 is the last. So their places do not tell which is whose. Rows with one of each do, and what is
left of a list when those are taken away.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

_List: TypeAlias = tuple[str, tuple[str, ...]]
"""The names in a cell, and the ids beside it."""
_ROUNDS = 50
"""Times that all lists are looked at, lest a file that was made to takes for ever."""
_MOST = 500
"""Ids of a list that is looked into; the longest that is known of names some 60 states."""
_FEW = 16
"""Of whom one is looked for by what several lists have in common: that takes memory for each."""


class Member(NamedTuple):
    """Somebody whom a row names; `number` is empty where no row tells which id is theirs."""

    name: str
    number: str = ""


class Roll:
    """The names and ids of a file, row by row; `settle` concludes from them all."""

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}
        self._numbers: dict[str, set[str]] = {}
        self._with: dict[str, dict[_List, None]] = {}

    def hear(self, cell: str, numbers: tuple[str, ...]) -> None:
        """Take the names that stand in a cell, and the ids beside it."""
        if not cell.strip():
            return
        if len(numbers) == 1:
            self._tell(joined(cell), numbers[0])
        for number in numbers if 1 < len(numbers) <= _MOST else ():
            self._with.setdefault(number, {})[cell, numbers] = None

    def settle(self) -> None:
        """Conclude who is who in lists from those of whom it is known."""
        news: Iterable[_List] = self._lists()
        for _ in range(_ROUNDS):
            self._conclude(news)
            told = self._narrowed()
            if not told:
                return
            news = [listed for number in told for listed in self._with[number]]

    def number(self, name: str) -> str:
        """Return the id of a name that belongs to one alone; else nothing."""
        numbers = self._numbers.get(name, set())
        return next(iter(numbers)) if len(numbers) == 1 else ""

    def members(self, cell: str, numbers: tuple[str, ...]) -> list[Member]:
        """Return whom a cell names, in its order. Raises ValueError where they are not as many as the ids."""
        if len(numbers) == 1:
            return [Member(joined(cell), numbers[0])]
        members, _ = self._parted(cell, numbers)
        if len(members) != len(numbers):
            raise ValueError(f"{len(members)} names beside {len(numbers)} ids")
        return members

    def _tell(self, name: str, number: str) -> bool:
        """Note whose a name is; return whether that is new."""
        news = number not in self._numbers.get(name, ())
        self._names.setdefault(number, set()).add(name)
        self._numbers.setdefault(name, set()).add(number)
        return news

    def _lists(self) -> Iterable[_List]:
        return {listed: None for several in self._with.values() for listed in several}

    def _conclude(self, news: Iterable[_List]) -> None:
        """Tell of those who are left alone in these lists, and of whoever is left alone by that."""
        waiting = list(news)
        while waiting:
            names, rest = self._left(waiting.pop())
            if len(names) == len(rest) == 1 and self._tell(names[0], rest[0]):
                waiting.extend(self._with[rest[0]])

    def _narrowed(self) -> list[str]:
        """Tell of ids for which one name alone is left in all of their lists; return those that are news."""
        possible: dict[str, set[str]] = {}
        for listed in self._lists():
            names, rest = self._left(listed)
            for number in rest if len(names) == len(rest) <= _FEW else ():
                possible[number] = possible.get(number, set(names)).intersection(names)
        alone = {number: next(iter(names)) for number, names in possible.items() if len(names) == 1}
        claimed = Counter(alone.values())
        return [number for number, name in alone.items() if claimed[name] == 1 and self._tell(name, number)]

    def _left(self, listed: _List) -> tuple[list[str], list[str]]:
        """Return the names and ids of a list of which it is not known who is who."""
        members, rest = self._parted(*listed)
        return [member.name for member in members if not member.number], rest

    def _parted(self, cell: str, numbers: tuple[str, ...]) -> tuple[list[Member], list[str]]:
        """Return whom a cell names, with the ids that are known, and the ids that are left."""
        members = [Member(part) for part in parts(cell)]
        if len(numbers) > _MOST:
            return members, list(numbers)
        rest = [number for number in numbers if not self._placed(members, number)]
        return members, rest

    def _placed(self, members: list[Member], number: str) -> bool:
        """Give somebody in a list an id by one of the names that it is known by; a name may hold a comma."""
        for name in sorted(self._names.get(number, ()), key=len, reverse=True):
            length = len(parts(name))
            for start in range(len(members) - length + 1):
                run = members[start : start + length]
                if ", ".join(member.name for member in run if not member.number) == name:
                    members[start : start + length] = [Member(name, number)]
                    return True
        return False


def parts(cell: str) -> list[str]:
    """Return what a cell lists, with commas between."""
    return [part.strip() for part in cell.split(",") if part.strip()]


def joined(cell: str) -> str:
    """Return a cell with a blank after each comma."""
    return ", ".join(parts(cell))
