"""Edits while they are gathered: in memory while they are few, beyond that in a file without a name."""

from collections.abc import ItemsView, Iterator, Mapping
from pathlib import Path

from store.file.runs import Disk, Runs

_IN_MEMORY = 4_000_000
"""Bytes beyond which they go to the disk: an import can bring more than there is memory."""
_NO_EDIT = b""
"""Stands where an edit was taken back; no document is rendered as nothing."""


class Pile(Mapping[str, bytes | None]):
    """The edits of one table, in the order of their ids: rendered documents, None for one that is to go."""

    def __init__(self, piles: "Piles") -> None:
        self._piles = piles
        self._runs = Runs(piles.disk)

    def __setitem__(self, name: str, rendered: bytes | None) -> None:
        self._runs.latest[name] = rendered
        self._piles.grown(len(rendered or b""))

    def __getitem__(self, name: str) -> bytes | None:
        values = self._runs.find(name)
        if not values or values[-1] == _NO_EDIT:
            raise KeyError(name)
        return values[-1]

    def __delitem__(self, name: str) -> None:
        self._runs.latest[name] = _NO_EDIT

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.in_order())

    def __len__(self) -> int:
        return sum(1 for _ in self.in_order())

    def __bool__(self) -> bool:
        return next(self.in_order(), None) is not None

    def items(self) -> ItemsView[str, bytes | None]:
        """Return all edits; they are read side by side, where to look up one after the other would take long."""
        return _Edits(self)

    def in_order(self) -> Iterator[tuple[str, bytes | None]]:
        """Yield all edits."""
        return ((name, values[-1]) for name, values in self._runs.merged() if values[-1] != _NO_EDIT)

    def write(self) -> None:
        """Write what has come to the disk. Raises NotWritten."""
        self._runs.write()


class _Edits(ItemsView[str, bytes | None]):
    def __init__(self, pile: Pile) -> None:
        super().__init__(pile)
        self._pile = pile

    def __iter__(self) -> Iterator[tuple[str, bytes | None]]:
        return self._pile.in_order()


class Piles:
    """The edits of one change, by table; those that memory does not hold lie in the folder of the store."""

    def __init__(self, path: Path) -> None:
        self.disk = Disk(path)
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

    def grown(self, size: int) -> None:
        """Note that so many bytes have come. Raises NotWritten where the disk has no room for them."""
        self._size += size
        if self._size > _IN_MEMORY:
            for pile in self._piles.values():
                pile.write()
            self._size = 0

    def close(self) -> None:
        """Throw all of it away."""
        self.disk.close()
