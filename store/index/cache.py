"""Where an index is kept: in the user's cache folder, but for a store so small that it is made in memory as fast.

A kept index belongs to one state of one file, and says which. Whatever is wrong with it, it is thrown away and made
again; where nothing can be kept it is made in memory. It is built beside its place and moved there when it is whole, so
several processes may read it, build it, or die at it, without harm to each other.
"""

import os
import time
from _blake2 import blake2b  # that of hashlib, which would load OpenSSL too: 2 ms of a first picture
from contextlib import suppress
from pathlib import Path

from store.file.fingerprint import Fingerprint, fingerprint
from store.folders import cache_folder
from store.index.database import Database, IndexFailed
from store.index.progress import Progress
from store.index.schema import VERSION

LARGE = 64_000
"""Bytes from which a store's index is kept. To read 180 kB and index it takes 20 to 50 ms, before which nothing can be
shown; to open what is kept takes 1 ms, and none of the modules that make it."""

_ABANDONED = 3600
"""Seconds after which what a build has left unfinished is swept away."""


def open_index(path: Path, progress: Progress) -> Database:
    """Return the index of the store in a file, made now unless one is kept.

    Raises what `read_contents` raises, and whatever `progress` does; then nothing is left behind.
    """
    kept = kept_index(path)
    if kept:
        return kept
    try:
        return make_index(path, progress)
    except (IndexFailed, OSError):
        database = Database()
        _fill(database, path, progress, None, alone=True)
        return database


def kept_index(path: Path) -> Database | None:
    """Return the index that is kept for the present state of a store, if there is one."""
    state = fingerprint(path)
    place = _place(path) if state.size > LARGE else None
    return _kept(place, path, state) if place else None


def keeps(path: Path) -> bool:
    """Tell whether an index of a store can be kept."""
    return fingerprint(path).size > LARGE and _place(path) is not None


def make_index(path: Path, progress: Progress) -> Database:
    """Make the index of a large store anew, where it is kept. Raises as `open_index` does, and IndexFailed."""
    place = _place(path) if fingerprint(path).size > LARGE else None
    if place is None:
        raise IndexFailed("there is no folder to keep an index in")
    _sweep(place)
    from store.index.hand import HandLost  # as `making` below

    try:
        _make(place, path, progress, alone=False)
    except HandLost:
        _make(place, path, progress, alone=True)
    return Database(place)


def _make(place: Path, path: Path, progress: Progress, *, alone: bool) -> None:
    unfinished = place.with_name(f"{place.name}.{os.getpid()}.{time.monotonic_ns()}.part")
    try:
        database = Database.hurried(unfinished)
        _fill(database, path, progress, unfinished, alone=alone)
        database.close()
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def sweep_after(path: Path, process: int) -> None:
    """Take away what a process left unfinished that was indexing a store and is no more."""
    place = _place(path)
    for part in place.parent.glob(f"{place.name}.{process}.*.part") if place else ():
        part.unlink(missing_ok=True)


def folder() -> Path:
    """Return the folder of the user's that large indexes are kept in; it may not be there yet."""
    return cache_folder() / "index"


def told(database: Database, name: str) -> str:
    """Return what an index tells of its store: `title`, `header` (JSON); `state` and `digest`, as `stamp` has it."""
    return str(database.value("SELECT value FROM about WHERE name = ?", (name,)))


def stamp(database: Database, path: Path, state: str, digest: str) -> None:
    """Write into an index of which state of which file it is; `digest` is that of the file without its journal."""
    told = _stamp_of(path, state) | {"digest": digest}
    database.run_each("INSERT OR REPLACE INTO about VALUES (?, ?)", told.items())


def carry_over(path: Path, was: Fingerprint, now: Fingerprint, digest: str) -> None:
    """Let the index kept for one state of a store stand for another that holds the same."""
    place = _place(path) if was.size > LARGE else None
    kept = _kept(place, path, was) if place else None
    if kept:
        stamp(kept, path, written(now), digest)
        kept.close()


def written(state: Fingerprint) -> str:
    """Return a fingerprint as it stands in an index."""
    return " ".join(filter(None, map(str, state)))


def _stamp_of(path: Path, state: str) -> dict[str, object]:
    # A path may be bytes of another locale, which are no text that SQLite would take.
    where = os.fspath(path.resolve()).encode("utf-8", "backslashreplace").decode()
    return {"version": VERSION, "path": where, "state": state}


def _place(path: Path) -> Path | None:
    """Return where this store's index is kept; None if there can be no such folder."""
    name = blake2b(os.fsencode(path.resolve()), digest_size=12).hexdigest()
    try:
        kept_in = folder()
        kept_in.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return kept_in / f"{name}.sqlite"


def _kept(place: Path, path: Path, state: Fingerprint) -> Database | None:
    """Return the index kept for this state of the file, if it is there and can be read."""
    if not place.is_file():
        return None
    try:
        database = Database(place)
        about = dict[str, object](database.rows("SELECT name, value FROM about"))
    except IndexFailed:
        return None
    if about.items() >= _stamp_of(path, written(state)).items():
        return database
    database.close()
    return None


def _fill(database: Database, path: Path, progress: Progress, place: Path | None, *, alone: bool) -> None:
    from store.index.making import fill  # takes as long again as all that a first screen needs

    state, digest = fill(database, path, progress, place, alone=alone)
    stamp(database, path, written(state), digest)


def _sweep(place: Path) -> None:
    for part in place.parent.glob(f"{place.name}.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _ABANDONED:
                part.unlink()
