"""What an entity of others becomes. Its properties are lists of texts; `external` keeps each as JSON."""

import re
from collections.abc import Mapping
from typing import Any, Final

from store.documents import Document, Predicate
from store.formats.claimed import ABOUT_SEVERAL, PREDICATES, assessment, tie
from store.formats.found import Entry
from store.formats.kept import (
    NAMELESS,
    NO_LIKE,
    NotTaken,
    cell,
    date_in,
    degrees,
    is_edtf,
    line,
    made_id,
    names,
    row_of,
    text,
    with_all,
)
from store.formats.tables.reading import Reading
from store.refs import Kind, Ref

SPACE: Final = "ftm"
"""Where `external` keeps the entity, and the name of the format."""

_KINDS: dict[str, Kind] = {
    "LegalEntity": "faction",
    "Organization": "faction",
    "PublicBody": "faction",
    "Company": "faction",
    "Person": "person",
    "Territory": "location",
    "Address": "location",
    "Event": "event",
    "Document": "source",
    "Article": "source",
    "Pages": "source",
    "HyperText": "source",
    "PlainText": "source",
    "Note": "claim",
    "UnknownLink": "claim",
    "Membership": "claim",
    "Employment": "claim",
    "Directorship": "claim",
}
_ENDS: dict[str, tuple[str, str, Predicate | None]] = {
    "UnknownLink": ("subject", "object", None),
    "Membership": ("member", "organization", "member-of"),
    "Employment": ("employee", "employer", "member-of"),
    "Directorship": ("director", "organization", "leads"),
}
"""The two ends of a link, and what it says; an UnknownLink says it in its role."""
_FACTIONS = {"PublicBody": "government", "Company": "company"}
_LEVELS = frozenset({"country", "region", "district"})
_DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ].*)?")
_NOT_INVOLVED = "names among those who are involved what is not taken"
_SEVERAL = "has several of {}: the first is taken"
_NESTED = "has entities among its properties, which are kept in external alone: bring entities one a line"


class _Properties:
    """The properties of an entity, read as what is asked for. `cautions` are what is odd about those."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self.given = _given(found)
        self.cautions: list[str] = []

    def all(self, *properties: str) -> list[str]:
        """Return the texts of these properties in turn."""
        held = (self.given.get(name) for name in properties)
        every = (value for one in held for value in (one if isinstance(one, list) else [one]))
        return [f"{value}" for value in every if isinstance(value, str | int | float) and not isinstance(value, bool)]

    def first(self, *properties: str) -> str:
        """Return the first text on one line; nothing where there is none."""
        return next(filter(None, map(line, self.all(*properties))), "")

    def one(self, name: str) -> str:
        """Return the one text of a property that a record has room for."""
        if len(set(filter(None, map(line, self.all(name))))) > 1:
            self.cautions.append(_SEVERAL.format(name))
        return self.first(name)

    def words(self, *properties: str) -> str:
        """Return the texts below each other."""
        return "\n\n".join(filter(None, map(text, self.all(*properties))))

    def time(self, first: str, last: str = "", whole: str = "") -> dict[str, str] | None:
        """Return the time from one property to another, which may be days, months or years; or the one it is whole."""
        start, stop = self._date(first), self._date(last) if last else ""
        if whole and not start and not stop:
            start = stop = self._date(whole)
        if not last:
            stop = start
        if not start and not stop:
            return None
        edtf = start if start == stop else f"{start}/{stop}"
        if is_edtf(edtf):
            return {"edtf": edtf}
        self.cautions.append(f"{last} is before {first}, and both are left out")
        return None

    def _date(self, name: str) -> str:
        told = self.one(name)
        found = date_in(told, _DATE)
        if told and not found:
            self.cautions.append(f"{name} is no date of the model, and is left out")
        return found


def kind_of(found: Mapping[str, Any]) -> Kind | None:
    """Return the kind of record that an entity becomes, if any. A thing needs a name."""
    kind = _KINDS.get(str(found.get("schema")))
    return kind if kind in (None, "claim") or _called(_Properties(found)) else None


def taken(found: Mapping[str, Any], known: Mapping[str, Ref]) -> Reading:
    """Return the record of an entity. Raises NotTaken."""
    kind = kind_of(found)
    if kind is None:
        lacks = str(found.get("schema")) in _KINDS
        raise NotTaken(NAMELESS if lacks else NO_LIKE)
    found = _in_order(found)
    has = _Properties(found)
    proofs = dict.fromkeys(known.get(proof, "") for proof in has.all("proof"))
    document = with_all(
        {"id": made_id(SPACE, found["id"])},
        citations=[{"source": proof} for proof in proofs if proof.startswith("source:")],
        tags=list(dict.fromkeys(filter(None, map(line, has.all("keywords"))))),
        note=has.words("notes"),
        external={SPACE: _kept(found, has)},
    )
    if any(isinstance(value, dict) for held in has.given.values() if isinstance(held, list) for value in held):
        has.cautions.append(_NESTED)
    entry = Entry(kind, _MADE[kind](document, found, has, known))
    return Reading(entry, (), tuple(dict.fromkeys(has.cautions)))


def _in_order(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entity with its properties; if it was put together of statements, with the texts of each in their order.

    Those come as the sets of a program, in another order in every release. That such an entity has its `caption` is how
    it is known: the one of its names that is shown, which comes first.
    """
    own = dict(found) | {"properties": _given(found)}
    caption = own.get("caption")
    if not isinstance(caption, str):
        return own
    given = {name: _sorted(value, caption) for name, value in own["properties"].items()}
    return {name: _sorted(value) for name, value in own.items()} | {"properties": given}


def _sorted(value: object, first: str = "") -> object:
    return sorted(value, key=lambda one: (one != first, cell(one))) if isinstance(value, list) else value


def _given(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the properties of an entity, which may come as statements on it."""
    given, statements = found.get("properties"), found.get("statements")
    if isinstance(given, dict) or not isinstance(statements, list):
        return given if isinstance(given, dict) else {}
    told: dict[str, list[Any]] = {}
    for one in statements:
        if isinstance(one, dict) and isinstance(one.get("prop"), str):
            told.setdefault(one["prop"], []).append(one.get("value"))
    return told


def _kept(found: Mapping[str, Any], has: _Properties) -> dict[str, str]:
    others = {name: value for name, value in found.items() if name != "properties"}
    return row_of(others | {f"properties.{name}": value for name, value in has.given.items()})


def _called(has: _Properties) -> str:
    return has.first("name", "title", "full", "city", "alias")


def _names(has: _Properties) -> list[dict[str, str]]:
    every = has.all("name", "title", "alias", "weakAlias", "abbreviation", "previousName")
    called = names(_called(has), every)
    kinds = dict.fromkeys(map(line, has.all("abbreviation")), "abbreviation")
    kinds |= dict.fromkeys(map(line, has.all("previousName")), "former")
    return [called[0], *(name | {"kind": kinds.get(name["text"], "alias")} for name in called[1:])]


def _faction(document: Document, found: Mapping[str, Any], has: _Properties, _: Mapping[str, Ref]) -> Document:
    return with_all(
        document | {"names": _names(has)},
        faction_kind=_FACTIONS.get(str(found["schema"])),
        summary=has.words("summary", "description"),
        active=has.time("incorporationDate", "dissolutionDate"),
    )


def _person(document: Document, _: Mapping[str, Any], has: _Properties, __: Mapping[str, Ref]) -> Document:
    summary = has.words("summary", "description")
    roles = dict.fromkeys(filter(None, map(line, has.all("position"))))
    return with_all(document | {"names": _names(has)}, role=", ".join(roles), summary=summary)


def _location(document: Document, found: Mapping[str, Any], has: _Properties, known: Mapping[str, Ref]) -> Document:
    level = has.one("level")
    within = known.get(has.one("partOf"), "")
    return with_all(
        document | {"names": _names(has)},
        location_kind=level if level in _LEVELS else None,
        within=within if within.startswith("location:") and within != f"location:{document['id']}" else None,
        point=degrees(has.one("latitude"), has.one("longitude")),
        summary=has.words("summary", "description"),
    )


def _event(document: Document, _: Mapping[str, Any], has: _Properties, known: Mapping[str, Ref]) -> Document:
    involved = dict.fromkeys(known.get(one, "") for one in has.all("involved", "organizer"))
    has.cautions += [_NOT_INVOLVED] * ("" in involved)
    place = next(
        (known[one] for one in has.all("addressEntity", "location") if known.get(one, "").startswith("location:")), None
    )
    return with_all(
        document | {"title": _called(has)},
        summary=has.words("summary", "description"),
        when=has.time("startDate", "endDate", "date"),
        location=place,
        participants=[{"actor": ref} for ref in involved if ref.partition(":")[0] in ("faction", "person")],
    )


def _source(document: Document, found: Mapping[str, Any], has: _Properties, _: Mapping[str, Ref]) -> Document:
    return with_all(
        document | {"title": _called(has)},
        source_kind="article" if found["schema"] == "Article" else None,
        publisher=has.one("publisher"),
        author=", ".join(filter(None, map(line, has.all("author")))),
        url=has.one("sourceUrl"),
        published=has.time("publishedAt", "", "date"),
        retrieved=has.time("retrievedAt"),
    )


def _claim(document: Document, found: Mapping[str, Any], has: _Properties, known: Mapping[str, Ref]) -> Document:
    schema = str(found["schema"])
    said = has.words("description", "summary")
    if schema == "Note":
        about = [known[one] for one in has.all("entity") if one in known]
        has.cautions += [ABOUT_SEVERAL] * (len(about) > 1)
        return assessment(document, about, said)
    start, end, predicate = _ENDS[schema]
    role = has.one("role")
    ends = known.get(has.one(start)), known.get(has.one(end))
    claim = tie(document, ends, predicate or PREDICATES.get(role), role)
    return with_all(claim, when=has.time("startDate", "endDate", "date"), text=said)


_MADE = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "source": _source,
    "claim": _claim,
}
