"""Changes of a large store that are made, and wait beside its file to be written into it.

To write half a gigabyte for the sake of one record takes seconds; a line here is on the disk at once. The first line
says to which bytes of the file the changes were made, by their digest. When they are written into the file, a line
before that says which bytes will come of it: so whenever that is broken off, it is known which changes the file has.
"""

import hashlib
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store.file.beside import journal_lines, journal_of
from store.file.errors import Astray, FromLaterVersion, Unreadable
from store.file.layout import ABOUT, HEADER, TABLES, Document, Edits, Rendered
from store.file.opening import opened

VERSION = 1


class Base(NamedTuple):
    """Bytes of the file, by their digest, that have the first `changes` of the journal in them."""

    digest: str
    changes: int


class Journal(NamedTuple):
    """What waits: the changes in their order, the files that they can follow, and the last seal and whole bytes."""

    changes: tuple[Edits, ...]
    bases: tuple[Base, ...]
    seal: str
    size: int

    def after(self, digest: str) -> tuple[Edits, ...] | None:
        """Return the changes that the file with this digest does not have; None if they are not about that file."""
        found = next((base for base in reversed(self.bases) if base.digest == digest), None)
        return None if found is None else self.changes[found.changes :]


class Waiting(NamedTuple):
    """The journal of a store, and how many changes wait in it."""

    journal: Path
    changes: int


class Hashed:
    """Bytes that come piece by piece; when the last has come, `digest` is that by which a journal knows them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._hash = hashlib.blake2b()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._hash.update(piece)
            yield piece

    @property
    def digest(self) -> str:
        """The digest of what has come so far."""
        return self._hash.hexdigest()


def file_digest(file: FileIO) -> str:
    """Return the digest of an open file's bytes."""
    return hashlib.file_digest(file, hashlib.blake2b).hexdigest()


def read_journal(path: Path) -> Journal | None:
    """Return the journal of a store, None where there is none. Raises Unreadable and FromLaterVersion."""
    found = journal_lines(path)
    if not found.lines:
        return None
    changes: list[Edits] = []
    bases: list[Base] = []
    for number, line in enumerate(found.lines, 1):
        said = _said(journal_of(path), number, line)
        if "change" in said:
            changes.append(said["change"])
        else:
            bases.append(Base(said["base"], len(changes)))
    return Journal(tuple(changes), tuple(bases), found.seal, found.size)


def waiting_for(path: Path, digest: str, journal: Journal | None) -> Edits:
    """Return what waits for the file with this digest, all changes in one. Raises Astray if it waits for another."""
    if journal is None or not journal.changes:
        return {}
    unwritten = journal.after(digest)
    if unwritten is None:
        problem = (
            f"another program wrote this file while {_counted(len(journal.changes))} in {journal_of(path)} for the one"
            " before it"
        )
        raise Astray(path, problem, "put that file back, or move the journal away to go on without them")
    together: dict[str, dict[str, Document | None]] = {}
    for edits in unwritten:
        for table, documents in edits.items():
            together.setdefault(table, {}).update(documents)
    return together


def waiting(path: Path) -> Waiting | None:
    """Return what waits to be written into a store's file, None where nothing does. Raises what reading it raises."""
    journal = read_journal(path)
    if journal is None or not journal.changes:
        return None
    with opened(path) as file:
        changes = journal.after(file_digest(file))
    count = len(journal.changes if changes is None else changes)
    return Waiting(journal_of(path), count) if count else None


def heading(digest: str) -> bytes:
    """Return the first line of a journal of changes to the file with this digest."""
    return orjson.dumps({"journal": VERSION, "base": digest})


def rebased(digest: str) -> bytes:
    """Return the line that says that all changes before it are in the file with this digest."""
    return orjson.dumps({"base": digest})


def is_base(line: bytes) -> bool:
    """Tell whether a line is one that `rebased` returns."""
    return line.startswith(b'{"base":')


def change(edits: Rendered) -> bytes:
    """Return the line of a change."""
    documents = {table: {name: _on_a_line(made) for name, made in some.items()} for table, some in edits.items()}
    return orjson.dumps({"change": documents})


def _on_a_line(rendered: bytes | None) -> orjson.Fragment | None:
    # Put in as text: it may nest as deeply as the file allows, and here stands a level deeper.
    return None if rendered is None else orjson.Fragment(orjson.dumps(orjson.loads(rendered)))


def _counted(changes: int) -> str:
    return "1 change waits" if changes == 1 else f"{changes:,} changes wait"


def _said(journal: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError:
        said = None
    if number == 1 and isinstance(said, dict) and isinstance(said.get("journal"), int) and said["journal"] > VERSION:
        problem = f"is a journal of version {said['journal']}, this program knows version {VERSION}"
        raise FromLaterVersion(journal, problem, "update sitroom")
    if not _means_something(said, first=number == 1):
        problem = f"line {number} is nothing that a journal says"
        raise Unreadable(journal, problem, "restore it from a copy, or move it away to go on without its changes")
    return said  # type: ignore[no-any-return]


def _means_something(said: object, *, first: bool) -> bool:
    if not isinstance(said, dict):
        return False
    if first or "base" in said:
        return isinstance(said.get("base"), str) and said.get("journal") == (VERSION if first else None)
    tables = said.get("change")
    return isinstance(tables, dict) and all(_are_edits(table, some) for table, some in tables.items())


def _are_edits(table: str, documents: object) -> bool:
    if not isinstance(documents, dict):
        return False
    if table == HEADER:
        about = documents.get(ABOUT)
        return len(documents) == 1 and isinstance(about, dict) and isinstance(about.get("title"), str)
    return table in TABLES and all(
        document is None or (isinstance(document, dict) and document.get("id") == name)
        for name, document in documents.items()
    )
