"""Makes an index: of a store, or of what it begins with."""

import json
from pathlib import Path

from store.collecting import collector_at_rest
from store.file.fingerprint import Fingerprint, file_fingerprint
from store.index.build import build
from store.index.counted import counted, glimpsed
from store.index.database import Database
from store.index.hand import can_help
from store.index.progress import Progress, untold
from store.index.reading import Document
from store.text import one_line


def fill(
    database: Database, path: Path, progress: Progress, place: Path | None, *, alone: bool
) -> tuple[Fingerprint, str]:
    """Index a store in an empty database; return which state it is in, and the digest of its file.

    What is needed meanwhile is kept beside the place of the database, or in memory. Unless it is to be done alone, a
    second process helps with a large store. Raises what `read_contents` raises, HandLost, and whatever `progress` does.
    """
    helped = not alone and can_help(file_fingerprint(path).size)
    with collector_at_rest(), counted(path, place, progress, helped=helped) as found:
        build(database, found.census, found.hand, progress)
    _head(database, found.about)
    return found.fingerprint, found.digest


def glimpse(path: Path) -> Database | None:
    """Return an index in memory of what a large store begins with; None where no part of it can be read alone.

    Raises as `fill` does.
    """
    database = Database()
    with collector_at_rest(), glimpsed(path) as part:
        if part is None:
            return None
        build(database, part.census, None, untold)
    _head(database, part.about)
    return database


def _head(database: Database, about: Document) -> None:
    heading = {"title": one_line(about["title"]), "header": json.dumps(about)}
    database.run_each("INSERT INTO about VALUES (?, ?)", heading.items())
