"""What a STIX object of others becomes: a faction, a person, a place, an event, a claim, a source."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from store.documents import Document, Predicate
from store.formats.claimed import ABOUT_SEVERAL, PREDICATES, assessment, tie
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.kept import NAMELESS, NO_LIKE, NotTaken, degrees, line, made_id, names, row_of, text, with_all
from store.formats.stix.markings import marked
from store.formats.stix.moments import STANDS_FOR_NONE, moment, span, stands_for_none
from store.formats.stix.opencti import aliases, location_kind, reliability
from store.formats.tables.reading import Reading
from store.refs import Kind, Ref, make
from store.scales import Marking

SPACE: Final = "stix"
"""Where `external` keeps the object, and the name of the format."""

_KINDS: dict[str, Kind] = {
    "threat-actor": "faction",
    "intrusion-set": "faction",
    "identity": "faction",
    "location": "location",
    "incident": "event",
    "campaign": "event",
    "report": "source",
    "relationship": "claim",
    "note": "claim",
}
_PREDICATES: dict[str, Predicate] = {
    "targets": "opposes",
    "located-at": "present-in",
    "attributed-to": "part-of",
    "employed-by": "member-of",
    "cooperates-with": "allied-with",
    **PREDICATES,
}
_MOMENTS = ("first_seen", "last_seen", "start_time", "stop_time", "published")
_RELIABILITY = re.compile('admiralty-scale:source-reliability="([a-f])"')
_DEPRECATED = "is deprecated by its makers (x_mitre_deprecated), and taken all the same"
_NO_TLP = "bears a marking that is no TLP, which is kept in external alone"


class Known(NamedTuple):
    """The refs of the objects of a bundle, the reports that name each, and its markings by id."""

    refs: Mapping[str, Ref]
    reports: Mapping[str, list[str]]
    markings: Mapping[str, Marking | None]


_NOBODY = Known({}, {}, {})


def ref_of(found: Mapping[str, Any]) -> dict[str, Ref]:
    """Return the ref that an object has here, by its id; nothing for a claim, and for one that is not taken."""
    kind = kind_of(found)
    if kind is None or kind == "claim":
        return {}
    try:
        _MADE[kind]({}, found, _NOBODY)
    except NotTaken:
        return {}
    return {found["id"]: make(kind, made_id(SPACE, found["id"]))}


def kind_of(found: Mapping[str, Any]) -> Kind | None:
    """Return the kind of record that an object becomes, if any."""
    if found.get("type") == "identity" and found.get("identity_class") == "individual":
        return "person"
    return _KINDS.get(str(found.get("type")))


def elsewhere(found: Mapping[str, Any], known: Known) -> tuple[tuple[Ref, ...], ...]:
    """Return the refs that what a claim needs and its bundle lacks may have in the store: files come in parts."""
    if found["type"] == "relationship":
        needed = [str(found.get(end)) for end in ("source_ref", "target_ref")]
    else:
        named = _texts(found.get("object_refs")) if found["type"] == "note" else []
        needed = [] if any(one in known.refs for one in named) else _first_likely(named)
    return tuple(_likely(one) for one in needed if one not in known.refs)


def _likely(own_id: str) -> tuple[Ref, ...]:
    """Return the refs that an object would have here, by its id alone; none for what is not taken."""
    type_ = own_id.partition("--")[0]
    kinds: tuple[Kind, ...] = ("faction", "person") if type_ == "identity" else (_KINDS.get(type_, "claim"),)
    return tuple(make(kind, made_id(SPACE, own_id)) for kind in kinds if kind != "claim")


def _first_likely(own_ids: list[str]) -> list[str]:
    return [own_id for own_id in own_ids if _likely(own_id)][:1]


def taken(found: dict[str, Any], known: Known) -> Reading:
    """Return the record of an object, and the sources beside it. Raises NotTaken."""
    kind = kind_of(found)
    if kind is None:
        raise NotTaken(NO_LIKE)
    sources, marking = tuple(_sources(found)), marked(found, known.markings)
    reports = ({"source": known.refs[report]} for report in known.reports.get(found["id"], ()) if report in known.refs)
    document = with_all(
        {"id": made_id(SPACE, found["id"])},
        status="rejected" if found.get("revoked") is True else None,
        citations=[*reports, *({"source": source.ref} for source in sources)],
        tags=[line(label) for label in _list(found.get("labels")) if line(label)],
        marking=marking.tlp,
        external={SPACE: row_of(found)},
    )
    cautions = tuple(_cautions(found, known, marking.others))
    return Reading(Entry(kind, _MADE[kind](document, found, known)), sources, cautions)


def _cautions(found: Mapping[str, Any], known: Known, marked_otherwise: bool) -> Iterator[str]:
    if marked_otherwise:
        yield _NO_TLP
    if found.get("x_mitre_deprecated") is True:
        yield _DEPRECATED
    if found["type"] == "note" and len(_about(found, known)) > 1:
        yield ABOUT_SEVERAL
    for field in filter(found.get, _MOMENTS):
        if stands_for_none(found[field]):
            yield f"{field} {STANDS_FOR_NONE}"
        elif not moment(found[field]):
            yield f"{field} is no moment, and is left out"


def _faction(document: Document, found: Mapping[str, Any], _: Known) -> Document:
    active = span(found.get("first_seen"), found.get("last_seen"))
    kind = "civilians" if found.get("identity_class") == "class" else None
    return with_all(_named(document, found), faction_kind=kind, summary=text(found.get("description")), active=active)


def _person(document: Document, found: Mapping[str, Any], _: Known) -> Document:
    roles = [line(role) for role in _list(found.get("roles"))]
    return with_all(
        _named(document, found), role=", ".join(filter(None, roles)), summary=text(found.get("description"))
    )


def _location(document: Document, found: Mapping[str, Any], _: Known) -> Document:
    own = next(
        filter(
            None, (line(found.get(field)) for field in ("name", "city", "administrative_area", "country", "region"))
        ),
        "",
    )
    point = degrees(found.get("latitude"), found.get("longitude"))
    if not own and point:
        own = f"{point['lat']:g}, {point['lon']:g}"
    if not own:
        raise NotTaken("it has neither a name nor a point")
    precision = found.get("precision")
    is_country = not point and not found.get("name") and bool(found.get("country"))
    return with_all(
        document,
        names=names(own, aliases(found)),
        location_kind=location_kind(found) or ("country" if is_country else None),
        point=point,
        precision=round(precision) if isinstance(precision, int | float) and 0 <= precision < 1e8 else None,
        summary=text(found.get("description")),
    )


def _event(document: Document, found: Mapping[str, Any], _: Known) -> Document:
    time = span(found.get("first_seen"), found.get("last_seen"))
    title = line(found.get("name"))
    if not title:
        raise NotTaken(NAMELESS)
    return with_all(
        document | {"title": title}, event_kind=found["type"], summary=text(found.get("description")), when=time
    )


def _source(document: Document, found: Mapping[str, Any], _: Known) -> Document:
    title = line(found.get("name"))
    if not title:
        raise NotTaken(NAMELESS)
    published = span(found.get("published"), found.get("published"))
    grades = (_RELIABILITY.fullmatch(label) for label in _list(found.get("labels")) if isinstance(label, str))
    grade = next((grade[1].upper() for grade in grades if grade), reliability(found))
    note = text(found.get("description"))
    return with_all(document | {"title": title}, note=note, published=published, reliability=grade)


def _claim(document: Document, found: Mapping[str, Any], known: Known) -> Document:
    confidence = found.get("confidence")
    sure = confidence if isinstance(confidence, int) and 0 <= confidence <= 100 else None
    if found["type"] == "note":
        return with_all(assessment(document, _about(found, known), text(found.get("content"))), confidence=sure)
    subject, object_ = (_ref(str(found.get(end)), known) for end in ("source_ref", "target_ref"))
    relation = line(found.get("relationship_type"))
    is_place_in_place = relation == "located-at" and (subject or "").startswith("location:")
    predicate = "part-of" if is_place_in_place else _PREDICATES.get(relation)
    claim = tie(document, (subject, object_), predicate, relation)
    time = span(found.get("start_time"), found.get("stop_time"))
    return with_all(claim, when=time, text=text(found.get("description")), confidence=sure)


def _about(found: Mapping[str, Any], known: Known) -> list[Ref]:
    named = _texts(found.get("object_refs"))
    here = [known.refs[ref] for ref in named if ref in known.refs]
    return here or [ref for one in _first_likely(named) if (ref := _ref(one, known))]


def _ref(own_id: str, known: Known) -> Ref | None:
    return known.refs.get(own_id) or next(iter(_likely(own_id)), None)


_MADE = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "source": _source,
    "claim": _claim,
}


def _named(document: Document, found: Mapping[str, Any]) -> Document:
    own = line(found.get("name"))
    if not own:
        raise NotTaken(NAMELESS)
    language = found.get("lang")
    called = names(own, [*_list(found.get("aliases")), *aliases(found)])
    if isinstance(language, str) and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        called[0]["language"] = language
    return document | {"names": called}


def _sources(found: Mapping[str, Any]) -> list[Entry]:
    """Return what an object refers to, each once: reports of others, by their address or their name."""
    entries: dict[str, Entry] = {}
    for reference in _list(found.get("external_references")):
        if not isinstance(reference, dict) or not line(reference.get("source_name")):
            continue
        publisher, url = line(reference["source_name"]), line(reference.get("url"))
        title = line(reference.get("external_id")) or line(reference.get("description")) or publisher
        own_id = f"stix-reference-{readable(publisher, title)}-{mark(publisher, title, url)}"
        document = with_all({"id": own_id, "title": title}, publisher=publisher, url=url)
        entries.setdefault(own_id, Entry("source", document))
    return list(entries.values())


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [one for one in _list(value) if isinstance(one, str)]
