"""Events: incidents, which STIX has as little more than a name; who took part, where and when are relationships."""

from collections.abc import Iterator

from store.formats.dated import dated
from store.formats.stix.bundle import BOUNDS, KEPT, Makes, Object, moments
from store.formats.stix.identity import stix_id
from store.formats.stix.nodes import node


def event(makes: Makes) -> Iterator[Object]:
    """Yield an event, and its ties."""
    taken = makes.taken
    own = stix_id("incident", taken.ref)
    yield makes.object("incident", own, name=taken.take("title"), description=taken.take("summary"))
    ties = list(_ties(makes, own))
    if ties:
        taken.when("when", BOUNDS)
    yield from ties


def _ties(makes: Makes, own: str) -> Iterator[Object]:
    taken, handed = makes.taken, makes.handed
    document = taken.document
    time = moments(dated(document.get("when")))

    def tie(part: str, verb: str, source: str, target: str, **more: str) -> Object:
        ends = {"relationship_type": verb, "source_ref": source, "target_ref": target}
        return makes.part("relationship", stix_id("relationship", taken.ref, part), **ends, **time, **more)

    if place := node(handed, document.get("location")):
        taken.take("location")
        yield tie("location", "located-at", own, place)
    missing = False
    for number, part in enumerate(document.get("participants", ())):
        if actor := node(handed, part["actor"]):
            taken.take("participants")
            yield tie(f"participant {number}", "participated-in", actor, own, description=part.get("role", ""))
        missing = missing or not actor
    if missing:
        taken.lose("participants", f"not all are there: {KEPT}")
    if whole := node(handed, document.get("part_of")):
        taken.take("part_of")
        yield tie("part of", "part-of", own, whole)
