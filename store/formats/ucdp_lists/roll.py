"""Who is who where a row lists several names beside several ids.

The UCDP/PRIO list sorts each by itself, names by the alphabet and ids as text: beside “JEM, SLM/A, SPLM/A” stands “466,
468, 469”, of which 466 is the last. So their places do not tell which is whose. Rows with one of each do, and what is
left of a list when those are taken away.
"""

from typing import NamedTuple


class Member(NamedTuple):
    """Somebody whom a row names; `number` is empty where no row tells which id is theirs."""

    name: str
    number: str = ""


class Roll:
    """The names and ids of a file, row by row; `settle` concludes from them all."""

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}
        self._numbers: dict[str, set[str]] = {}
        self._lists: dict[tuple[str, tuple[str, ...]], None] = {}

    def hear(self, cell: str, numbers: tuple[str, ...]) -> None:
        """Take the names that stand in a cell, and the ids beside it."""
        if not cell.strip():
            return
        if len(numbers) == 1:
            self._tell(listed(cell), numbers[0])
        elif numbers:
            self._lists[cell, numbers] = None

    def settle(self) -> None:
        """Conclude who is who in lists from those of whom it is known."""
        while self._concluded() or self._narrowed():
            pass

    def number(self, name: str) -> str:
        """Return the id of a name that belongs to one alone; else nothing."""
        numbers = self._numbers.get(name, set())
        return next(iter(numbers)) if len(numbers) == 1 else ""

    def members(self, cell: str, numbers: tuple[str, ...]) -> list[Member]:
        """Return whom a cell names, in its order. Raises ValueError where they are not as many as the ids."""
        if len(numbers) == 1:
            return [Member(listed(cell), numbers[0])]
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

    def _concluded(self) -> bool:
        """Tell of those who are left alone in a list; return whether that is news."""
        news = [self._tell(names[0], rest[0]) for names, rest in self._left() if len(names) == 1]
        return any(news)

    def _narrowed(self) -> bool:
        """Tell of ids for which one name alone is left in all of their lists; return whether that is news."""
        possible: dict[str, set[str]] = {}
        for names, rest in self._left():
            for number in rest:
                possible[number] = possible.get(number, set(names)).intersection(names)
        alone = [(next(iter(names)), number) for number, names in possible.items() if len(names) == 1]
        claimed = [name for name, _ in alone]
        news = [self._tell(name, number) for name, number in alone if claimed.count(name) == 1]
        return any(news)

    def _left(self) -> list[tuple[list[str], list[str]]]:
        """Return the names and ids of each list of which it is not known who is who."""
        found = []
        for cell, numbers in self._lists:
            members, rest = self._parted(cell, numbers)
            names = [member.name for member in members if not member.number]
            if rest and len(names) == len(rest):
                found.append((names, rest))
        return found

    def _parted(self, cell: str, numbers: tuple[str, ...]) -> tuple[list[Member], list[str]]:
        """Return whom a cell names, with the ids that are known, and the ids that are left."""
        members = [Member(part) for part in parts(cell)]
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


def listed(cell: str) -> str:
    """Return a cell with a blank after each comma."""
    return ", ".join(parts(cell))
