"""Places: locations, each tied to the one that it lies in."""

from collections.abc import Iterator
from typing import Any

from store.documents import Document
from store.formats.handed import Handed
from store.formats.stix.actors import first_name
from store.formats.stix.bundle import KEPT, Makes, Object
from store.formats.stix.identity import stix_id
from store.formats.stix.nodes import node
from store.refs import Ref

_LEVELS = {"city": "city", "region": "administrative_area", "district": "administrative_area"}


def location(makes: Makes) -> Iterator[Object]:
    """Yield a place, and what it lies in."""
    taken = makes.taken
    document = taken.document
    kind = taken.take("location_kind")
    if kind not in ("country", "city"):
        taken.lose("location_kind", KEPT)
    own = stix_id("location", taken.ref)
    where = _level(document, kind) | _point(makes) | _whereabouts(makes.handed, taken.ref, document)
    yield makes.object("location", own, **first_name(taken), description=taken.take("summary"), **where)
    if within := node(makes.handed, document.get("within")):
        taken.take("within")
        tie = {"relationship_type": "part-of", "source_ref": own, "target_ref": within}
        yield makes.part("relationship", stix_id("relationship", taken.ref, "within"), **tie)


def _level(document: Document, kind: str) -> dict[str, Any]:
    return {_LEVELS[kind]: document["names"][0]["text"]} if kind in _LEVELS else {}


def _point(makes: Makes) -> dict[str, Any]:
    point = makes.taken.take("point", None)
    if not point:
        return {}  # STIX has precision only with a point
    precision = makes.taken.take("precision", None)
    return {"latitude": point["lat"], "longitude": point["lon"], "precision": precision}


def _whereabouts(handed: Handed, ref: Ref, document: Document) -> dict[str, str]:
    """Return the country; where there is none, a place needs a region, and its own name has to do."""
    seen: set[Ref] = set()
    at: Ref | None = ref
    found: Document | None = document
    while found and at and at not in seen:
        if found.get("location_kind") == "country":
            return {"country": found["names"][0]["text"]}
        seen.add(at)
        at = found.get("within")
        found = handed.named(at) if at else None
    return {} if document.get("point") else {"region": document["names"][0]["text"]}
