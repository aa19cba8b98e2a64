"""Sides, people, places, events and sources as entities."""

from typing import Any

from store.formats.ftm.entity import KEPT, Properties, made, names, of_thing, point, span, texts
from store.formats.ftm.schema import LEGAL, entity, schema_of
from store.formats.handed import Handed
from store.formats.taken import Taken
from store.formats.web_address import web_address

_TOPICS = {
    "government": "gov.national",
    "military": "mil",
    "party": "pol.party",
    "intergovernmental": "gov.igo",
}
_LEVELS = {"country": "country", "region": "region", "district": "district"}


def faction(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return a side; what kind it is stands under `classification`, since a schema covers several."""
    kind = taken.take("faction_kind")
    life = span(taken, "active", "incorporationDate", "dissolutionDate")
    own: Properties = {"classification": [kind], "topics": [_TOPICS.get(kind, "")], "summary": [taken.take("summary")]}
    schema = schema_of(handed, taken.ref, taken.document)
    return made(taken, schema, names(taken) | own | life | of_thing(taken, handed))


def person(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return somebody."""
    own = {"position": [taken.take("role")], "summary": [taken.take("summary")]}
    return made(taken, "Person", names(taken) | own | of_thing(taken, handed))


def location(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return a place: an address if it is a point, else a territory in the territory that it lies in."""
    schema = schema_of(handed, taken.ref, taken.document)
    own: Properties = {"summary": [taken.take("summary")]}
    called = names(taken)
    if short := called.pop("abbreviation"):
        called["alias"] += short
        taken.lose("names.kind", f"an abbreviation is an alias there; that it is one {KEPT}")
    if schema == "Address":
        at = taken.take("point")
        own |= {"latitude": texts([at["lat"]]), "longitude": texts([at["lon"]]), "full": called["name"][:1]}
        if taken.document.get("location_kind") == "city":
            own["city"] = called["name"][:1]
            taken.take("location_kind")
    else:
        own["level"] = [taken.take("location_kind")]
        if within := entity(handed, taken.document.get("within"), frozenset({"Territory"})):
            taken.take("within")
            own["partOf"] = [within]
    return made(taken, schema, called | own | of_thing(taken, handed))


def event(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return an event. Who took part is there, in which role is not."""
    document = taken.document
    involved = [entity(handed, part["actor"], LEGAL) for part in document.get("participants", ())]
    if all(involved):
        taken.take("participants")
    taken.lose_parts("participants", ("role",), KEPT)
    own: Properties = {
        "name": [taken.take("title")],
        "summary": [taken.take("summary")],
        "involved": involved,
        "location": [handed.title(document["location"])] if "location" in document else [],
    }
    if address := entity(handed, document.get("location"), frozenset({"Address"})):
        taken.take("location")
        own["addressEntity"] = [address]
    elif "location" in document:
        taken.lose("location", f"its name; which record it is {KEPT}")
    return made(taken, "Event", own | span(taken, "when") | of_thing(taken, handed))


def source(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return a source: an article, a document, or somebody."""
    schema = schema_of(handed, taken.ref, taken.document)
    title = taken.take("title")
    url = web_address(taken.document.get("url", ""))
    if url:
        taken.take("url")
    own: Properties = {"sourceUrl": [url], "publisher": [taken.take("publisher")]}
    own |= point(taken, "retrieved", "retrievedAt") | of_thing(taken, handed)
    if schema == "Person":
        taken.take("source_kind")
        return made(taken, schema, {"name": [title]} | own)
    if schema == "Document":
        own["fileName"] = [title]  # which there must be
    else:
        taken.lose("source_kind", KEPT)
    own |= {"title": [title], "author": [taken.take("author")]} | point(taken, "published", "publishedAt")
    return made(taken, schema, own)
