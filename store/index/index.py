"""An open index: the database, and what has been counted in it so far."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from store.index.database import Database
from store.index.known import find_known
from store.index.narrowing import Narrowing, narrow
from store.lens import Lens

T = TypeVar("T")

_KEPT = 256


class Index:
    """What every question is asked of. Whatever takes a scan to find out is kept until something changes."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._version = self._stored_version()

    def narrow(self, lens: Lens) -> Narrowing:
        """Return what a lens leaves."""
        if lens.known_by is not None:
            self.look_back()
        return self.kept(("narrowing", lens), lambda: narrow(self.database, lens))

    def look_back(self) -> None:
        """Have it known what was known when."""
        self.kept("known", lambda: find_known(self.database))

    def kept(self, key: Hashable, find_out: Callable[[], T]) -> T:
        """Return what was found out under this key, or find it out now."""
        if self._stored_version() != self._version:
            self.forget()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]  # type: ignore[return-value]  # a key is used for one type only
        found = find_out()
        self._kept[key] = found
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def forget(self) -> None:
        """Drop what was found out: something has changed."""
        self._kept.clear()
        self._version = self._stored_version()

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def _stored_version(self) -> object:
        """Return a number that is another one when another process has changed the index."""
        return self.database.value("PRAGMA data_version")
