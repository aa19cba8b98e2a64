"""Makes an index: of a store, or of what it begins with."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.file.fingerprint import Fingerprint
from store.index.build import build
from store.index.counted import counted, glimpsed
from store.index.database import Database
from store.index.progress import Progress, untold
from store.index.reading import Document
from store.text import one_line


def fill(database: Database, path: Path, progress: Progress, folder: Path | None) -> tuple[Fingerprint, str]:
    """Index a store in an empty database; return which state it is in, and the digest of its file.

    What is needed meanwhile is kept in a folder, or in memory. Raises what `read_contents` raises, and whatever
    `progress` does.
    """
    with _without_collecting(), counted(path, folder, progress) as (about, state, digest, census):
        build(database, census, progress)
    _head(database, about)
    return state, digest


def glimpse(path: Path) -> Database | None:
    """Return an index in memory of what a large store begins with; None where no part of it can be read alone.

    Raises as `fill` does.
    """
    database = Database()
    with _without_collecting(), glimpsed(path) as part:
        if part is None:
            return None
        build(database, part.census, untold)
    _head(database, part.about)
    return database


def _head(database: Database, about: Document) -> None:
    heading = {"title": one_line(about["title"]), "header": json.dumps(about)}
    database.run_each("INSERT INTO about VALUES (?, ?)", heading.items())


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave garbage for a while: to look through a million documents again and again takes longer than the build."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
