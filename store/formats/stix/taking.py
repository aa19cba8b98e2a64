"""What a STIX object of others becomes: a faction, a person, a place, an event, a claim, a source."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from store.documents import Document, Predicate
from store.formats.claimed import ABOUT_SEVERAL, PREDICATES, assessment, tie
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.kept import row_of
from store.formats.not_taken import NAMELESS, NO_LIKE, NotTaken
from store.formats.plain_values import degrees, line, listed, made_id, names, text, with_all
from store.formats.stix.known import NOTHING_KNOWN, SPACE, Known, kind_of
from store.formats.stix.markings import marked
from store.formats.stix.moments import STANDS_FOR_NONE, moment, span, stands_for_none
from store.formats.stix.opencti import aliases, location_kind, reliability
from store.formats.tables.reading import Reading
from store.refs import Ref, make

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


def ref_of(theirs: Mapping[str, Any]) -> dict[str, Ref]:
    """Return the ref that an object has here, by its id; nothing for a claim, and for one that is not taken."""
    kind = kind_of(theirs)
    if kind is None or kind == "claim":
        return {}
    try:
        _MADE[kind]({}, theirs, NOTHING_KNOWN)
    except NotTaken:
        return {}
    return {theirs["id"]: make(kind, made_id(SPACE, theirs["id"]))}


def taken(theirs: dict[str, Any], known: Known) -> Reading:
    """Return the record of an object, and the sources beside it. Raises NotTaken."""
    kind = kind_of(theirs)
    if kind is None:
        raise NotTaken(NO_LIKE)
    sources, marking = tuple(_sources(theirs)), marked(theirs, known.markings)
    reports = ({"source": known.refs[report]} for report in known.reports.get(theirs["id"], ()) if report in known.refs)
    document = with_all(
        {"id": made_id(SPACE, theirs["id"])},
        status="rejected" if theirs.get("revoked") is True else None,
        citations=[*reports, *({"source": source.ref} for source in sources)],
        tags=[line(label) for label in listed(theirs.get("labels")) if line(label)],
        marking=marking.tlp,
        external={SPACE: row_of(theirs)},
    )
    cautions = tuple(_cautions(theirs, known, marking.others))
    return Reading(Entry(kind, _MADE[kind](document, theirs, known)), sources, cautions)


def _cautions(theirs: Mapping[str, Any], known: Known, marked_otherwise: bool) -> Iterator[str]:
    if marked_otherwise:
        yield _NO_TLP
    if theirs.get("x_mitre_deprecated") is True:
        yield _DEPRECATED
    if theirs["type"] == "note" and len(known.about(theirs)) > 1:
        yield ABOUT_SEVERAL
    for field in filter(theirs.get, _MOMENTS):
        if stands_for_none(theirs[field]):
            yield f"{field} {STANDS_FOR_NONE}"
        elif not moment(theirs[field]):
            yield f"{field} is no moment, and is left out"


def _faction(document: Document, theirs: Mapping[str, Any], _: Known) -> Document:
    active = span(theirs.get("first_seen"), theirs.get("last_seen"))
    kind = "civilians" if theirs.get("identity_class") == "class" else None
    return with_all(_named(document, theirs), faction_kind=kind, summary=text(theirs.get("description")), active=active)


def _person(document: Document, theirs: Mapping[str, Any], _: Known) -> Document:
    roles = [line(role) for role in listed(theirs.get("roles"))]
    return with_all(
        _named(document, theirs), role=", ".join(filter(None, roles)), summary=text(theirs.get("description"))
    )


def _location(document: Document, theirs: Mapping[str, Any], _: Known) -> Document:
    own = next(
        filter(
            None, (line(theirs.get(field)) for field in ("name", "city", "administrative_area", "country", "region"))
        ),
        "",
    )
    point = degrees(theirs.get("latitude"), theirs.get("longitude"))
    if not own and point:
        own = f"{point['lat']:g}, {point['lon']:g}"
    if not own:
        raise NotTaken("it has neither a name nor a point")
    precision = theirs.get("precision")
    is_country = not point and not theirs.get("name") and bool(theirs.get("country"))
    return with_all(
        document,
        names=names(own, aliases(theirs)),
        location_kind=location_kind(theirs) or ("country" if is_country else None),
        point=point,
        precision=round(precision) if isinstance(precision, int | float) and 0 <= precision < 1e8 else None,
        summary=text(theirs.get("description")),
    )


def _event(document: Document, theirs: Mapping[str, Any], _: Known) -> Document:
    time = span(theirs.get("first_seen"), theirs.get("last_seen"))
    title = line(theirs.get("name"))
    if not title:
        raise NotTaken(NAMELESS)
    return with_all(
        document | {"title": title}, event_kind=theirs["type"], summary=text(theirs.get("description")), when=time
    )


def _source(document: Document, theirs: Mapping[str, Any], _: Known) -> Document:
    title = line(theirs.get("name"))
    if not title:
        raise NotTaken(NAMELESS)
    published = span(theirs.get("published"), theirs.get("published"))
    grades = (_RELIABILITY.fullmatch(label) for label in listed(theirs.get("labels")) if isinstance(label, str))
    grade = next((grade[1].upper() for grade in grades if grade), reliability(theirs))
    note = text(theirs.get("description"))
    return with_all(document | {"title": title}, note=note, published=published, reliability=grade)


def _claim(document: Document, theirs: Mapping[str, Any], known: Known) -> Document:
    confidence = theirs.get("confidence")
    sure = confidence if isinstance(confidence, int) and 0 <= confidence <= 100 else None
    if theirs["type"] == "note":
        return with_all(assessment(document, known.about(theirs), text(theirs.get("content"))), confidence=sure)
    subject, object_ = (known.ref(str(theirs.get(end))) for end in ("source_ref", "target_ref"))
    relation = line(theirs.get("relationship_type"))
    is_place_in_place = relation == "located-at" and (subject or "").startswith("location:")
    predicate = "part-of" if is_place_in_place else _PREDICATES.get(relation)
    claim = tie(document, (subject, object_), predicate, relation)
    time = span(theirs.get("start_time"), theirs.get("stop_time"))
    return with_all(claim, when=time, text=text(theirs.get("description")), confidence=sure)


_MADE = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "source": _source,
    "claim": _claim,
}


def _named(document: Document, theirs: Mapping[str, Any]) -> Document:
    own = line(theirs.get("name"))
    if not own:
        raise NotTaken(NAMELESS)
    language = theirs.get("lang")
    called = names(own, [*listed(theirs.get("aliases")), *aliases(theirs)])
    if isinstance(language, str) and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        called[0]["language"] = language
    return document | {"names": called}


def _sources(theirs: Mapping[str, Any]) -> list[Entry]:
    """Return what an object refers to, each once: reports of others, by their address or their name."""
    entries: dict[str, Entry] = {}
    for reference in listed(theirs.get("external_references")):
        if not isinstance(reference, dict) or not line(reference.get("source_name")):
            continue
        publisher, url = line(reference["source_name"]), line(reference.get("url"))
        title = line(reference.get("external_id")) or line(reference.get("description")) or publisher
        own_id = f"stix-reference-{readable(publisher, title)}-{mark(publisher, title, url)}"
        document = with_all({"id": own_id, "title": title}, publisher=publisher, url=url)
        entries.setdefault(own_id, Entry("source", document))
    return list(entries.values())
