"""What a record was when it came, kept beside its row where the row alone does not tell.

An object of STIX or FollowTheMoney is understood together with others of its file: those that it names, and the reports
that name it. So what became of it cannot be read from it again, as it can from the row of a table. A row in a sheet of
somebody's own is nothing but the record itself.
"""

from typing import Any

import orjson

from store.documents import Document

_MERGED = "merged"
"""Where `external` keeps the revision at which a record came from another store."""


def kept_in(space: str) -> str:
    """Return where `external` keeps what became of what it keeps under `space`."""
    return f"{space}-came-as"


def noting(document: Document, space: str) -> Document:
    """Return a document that has just come, with all of its fields noted in `external`."""
    fields = {name: orjson.dumps(value).decode() for name, value in document.items() if name not in ("id", "external")}
    return document | {"external": document.get("external", {}) | {kept_in(space): fields}}


def row_of(document: Document, space: str) -> tuple[dict[str, str], ...]:
    """Return the row that a document came from, and what it became where that is noted; nothing for none."""
    external = document.get("external", {})
    return tuple(external[name] for name in (space, kept_in(space)) if name in external)


def is_noted(document: Document, space: str) -> bool:
    """Tell whether what a document says is noted in it."""
    return kept_in(space) in document.get("external", {})


def came(document: Document, space: str) -> Document | None:
    """Return what a document said when it came; None where that was not noted. Raises ValueError if it is broken."""
    fields: dict[str, Any] | None = document.get("external", {}).get(kept_in(space))
    return None if fields is None else {name: orjson.loads(text) for name, text in fields.items()}


def merged(document: Document) -> Document:
    """Return a record as it comes from another store: with its revision noted, unless that is the first."""
    revision = document.get("revision", 1)
    bare = unmerged(document)
    if revision == 1:
        return bare
    return bare | {"external": bare.get("external", {}) | {_MERGED: {"revision": f"{revision}"}}}


def unmerged(document: Document) -> Document:
    """Return a record without the revision at which it came."""
    if _MERGED not in document.get("external", {}):
        return document
    others = {space: row for space, row in document["external"].items() if space != _MERGED}
    bare = {field: value for field, value in document.items() if field != "external"}
    return bare | ({"external": others} if others else {})


def untouched(stored: Document) -> bool:
    """Tell whether a record is still what it was made as, or what came from another store."""
    revision = stored.get("revision", 1)
    came_at = stored.get("external", {}).get(_MERGED, {}).get("revision")
    return bool(revision == 1 or came_at == f"{revision}")
