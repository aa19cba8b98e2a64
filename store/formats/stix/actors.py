"""Factions and people: threat actors where they bear arms and are no state's, else identities."""

from collections.abc import Iterator
from typing import Any

from store.formats.dated import iso_day
from store.formats.stix.bundle import BOUNDS, KEPT, Makes, Object
from store.formats.stix.identity import stix_id
from store.formats.stix.nodes import node, type_of
from store.formats.taken import Taken

_CLASSES = {
    "state": "organization",
    "government": "organization",
    "military": "organization",
    "party": "organization",
    "intergovernmental": "organization",
    "company": "organization",
    "media": "organization",
    "tribe": "group",
    "civilians": "class",
}


def faction(makes: Makes) -> Iterator[Object]:
    """Yield a side, and where it is at home."""
    taken = makes.taken
    type_ = type_of(makes.handed, "faction", taken.document)
    kind = taken.take("faction_kind", "other")
    if type_ == "threat-actor":
        properties = _aliases(taken) | {"threat_actor_types": ["unknown"]} | _seen(taken)
    else:
        properties = first_name(taken) | {"identity_class": _CLASSES.get(kind, "unknown")}
    if type_ == "threat-actor" or _CLASSES.get(kind) == "organization":
        taken.lose("faction_kind", KEPT)  # several become one
    own = stix_id(type_, taken.ref)
    yield makes.object(type_, own, description=taken.take("summary"), **properties)
    if country := node(makes.handed, taken.document.get("country")):
        taken.take("country")
        tie = {"relationship_type": "located-at", "source_ref": own, "target_ref": country}
        yield makes.part("relationship", stix_id("relationship", taken.ref, "country"), **tie)


def person(makes: Makes) -> Iterator[Object]:
    """Yield somebody."""
    taken = makes.taken
    roles = [role] if (role := taken.take("role")) else []
    properties = first_name(taken) | {
        "identity_class": "individual",
        "roles": roles,
        "description": taken.take("summary"),
    }
    yield makes.object("identity", stix_id("identity", taken.ref), **properties)


def _aliases(taken: Taken) -> dict[str, Any]:
    names = taken.take("names")
    _lose_what_names_are(taken, names)
    return {"name": names[0]["text"], "aliases": list(dict.fromkeys(name["text"] for name in names[1:]))}


def first_name(taken: Taken) -> dict[str, Any]:
    """Return the name under which others find it; STIX has one."""
    names = taken.take("names")
    if len(names) > 1:
        taken.lose("names", f"the first alone; the others {KEPT}")
    _lose_what_names_are(taken, names)
    return {"name": names[0]["text"]}


def _lose_what_names_are(taken: Taken, names: list[dict[str, str]]) -> None:
    if any("language" in name for name in names[1:]):
        taken.lose("names.language", KEPT)
    taken.lose_parts("names", ("kind", "when"), KEPT)


def _seen(taken: Taken) -> dict[str, str]:
    time = taken.when("active", BOUNDS)
    first, last = (iso_day(day) for day in (time.first, time.last)) if time else ("", "")
    start = {"first_seen": f"{first}T00:00:00.000Z"} if first else {}
    return start | ({"last_seen": f"{last}T23:59:59.999Z"} if last else {})
