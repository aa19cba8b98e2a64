"""A STIX bundle (2.1 or 2.0) read twice: to know which object is what and who reports it, then object by object.

An object that carries our own record in the extension is that record; what else such a bundle holds are parts of those.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.documents import Document
from store.formats.claimed import NOT_HERE
from store.formats.found import Column, Elsewhere, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.given import Given
from store.formats.kept import own_record
from store.formats.members import Member, members
from store.formats.not_taken import NotTaken
from store.formats.own.reading import overrules
from store.formats.plain_values import line, texts
from store.formats.stix.identity import EXTENSION, SYSTEM
from store.formats.stix.known import SPACE, Known
from store.formats.stix.markings import tlp_of
from store.formats.stix.moments import moment
from store.formats.stix.taking import ref_of, taken
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
    for _, _, theirs, _ in _objects(given):
        if not isinstance(theirs, dict) or not isinstance(theirs.get("id"), str):
            continue
        is_stix = is_stix or "--" in theirs["id"]
        own, ref = _ref(theirs)
        ours = ours or own
        refs |= ref
        modified = theirs.get("modified")
        if isinstance(modified, str) and _is_before(latest.setdefault(theirs["id"], modified), modified):
            latest[theirs["id"]] = modified
        if theirs.get("type") == "marking-definition":
            markings[theirs["id"]] = tlp_of(theirs)
        if theirs.get("type") == "report":
            for named in texts(theirs.get("object_refs")):
                reports.setdefault(named, []).append(theirs["id"])
    if not is_stix:
        raise NotThisFormat("not a STIX bundle: it has no objects with ids", _MEND)
    return _First(Known(refs, reports, markings), latest, ours)


def _ref(theirs: dict[str, Any]) -> tuple[bool, dict[str, Ref]]:
    """Return whether an object is a record of ours, and its ref by its id if it is taken."""
    try:
        own = _own(theirs)
    except NotTaken:  # which is told when it is its turn
        return False, {}
    return own is not None, {theirs["id"]: own.ref} if own else ref_of(theirs)


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
    theirs = member.value
    if not isinstance(theirs, dict) or not isinstance(theirs.get("type"), str) or not isinstance(theirs.get("id"), str):
        return Skipped(member.line, "no object: it has no type and id")
    if (
        first.known.markings.get(theirs["id"])
        or theirs["id"] in (SYSTEM, EXTENSION)
        or (first.ours and _is_part(theirs))
    ):
        return None
    try:
        if own := _own(theirs):
            return Found(member.line, own, ours=True)
        made = Found(member.line, *_taken(theirs, first))
    except NotTaken as error:
        return _skipped(member, f"{error}")
    absent = first.known.elsewhere(theirs)
    return made._replace(elsewhere=Elsewhere(absent, _skipped(member, NOT_HERE))) if absent else made


def _skipped(member: Member, why: str) -> Skipped:
    theirs = member.value
    type_, called = line(theirs["type"]), line(theirs.get("name")) or line(theirs["id"])
    sort = " ".join(filter(None, (type_, line(theirs.get("relationship_type")))))
    return Skipped(member.line, f"{type_} {called}: {why}", f"{sort}: {why}")


def _taken(theirs: dict[str, Any], first: _First) -> Reading:
    if _is_before(theirs.get("modified"), first.latest.get(theirs["id"])):
        raise NotTaken(_OLDER)
    if theirs["type"] == "marking-definition":
        raise NotTaken(_DEFINES_NO_TLP)
    return taken(theirs, first.known)


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


def _own(theirs: dict[str, Any]) -> Entry | None:
    """Return the record of ours that an object carries, if it does. Raises NotTaken."""
    extensions = theirs.get("extensions")
    kept = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    if not isinstance(kept, dict) or not isinstance(kept.get("record"), dict):
        return None
    return own_record(kept.get("ref"), kept["record"])


def _is_part(theirs: dict[str, Any]) -> bool:
    """Tell whether an object says no more than a record of ours that is there too."""
    return theirs.get("created_by_ref") == SYSTEM


STIX = Format(SPACE, _read, SPACE, overrules=overrules, outdated=_outdated)
