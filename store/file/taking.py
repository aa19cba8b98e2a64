"""Writes files for a person to take away: whole or not at all, and over nothing that they may want to keep."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

from store.file.errors import FileError, NotWritten, cannot_write
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
        _require_free(target, store, over=over)

    look()
    replace(place, pieces, look)
    confirm(place)


def take_folder(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]], *, store: Path, over: bool = False) -> None:
    """Write files, by name, into a folder, which is made if it is not there: all of them whole, or none.

    `over` says that files of these names are to be replaced. Raises as `take_away` does.
    """
    place = Path(os.path.realpath(folder))
    inside = place if place.is_dir() else place.parent  # who may write into a folder need not have the one above
    beside = inside / f".{place.name}.{secrets.token_hex(8)}.new"
    try:
        beside.mkdir()
        names = []
        for name, pieces in files:
            names.append(name)
            take_away(beside / name, pieces, store=store)
        if place.is_dir():
            for name in names:
                _require_free(folder / name, store, over=over)
            for name in names:
                (beside / name).replace(place / name)
        else:
            _require_free(folder, store, over=False)
            beside.rename(place)
    except NotWritten as error:
        raise NotWritten(folder, error.problem, error.mend) from error
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        rmtree(beside, ignore_errors=True)
    confirm(place)


def _require_free(target: Path, store: Path, *, over: bool) -> None:
    if os.path.realpath(target) == os.path.realpath(store):
        raise IsStore(target, "it is the store itself", "name another file")
    if os.path.lexists(target) and not (over and target.is_file()):
        raise Taken(target, "there is a file of this name already", "name another one")
