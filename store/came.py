"""What a record was when it came, kept beside its row where the row alone does not tell.

An object of STIX or FollowTheMoney is understood together with others of its file: those that it names, and the reports
that name it. So what became of it cannot be read from it again, as it can from the row of a table. A row in a sheet of
somebody's own is nothing but the record itself.
"""

from typing import Any

import orjson

from store.documents import Document


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
