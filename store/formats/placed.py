"""Where on the globe a record belongs: a place itself, or what happened, was said or was held at one."""

from typing import TypeAlias

from store.documents import HOLDS, Document
from store.formats.handed import REJECTED, Handed
from store.formats.taken import Taken
from store.refs import Ref

Degrees: TypeAlias = tuple[float, float]
"""North and east."""

_NOWHERE = "not at a place that has a point"


def on_map(handed: Handed, taken: Taken) -> Degrees | None:
    """Return where a record is; None, and it is noted as lost, where that is not known or the record is rejected.

    A place that has no point does not take that of what it lies in: the middle of a country is not where something was.
    """
    if taken.document.get("status") == "rejected":
        taken.lose_all(REJECTED)
        return None
    place = taken.document if taken.kind == "location" else handed.named(_place(taken.kind, taken.document))
    point = (place or {}).get("point")
    if not point:
        taken.lose_all(_NOWHERE)
        return None
    return point["lat"], point["lon"]


def _place(kind: str, document: Document) -> Ref:
    if kind == "claim":
        return document["object"] if document["predicate"] in HOLDS else ""
    field = {"event": "location", "quote": "place"}.get(kind, "")
    place: Ref = document.get(field, "")
    return place
