"""What the public model of FollowTheMoney 4.11 wants of the schemata that are written, set down for tests.

The library itself is no part of the environment: it needs PyICU, which the package index has no wheels of.
"""

import re
from typing import Any, NamedTuple

Entity = dict[str, Any]


class Schema(NamedTuple):
    """A schema: what it extends, its own properties with their types, and which of them there must be."""

    extends: tuple[str, ...]
    properties: dict[str, str]
    required: tuple[str, ...] = ()


_THING = {
    "name": "name",
    "alias": "name",
    "previousName": "name",
    "summary": "text",
    "notes": "text",
    "description": "text",
    "sourceUrl": "url",
    "publisher": "string",
    "keywords": "string",
    "topics": "topic",
    "addressEntity": "Address",
    "proof": "Document",
    "createdAt": "date",
    "modifiedAt": "date",
    "retrievedAt": "date",
}
_INTERVAL = {
    "startDate": "date",
    "endDate": "date",
    "summary": "text",
    "description": "text",
    "recordId": "string",
    "proof": "Document",
    "modifiedAt": "date",
}
_LEGAL = {"abbreviation": "name", "incorporationDate": "date", "dissolutionDate": "date", "classification": "string"}
_DOCUMENT = {"title": "string", "author": "string", "fileName": "string", "publishedAt": "date"}

MODEL = {
    "Thing": Schema((), _THING),
    "Interval": Schema((), _INTERVAL),
    "LegalEntity": Schema(("Thing",), _LEGAL, ("name",)),
    "Organization": Schema(("LegalEntity",), {}, ("name",)),
    "PublicBody": Schema(("Organization",), {}, ("name",)),
    "Company": Schema(("Organization",), {}, ("name",)),
    "Person": Schema(("LegalEntity",), {"position": "string"}, ("name",)),
    "Address": Schema(
        ("Thing",), {"full": "address", "city": "string", "latitude": "number", "longitude": "number"}, ()
    ),
    "Territory": Schema(("Thing",), {"partOf": "Territory", "level": "string"}, ("name",)),
    "Event": Schema(("Thing", "Interval"), {"location": "address", "involved": "LegalEntity"}, ("name",)),
    "UnknownLink": Schema(
        ("Interval",), {"subject": "Thing", "object": "Thing", "role": "string"}, ("subject", "object")
    ),
    "Membership": Schema(
        ("Interval",),
        {"member": "LegalEntity", "organization": "Organization", "role": "string"},
        ("member", "organization"),
    ),
    "Note": Schema(("Thing",), {"entity": "Thing"}),
    "Document": Schema(("Thing",), _DOCUMENT, ("fileName",)),
    "Article": Schema(("Document",), {}, ()),
}
_TOPICS = frozenset({"gov.national", "gov.igo", "mil", "pol.party"})
_LONGEST = {"name": 384, "text": 65_000, "string": 1_024, "address": 250, "url": 4_096}
_FORMS = {
    "date": r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?)?)?",
    "number": r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?",
    "url": r"https?://\S+",
    "topic": "|".join(map(re.escape, _TOPICS)),
}
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")


def faults(entities: list[Entity]) -> list[str]:
    """Return what is wrong with entities, each with where."""
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    twice = [] if len(schemata) == len(entities) else ["two entities of one id"]
    return twice + [fault for entity in entities for fault in _faults(entity, schemata)]


def is_a(schema: str, wanted: str) -> bool:
    """Tell whether a schema is another, or extends it."""
    return schema == wanted or any(is_a(parent, wanted) for parent in MODEL[schema].extends)


def _faults(entity: Entity, schemata: dict[str, str]) -> list[str]:
    where, properties = f"{entity['id']} ({entity['schema']})", _properties(entity["schema"])
    given = entity["properties"]
    found = [f"{where}: lacks {name}" for name in MODEL[entity["schema"]].required if not given.get(name)]
    if not _ID.fullmatch(entity["id"]):
        found.append(f"{where}: not an id")
    for name, values in given.items():
        if name not in properties:
            found.append(f"{where}: no property {name}")
        else:
            found += [
                f"{where}: {name}: {value!r:.80}" for value in values if not _fits(value, properties[name], schemata)
            ]
    return found


def _properties(schema: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for parent in MODEL[schema].extends:
        found |= _properties(parent)
    return found | MODEL[schema].properties


def _fits(value: object, type_: str, schemata: dict[str, str]) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    if type_ in MODEL:
        return value in schemata and is_a(schemata[value], type_)
    form = _FORMS.get(type_)
    return len(value) <= _LONGEST.get(type_, 64) and (form is None or re.fullmatch(form, value) is not None)
