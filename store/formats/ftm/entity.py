"""What every entity has: an id, a schema, properties that are lists of texts, and the record itself beside them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TypeAlias

from store.formats.dated import dated, iso_day
from store.formats.ftm.lengths import fitted
from store.formats.ftm.schema import DOCUMENTS, entity, entity_id
from store.formats.handed import Handed
from store.formats.plain_edtf import is_plain
from store.formats.taken import Taken

Properties: TypeAlias = dict[str, list[str]]

KEPT = "only beside the properties, where other programs pass over it"
BOUNDS = "its first and last day; the rest is beside the properties"


def made(taken: Taken, schema: str, properties: Properties) -> dict[str, Any]:
    """Return the entity. What has not been taken of the record is lost with this."""
    taken.lose_rest(KEPT)
    filled = {name: fitted(taken, name, values, KEPT) for name, values in properties.items()}
    return {
        "id": entity_id(taken.ref),
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
        "x_sitroom": {"kind": taken.kind, "record": taken.document},
    }


def of_thing(taken: Taken, handed: Handed) -> Properties:
    """Return what all things have, links not: notes, tags, dates of the record, and the documents that it rests on."""
    return {
        "notes": [taken.take("note")],
        "keywords": list(taken.take("tags", [])),
        "createdAt": [_moment(taken.take("created"))],
    } | of_anything(taken, handed)


def of_anything(taken: Taken, handed: Handed) -> Properties:
    """Return what links have too. A proof is a document; a source that is a person is none."""
    sources = [citation["source"] for citation in taken.document.get("citations", [])]
    proof = [entity(handed, source, DOCUMENTS) for source in sources]
    if all(proof):
        taken.take("citations")
    else:
        taken.lose("citations", f"those that are documents; the others {KEPT}")
    taken.lose_parts("citations", ("locator", "words", "credibility"), KEPT)
    return {"proof": proof, "modifiedAt": [_moment(taken.take("modified"))]}


def names(taken: Taken) -> Properties:
    """Return the names, by their kind."""
    found: Properties = {"name": [], "alias": [], "abbreviation": [], "previousName": []}
    kinds = {"primary": "name", "abbreviation": "abbreviation", "former": "previousName"}
    for name in taken.take("names"):
        found[kinds.get(name.get("kind", "primary"), "alias")].append(name["text"])
    if not found["name"]:  # which there must be
        found["name"] = [taken.document["names"][0]["text"]]
    taken.lose_parts("names", ("language", "when"), KEPT)
    return found


def span(taken: Taken, field: str, start: str = "startDate", end: str = "endDate") -> Properties:
    """Return a time as its two edges. They may be months or years: those are not taken for their first day there."""
    told = taken.take(field, {})
    first, slash, last = told.get("edtf", "").partition("/")
    edges = (first, last if slash else first)
    plain = all(edge == ".." or is_plain(edge) for edge in edges)
    if not plain or set(told) != {"edtf"}:
        taken.lose(field, BOUNDS)
    if plain:
        return {start: [edges[0].strip(".")], end: [edges[1].strip(".")]}
    days = dated(told)
    return {start: [iso_day(days.first)], end: [iso_day(days.last)]} if days else {}


def point(taken: Taken, field: str, name: str) -> Properties:
    """Return a time as the one date that there is a property for; a span is given its beginning."""
    edges = span(taken, field, "first", "last")
    if edges.get("first") != edges.get("last"):
        taken.lose(field, f"its first day; the rest {KEPT}")
    return {name: edges.get("first", [])}


def texts(values: Iterable[Any]) -> list[str]:
    """Return values as texts, without what is not there."""
    return [f"{value}" for value in values if value is not None]


def _moment(text: str) -> str:
    """Return a moment in UTC, to the second and without the letter for it, as the model has dates."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""
