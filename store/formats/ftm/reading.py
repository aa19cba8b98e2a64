"""FollowTheMoney entities, read twice: to know what each id stands for, then one by one."""

from collections.abc import Iterator
from typing import Any

from store.formats.claimed import NOT_HERE
from store.formats.found import Column, Elsewhere, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.ftm.known import SPACE, elsewhere, kind_of
from store.formats.ftm.properties import in_order
from store.formats.ftm.taking import taken
from store.formats.given import Given
from store.formats.kept import own_record
from store.formats.members import Member, members
from store.formats.not_taken import NotTaken
from store.formats.own.reading import overrules
from store.formats.plain_values import line, made_id, texts
from store.formats.tables.given import head
from store.formats.tables.header import KEPT
from store.refs import Ref, make, split

_NOTHING = "not FollowTheMoney: it has no entities with an id and a schema"
_STATEMENTS = (
    "not entities of FollowTheMoney: it holds statements on them",
    "put them together first, as `ftm aggregate-statements` does",
)
_MEND = "bring entities of FollowTheMoney, one a line"
_COLUMNS = {
    "Organization, PublicBody, Company, LegalEntity": "faction",
    "Person": "person",
    "Territory, Address": "location",
    "Event": "event",
    "Article, Document, Pages, HyperText, PlainText": "source, which its proofs cite",
    "Membership, Employment, Directorship, UnknownLink": "claim, where both ends are taken",
    "Note": "claim of an assessment",
    "keywords, topics": "tags",
    "sourceUrl": "sources, citations",
    "all other properties": KEPT,
    "all other schemata": "not taken",
}


def _read(given: Given) -> Iterator[Item]:
    if head(given).lstrip()[:1] not in ("{", "["):
        raise NotThisFormat(*(_STATEMENTS if "canonical_id" in head(given) else (_NOTHING, _MEND)))
    known, merged = _known(given)
    yield Heading(tuple(Column(name, becomes) for name, becomes in _COLUMNS.items()), _formerly(merged))
    known = merged | known
    for member in members(given.pieces()):
        yield _item(member, known)


def _known(given: Given) -> tuple[dict[str, Ref], dict[str, Ref]]:
    """Return the ref of each entity that is taken as a thing, by its id; and by those that were merged into it."""
    known: dict[str, Ref] = {}
    merged: dict[str, Ref] = {}
    is_ftm = False
    for member in members(given.pieces()):
        entity = member.value
        if not isinstance(entity, dict) or not isinstance(entity.get("id"), str) or "schema" not in entity:
            continue
        is_ftm = True
        if ref := _ref(entity):
            known[entity["id"]] = ref
            merged |= dict.fromkeys(_referents(entity), ref)
    if not is_ftm:
        raise NotThisFormat(_NOTHING, _MEND)
    return known, merged


def _formerly(merged: dict[str, Ref]) -> dict[Ref, Ref]:
    """Return the refs of entities by those that they had before they were merged."""
    return {make(split(ref).kind, made_id(SPACE, former)): ref for former, ref in merged.items()}


def _referents(entity: dict[str, Any]) -> list[str]:
    """Return the ids that an entity had before it was merged, by which others may still name it."""
    return texts(entity.get("referents"))


def _ref(entity: dict[str, Any]) -> Ref | None:
    try:
        if own := _own(entity):
            return own.ref
    except NotTaken:  # which is told when it is its turn
        return None
    kind = kind_of(entity)
    return make(kind, made_id(SPACE, entity["id"])) if kind and kind != "claim" else None


def _item(member: Member, known: dict[str, Ref]) -> Found | Skipped:
    entity = member.value
    if (
        not isinstance(entity, dict)
        or not isinstance(entity.get("id"), str)
        or not isinstance(entity.get("schema"), str)
    ):
        return Skipped(member.line, "no entity: it has no id and schema")
    try:
        if own := _own(entity):
            return Found(member.line, own, ours=True)
        ordered = in_order(entity)
        made = Found(member.line, *taken(ordered, known))
    except NotTaken as error:
        return _skipped(member, f"{error}")
    absent = elsewhere(ordered, known)
    return made._replace(elsewhere=Elsewhere(absent, _skipped(member, NOT_HERE))) if absent else made


def _skipped(member: Member, why: str) -> Skipped:
    schema = line(member.value["schema"])
    return Skipped(member.line, f"{schema} {line(member.value['id'])}: {why}", f"{schema}: {why}")


def _own(entity: dict[str, Any]) -> Entry | None:
    """Return the record of ours that stands beside an entity's properties, if one does. Raises NotTaken."""
    beside = entity.get("x_sitroom")
    if not isinstance(beside, dict) or not isinstance(beside.get("record"), dict):
        return None
    return own_record(f"{beside.get('kind')}:{beside['record'].get('id')}", beside["record"])


FTM = Format(SPACE, _read, SPACE, overrules=overrules)
