"""Writes a file for a person to take away: whole or not at all, and over nothing that they may want to keep."""

import os
from collections.abc import Iterable
from pathlib import Path

from store.file.errors import FileError
from store.file.replacing import confirm, replace


class Taken(FileError):
    """There is a file of this name already."""


class IsStore(FileError):
    """The file named is the store that is read: nothing is ever written over that."""


def take_away(target: Path, pieces: Iterable[bytes], *, store: Path, over: bool = False) -> None:
    """Write the bytes to a file. `over` says that one of this name, if it is a file, is to be replaced.

    Raises Taken, IsStore, and NotWritten.
    """
    place = Path(os.path.realpath(target))

    def look() -> None:
        if place == Path(os.path.realpath(store)):
            raise IsStore(target, "it is the store itself", "name another file")
        if os.path.lexists(target) and not (over and place.is_file()):
            raise Taken(target, "there is a file of this name already", "name another one")

    look()
    replace(place, pieces, look)
    confirm(place)
