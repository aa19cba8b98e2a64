"""Edits while they are gathered: in memory while they are few, beyond that in a file without a name."""

from collections.abc import ItemsView, Iterator, Mapping
from pathlib import Path

from store.file.layout import overlaid
from store.file.runs import Disk, Runs, Together

_IN_MEMORY = 4_000_000
"""Bytes beyond which they go to the disk: an import can bring more than there is memory."""
_BESIDE = 200
"""Bytes that Python takes for an edit and its name beside their text."""
NO_EDIT = b""
"""Stands where an edit was taken back, or came to nothing; no document is rendered as nothing."""


def _last(edits: list[bytes | None]) -> bytes | None:
    return edits[-1]


def _any(edits: list[bytes | None]) -> bytes | None:
    return next(filter(None, edits), NO_EDIT)


class Pile(Mapping[str, bytes | None]):
    """The edits of one table, in the order of their ids: rendered documents, None for one that is to go."""

    def __init__(self, piles: "Piles") -> None:
        self._piles = piles
        self._runs = Runs(piles.disk)
        self._others: dict[str, list[bytes]] = {}

    def __setitem__(self, name: str, rendered: bytes | None) -> None:
        self._runs.latest[name] = rendered
        self._piles.grown(name, rendered)

    def __getitem__(self, name: str) -> bytes | None:
        self._join()
        edits = self._runs.find(name)
        edit = self._piles.together(edits) if edits else NO_EDIT
        if edit == NO_EDIT:
            raise KeyError(name)
        return edit

    def __delitem__(self, name: str) -> None:
        self._runs.latest[name] = NO_EDIT

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.in_order())

    def __len__(self) -> int:
        return sum(1 for _ in self.in_order())

    def __bool__(self) -> bool:
        return next(self.in_order(), None) is not None

    def add(self, name: str, rendered: bytes) -> None:
        """Add an edit to others of its document; `NO_EDIT` tells that it is spoken of, and not changed."""
        there = self._runs.latest.get(name)
        if there is None:
            self[name] = rendered
        elif there != rendered and rendered not in (others := self._others.setdefault(name, [])):
            others.append(rendered)
            self._piles.grown(name, rendered)

    def items(self) -> ItemsView[str, bytes | None]:
        """Return all edits; they are read side by side, where to look up one after the other would take long."""
        return _Items(self)

    def in_order(self) -> Iterator[tuple[str, bytes | None]]:
        """Yield all edits."""
        self._join()
        return (named for named in self._runs.merged(self._piles.together) if named[1] != NO_EDIT)

    def spoken_of(self) -> Iterator[tuple[str, bool]]:
        """Yield what is spoken of, and whether it is changed."""
        return ((name, bool(edit)) for name, edit in self._runs.merged(_any))

    def speaks_of(self, name: str) -> bool:
        """Tell whether there is an edit, or `NO_EDIT`."""
        return bool(self._runs.find(name))

    def write(self) -> None:
        """Write what has come to the disk. Raises NotWritten."""
        self._join()
        self._runs.write()

    def _join(self) -> None:
        latest = self._runs.latest
        for name, others in self._others.items():
            latest[name] = self._piles.together([latest[name], *others])
        self._others.clear()


class Layered(Mapping[str, bytes | None]):
    """Edits of one table that outrank others below them."""

    def __init__(self, above: Pile, below: Pile) -> None:
        self._above = above
        self._below = below

    def __getitem__(self, name: str) -> bytes | None:
        return self._above[name] if name in self._above else self._below[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.in_order())

    def __len__(self) -> int:
        return sum(1 for _ in self.in_order())

    def items(self) -> ItemsView[str, bytes | None]:
        """Return all edits, in the order of ids."""
        return _Items(self)

    def in_order(self) -> Iterator[tuple[str, bytes | None]]:
        """Yield all edits."""
        return overlaid(self._below.in_order(), self._above.in_order())


class _Items(ItemsView[str, bytes | None]):
    def __init__(self, edits: Pile | Layered) -> None:
        super().__init__(edits)
        self._edits = edits

    def __iter__(self) -> Iterator[tuple[str, bytes | None]]:
        return self._edits.in_order()


class Piles:
    """Edits by table; those that memory does not hold lie in the folder of the store.

    Where one document has several, what they come to `together` counts: the last, unless something else is said.
    """

    def __init__(self, path: Path, together: Together = _last) -> None:
        self.disk = Disk(path)
        self.together = together
        self._piles: dict[str, Pile] = {}
        self._size = 0

    def of(self, table: str) -> Pile:
        """Return the pile of a table."""
        if table not in self._piles:
            self._piles[table] = Pile(self)
        return self._piles[table]

    def all(self) -> dict[str, Pile]:
        """Return the piles on which there is anything, by table."""
        return {table: pile for table, pile in self._piles.items() if pile}

    def grown(self, name: str, rendered: bytes | None) -> None:
        """Note that an edit has come. Raises NotWritten where the disk has no room for what memory does not hold."""
        self._size += _BESIDE + len(name) + len(rendered or b"")
        if self._size > _IN_MEMORY:
            for pile in self._piles.values():
                pile.write()
            self._size = 0

    def close(self) -> None:
        """Throw all of it away."""
        self.disk.close()
