"""Lets an index follow a change that has been written to the file."""

from collections.abc import Mapping
from pathlib import Path

from store.index.cache import open_index, stamp
from store.index.changing import apply, must_build_anew
from store.index.database import Database, IndexFailed
from store.index.index import Index
from store.index.progress import untold
from store.index.reading import Document
from store.refs import Ref


def followed(index: Index, path: Path, documents: Mapping[Ref, Document | None], state: str, digest: str) -> Index:
    """Return the index as it is after a change, which made this state of the file; another one if it is built anew."""
    if _taken_over(index.database, path, documents, state, digest):
        index.forget()
        return index
    index.close()
    return Index(open_index(path, untold))


def _taken_over(
    database: Database, path: Path, documents: Mapping[Ref, Document | None], state: str, digest: str
) -> bool:
    try:
        if must_build_anew(database, documents):
            return False
        with database.transaction():
            apply(database, documents)
            stamp(database, path, state, digest)
    except IndexFailed:
        return False  # the change is in the file, from which the index is then made again
    return True
