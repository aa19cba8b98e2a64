"""A STIX bundle (2.1 or 2.0) read twice: to know which object is what and who reports it, then object by object.

An object that carries our own record in the extension is that record; what else such a bundle holds are parts of those.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.documents import Document
from store.formats.claimed import NOT_HERE
from store.formats.found import Column, Elsewhere, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.given import Given
from store.formats.kept import NotTaken, line, own_record
from store.formats.members import Member, members
from store.formats.own.reading import overrules
from store.formats.stix.identity import EXTENSION, SYSTEM
from store.formats.stix.markings import tlp_of
from store.formats.stix.moments import moment
from store.formats.stix.taking import SPACE, Known, elsewhere, ref_of, taken
from store.formats.tables.header import KEPT
from store.formats.tables.reading import Reading
from store.refs import Ref
from store.scales import Marking

_LISTS = ("objects",)
_DEFINES_NO_TLP = "no TLP marking: what it says is kept nowhere"
_OLDER = "a later version of it is in the file"
_MEND = "bring a bundle of STIX 2.1 or 2.0"
_COLUMNS = {
    "threat-actor, intrusion-set, identity": "faction; person, where it is an individual",
    "location": "location",
    "incident, campaign": "event",
    "report": "source, which its objects cite",
    "relationship": "claim, where both ends are taken",
    "note": "claim of an assessment",
    "external_references": "sources, citations",
    "object_marking_refs": "marking, where it is TLP",
    "all other fields": KEPT,
    "all other objects": "not taken",
}


class _First(NamedTuple):
    """What the first reading tells: the ref of each object that is taken, its reports, when each was last modified.

    `ours` tells that the bundle holds records of ours.
    """

    known: Known
    latest: Mapping[str, str]
    ours: bool


def _read(given: Given) -> Iterator[Item]:
    first = _look_through(given)
    yield Heading(tuple(Column(name, becomes) for name, becomes in _COLUMNS.items()))
    for member in _objects(given):
        item = _item(member, first)
        if item:
            yield item


def _look_through(given: Given) -> _First:
    refs: dict[str, Ref] = {}
    reports: dict[str, list[str]] = {}
    markings: dict[str, Marking | None] = {}
    latest: dict[str, str] = {}
    ours, is_stix = False, False
    for _, _, found, _ in _objects(given):
        if not isinstance(found, dict) or not isinstance(found.get("id"), str):
            continue
        is_stix = is_stix or "--" in found["id"]
        own, ref = _ref(found)
        ours = ours or own
        refs |= ref
        modified = found.get("modified")
        if isinstance(modified, str) and _is_before(latest.setdefault(found["id"], modified), modified):
            latest[found["id"]] = modified
        if found.get("type") == "marking-definition":
            markings[found["id"]] = tlp_of(found)
        if found.get("type") == "report":
            for named in _texts(found.get("object_refs")):
                reports.setdefault(named, []).append(found["id"])
    if not is_stix:
        raise NotThisFormat("not a STIX bundle: it has no objects with ids", _MEND)
    return _First(Known(refs, reports, markings), latest, ours)


def _ref(found: dict[str, Any]) -> tuple[bool, dict[str, Ref]]:
    """Return whether an object is a record of ours, and its ref by its id if it is taken."""
    try:
        own = _own(found)
    except NotTaken:  # which is told when it is its turn
        return False, {}
    return own is not None, {found["id"]: own.ref} if own else ref_of(found)


def _objects(given: Given) -> Iterator[Member]:
    """Return the objects of a bundle or of several in a list, or the one object that stands for itself."""
    alone: dict[str, Any] = {}
    for member in members(given.pieces(), _LISTS):
        if member.key in _LISTS:
            yield member
        elif member.key:
            alone[member.key] = member.value
        else:
            several = member.value.get("objects") if isinstance(member.value, dict) else None
            yield from (
                member._replace(value=one) for one in (several if isinstance(several, list) else [member.value])
            )
    if alone.get("type") not in (None, "bundle"):
        yield Member(1, "", alone)


def _item(member: Member, first: _First) -> Found | Skipped | None:
    found = member.value
    if not isinstance(found, dict) or not isinstance(found.get("type"), str) or not isinstance(found.get("id"), str):
        return Skipped(member.line, "no object: it has no type and id")
    if first.known.markings.get(found["id"]) or found["id"] in (SYSTEM, EXTENSION) or (first.ours and _is_part(found)):
        return None
    try:
        if own := _own(found):
            return Found(member.line, own, ours=True)
        made = Found(member.line, *_taken(found, first))
    except NotTaken as error:
        return _skipped(member, f"{error}")
    absent = elsewhere(found, first.known)
    return made._replace(elsewhere=Elsewhere(absent, _skipped(member, NOT_HERE))) if absent else made


def _skipped(member: Member, why: str) -> Skipped:
    found = member.value
    type_, called = line(found["type"]), line(found.get("name")) or line(found["id"])
    sort = " ".join(filter(None, (type_, line(found.get("relationship_type")))))
    return Skipped(member.line, f"{type_} {called}: {why}", f"{sort}: {why}")


def _taken(found: dict[str, Any], first: _First) -> Reading:
    if _is_before(found.get("modified"), first.latest.get(found["id"])):
        raise NotTaken(_OLDER)
    if found["type"] == "marking-definition":
        raise NotTaken(_DEFINES_NO_TLP)
    return taken(found, first.known)


def _is_before(one: object, other: object) -> bool:
    """Tell whether a moment is before another; most are of one version alone, and need not be read."""
    if one == other:
        return False
    first, second = moment(one), moment(other)
    return bool(first and second and first < second)


def _outdated(stored: Document, found: Document) -> bool:
    """Tell whether an object was last modified before the version of it that is kept; ours have revisions instead."""
    kept, row = (one.get("external", {}).get(SPACE, {}) for one in (stored, found))
    return _is_before(row.get("modified"), kept.get("modified"))


def _own(found: dict[str, Any]) -> Entry | None:
    """Return the record of ours that an object carries, if it does. Raises NotTaken."""
    extensions = found.get("extensions")
    kept = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    if not isinstance(kept, dict) or not isinstance(kept.get("record"), dict):
        return None
    return own_record(kept.get("ref"), kept["record"])


def _is_part(found: dict[str, Any]) -> bool:
    """Tell whether an object says no more than a record of ours that is there too."""
    return found.get("created_by_ref") == SYSTEM


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


STIX = Format(SPACE, _read, SPACE, overrules=overrules, outdated=_outdated)
