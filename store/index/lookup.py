"""From refs to nodes and back."""

from pathlib import Path

from store.errors import StoreError
from store.index.database import Database
from store.index.shelves import KIND_NUMBERS, MISSING
from store.refs import KINDS, Kind, Ref, make
from store.text import one_line

_COMPARED = 20_000
_LAST = "\U0010ffff"
"""Stands behind every letter."""


class UnknownRecord(StoreError):
    """There is no record with this ref; the message names the one that is spelt most alike."""


NOBODY = 0
"""The node of a ref that nothing in the store names: nothing has this number."""


def node_of(database: Database, ref: Ref) -> int:
    """Return the node of a ref, NOBODY if there is none. It may be a node that is MISSING."""
    kind, _, name = ref.partition(":")
    number = KIND_NUMBERS.get(kind)  # type: ignore[call-overload]
    found = database.value("SELECT node FROM nodes WHERE kind = ? AND id = ?", (number, name))
    return found or NOBODY


def known_node_of(database: Database, ref: Ref) -> int:
    """Return the node of a ref whose record is there, else NOBODY."""
    node = node_of(database, ref)
    status = database.value("SELECT status FROM nodes WHERE node = ?", (node,))
    return NOBODY if status in (None, MISSING) else node


def title_of(database: Database, ref: Ref) -> str:
    """Return what a record is called; the ref itself if there is no record."""
    kind, _, name = ref.partition(":")
    number = KIND_NUMBERS.get(kind)  # type: ignore[call-overload]
    return database.value("SELECT title FROM nodes WHERE kind = ? AND id = ?", (number, name)) or ref


def beginning_with(database: Database, beginning: Ref, most: int) -> tuple[tuple[Ref, str], ...]:
    """Return the refs of records that begin so, each with its title, in the order of their ids."""
    kind, _, name = beginning.partition(":")
    found = database.rows(
        f"SELECT kind, id, title FROM nodes WHERE kind = ? AND id >= ? AND id < ? AND status <> {MISSING}"
        " ORDER BY id LIMIT ?",
        (KIND_NUMBERS.get(kind), name, name + _LAST, most),  # type: ignore[call-overload]
    )
    return tuple((ref_of(number, found_name), title) for number, found_name, title in found)


def unknown(database: Database, ref: Ref, where: Path) -> UnknownRecord:
    """Return the error for a ref that names no record of the store in this file."""
    from difflib import get_close_matches

    kind, _, name = ref.partition(":")
    number = KIND_NUMBERS.get(kind)  # type: ignore[call-overload]
    sql = f"SELECT id FROM nodes WHERE kind = ? AND status <> {MISSING} LIMIT {_COMPARED}"
    near = get_close_matches(name, [found for (found,) in database.rows(sql, (number,))], 1)
    told = f"the nearest is {kind}:{near[0]}" if near else "`sitroom find` looks for names"
    return UnknownRecord(f"{where}: no {one_line(ref)}; {told}")


def ref_of(kind: int, name: str) -> Ref:
    """Return the ref of a kind's number and an id."""
    return make(KINDS[kind], name)


def kind_of(ref: Ref) -> Kind:
    """Return the kind that a ref names."""
    kind = ref.partition(":")[0]
    return next(known for known in KINDS if known == kind)
