"""FollowTheMoney entities, read twice: to know what each id stands for, then one by one."""

from collections.abc import Iterator

from store.formats.found import Column, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.ftm.taking import SPACE, kind_of, taken
from store.formats.given import Given
from store.formats.kept import NotTaken, line, made_id, own_record
from store.formats.members import Member, members
from store.formats.own.reading import overrules
from store.refs import Ref, make

_MEND = "bring entities of FollowTheMoney, one a line"
_COLUMNS = {
    "Organization, PublicBody, Company, LegalEntity": "faction",
    "Person": "person",
    "Territory, Address": "location",
    "Event": "event",
    "Article, Document": "source, which its proofs cite",
    "Membership, Employment, Directorship, UnknownLink": "claim, where both ends are taken",
    "Note": "claim of an assessment",
    "all others": "not taken",
}


def _read(given: Given) -> Iterator[Item]:
    known = _known(given)
    yield Heading(tuple(Column(name, becomes) for name, becomes in _COLUMNS.items()))
    for member in members(given.pieces()):
        yield _item(member, known)


def _known(given: Given) -> dict[str, Ref]:
    """Return the ref of each entity that is taken as a thing, by its id."""
    known: dict[str, Ref] = {}
    is_ftm = False
    for member in members(given.pieces()):
        found = member.value
        if not isinstance(found, dict) or not isinstance(found.get("id"), str) or "schema" not in found:
            continue
        is_ftm = True
        own = own_record(*_carried(found))
        kind = kind_of(found)
        if own:
            known[found["id"]] = own.ref
        elif kind and kind != "claim":
            known[found["id"]] = make(kind, made_id(SPACE, found["id"]))
    if not is_ftm:
        raise NotThisFormat("not FollowTheMoney: it has no entities with an id and a schema", _MEND)
    return known


def _item(member: Member, known: dict[str, Ref]) -> Found | Skipped:
    found = member.value
    if not isinstance(found, dict) or not isinstance(found.get("id"), str) or not isinstance(found.get("schema"), str):
        return Skipped(member.line, "no entity: it has no id and schema")
    if own := own_record(*_carried(found)):
        return Found(member.line, own, ours=True)
    try:
        return Found(member.line, taken(found, known), (), ())
    except NotTaken as error:
        return Skipped(member.line, f"{line(found['schema'])} {line(found['id'])}: {error}")


def _carried(found: dict[str, object]) -> tuple[object, object]:
    """Return the ref and the record of ours that stand beside an entity's properties, if they do."""
    beside = found.get("x_sitroom")
    if not isinstance(beside, dict) or not isinstance(beside.get("record"), dict):
        return "", None
    return f"{beside.get('kind')}:{beside['record'].get('id')}", beside["record"]


FTM = Format(SPACE, _read, SPACE, overrules=overrules)
