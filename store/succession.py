"""Which revision of a record comes after which, wherever each was made: in this store, or in a copy that somebody has.

A number does not tell: two people may both have made a second revision of one record.
"""

from typing import Final

from store.documents import Document

_EARLIER: Final = "earlier"
"""Where `external` keeps when each earlier revision of a record was made, by its number."""


def succeeding(stored: Document, document: Document, moment: str) -> Document:
    """Return a record as the next revision of one that is stored, made at a moment; which those before were is noted.

    The first needs no note: it is known by when it was made (`created`).
    """
    revision = stored.get("revision", 1)
    noted = stored.get("external", {}).get(_EARLIER, {})
    if revision > 1 and "modified" in stored:
        noted = noted | {f"{revision}": f"{stored['modified']}"}
    after = document | {"modified": moment, "revision": revision + 1}
    return after | {"external": after.get("external", {}) | {_EARLIER: noted}} if noted else after


def succeeds(later: Document, earlier: Document) -> bool:
    """Tell whether a record is a later revision of another, wherever each of them was made."""
    revision = earlier.get("revision", 1)
    if "created" not in later or later["created"] != earlier.get("created") or later.get("revision", 1) <= revision:
        return False
    noted = later.get("external", {}).get(_EARLIER, {})
    return bool(revision == 1 or noted.get(f"{revision}", "") == f"{earlier.get('modified')}")


def without_history(document: Document) -> Document:
    """Return a record without the note of its earlier revisions, which says nothing of what it is about."""
    if _EARLIER not in document.get("external", {}):
        return document
    others = {space: row for space, row in document["external"].items() if space != _EARLIER}
    bare = {field: value for field, value in document.items() if field != "external"}
    return bare | ({"external": others} if others else {})
