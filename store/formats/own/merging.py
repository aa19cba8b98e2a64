"""Another store of sitroom's own, merged into one."""

from collections.abc import Iterator

from store import records
from store.documents import Document
from store.errors import InvalidRecord
from store.formats.found import Column, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.given import Given
from store.formats.members import Member, members
from store.refs import KIND_OF_TABLE, TABLES
from store.succession import succeeds
from store.text import brief, one_line

_HEADER = "situation"
_FORMAT = 1


def _overrules(stored: Document, found: Document) -> bool:
    """Tell whether a record is a later revision of the very one that is stored."""
    return succeeds(found, stored)


def _read(given: Given) -> Iterator[Item]:
    yield Heading(tuple(Column(table, f"{table}, as they are") for table in TABLES.values()))
    is_store = False
    for member in members(given.pieces(), (*TABLES.values(), _HEADER)):
        if member.key == _HEADER:
            is_store = True
            _require_known(member.value)
        elif not is_store:
            raise NotThisFormat("not a store of sitroom: it does not begin with the table ‘situation’", "name a store")
        elif member.key in KIND_OF_TABLE:
            yield _of_table(member)
        else:
            yield Skipped(member.line, f"‘{brief(member.key, 60)}’ is no table of a store")
    if not is_store:
        raise NotThisFormat("not a store of sitroom: it is empty", "name a store")


def _require_known(about: object) -> None:
    number = about.get("format") if isinstance(about, dict) else None
    if not isinstance(number, int) or number > _FORMAT:
        raise NotThisFormat("was written by a later version of sitroom", "update sitroom, then bring it in")


def _of_table(member: Member) -> Found | Skipped:
    kind = KIND_OF_TABLE[member.key]
    if not isinstance(member.value, dict) or member.value.get("id") != member.name:
        return Skipped(member.line, f"{member.key}/{brief(member.name, 60)} is not a record of that id")
    try:
        # What says nothing of its origin was written by a person, and stays theirs.
        document = {"origin": {"by": "human"}, "revision": 1} | records.write(records.read(kind, member.value))
    except InvalidRecord as error:
        return Skipped(member.line, one_line(str(error)))
    return Found(member.line, Entry(kind, document), ours=True)


STORE = Format("json", _read, overrules=_overrules, outdated=succeeds, may_wait=True)
