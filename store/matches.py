"""Records that may be one under two ids, and what a person decides of them: the same, or two that are to stay two."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import combinations
from typing import NamedTuple

from store import refs
from store.documents import Document
from store.errors import StoreError
from store.file.casefile import Casefile
from store.matching import KINDS, OTHER, SAME
from store.meeting import by_hand, joined
from store.namesakes import could_be, country_of, key, names
from store.pointing import renamed
from store.refs import Kind, Ref
from store.succession import succeeding

Tables = Mapping[str, Mapping[str, Document]]
_MOST_OF_A_NAME = 20
"""Records of one name that are looked at two by two."""


class NotDecided(StoreError):
    """What was decided cannot be: there is no such record, or the two are not of one kind."""


class Match(NamedTuple):
    """Two actors or places of different origin that may be one, with the first name of each."""

    one: Ref
    other: Ref
    name: str
    other_name: str


def matches(tables: Tables) -> Iterator[Match]:
    """Return the pairs that a person has to decide on: they sound alike, and nothing says that they are two.

    The one that people wrote, or that has been there longer, comes first.
    """
    for kind in KINDS:
        named: dict[str, dict[Ref, Document]] = {}
        for name, document in tables[refs.TABLES[kind]].items():
            for own in filter(None, map(key, names(document))):
                named.setdefault(own, {})[refs.make(kind, name)] = document
        told: set[frozenset[Ref]] = set()
        for several in named.values():
            for one, other in combinations(list(several)[:_MOST_OF_A_NAME], 2):
                pair = frozenset((one, other))
                if pair not in told and _undecided(kind, (one, several[one]), (other, several[other]), tables):
                    told.add(pair)
                    first, second = sorted(pair, key=lambda ref: (_came(several[ref]), ref))
                    yield Match(first, second, _first_name(several[first]), _first_name(several[second]))


def join(casefile: Casefile, kept: Ref, other: Ref) -> int:
    """Make one record of two: the one that is kept gets what it is silent on, and the other's names as aliases.

    Whatever names the other names it from now on, and imports know it under the other's ref. Returns how many records
    were changed. Raises NotDecided and what `Casefile.change` raises.
    """
    tables = casefile.tables()
    mine, theirs = _two(tables, kept, other)
    table = refs.TABLES[refs.split(kept).kind]
    with casefile.change() as change:
        changed = 0
        for place, documents in tables.items():
            for document in documents.values():
                after = renamed(document, {other: kept})
                if document not in (mine, theirs) and after != document:
                    change.put(place, _revised(after))
                    changed += 1
        change.put(table, _revised(_made_one(mine, theirs, kept, other)))
        change.remove(table, refs.split(other).id)
        return changed + 1


def tell_apart(casefile: Casefile, one: Ref, other: Ref) -> None:
    """Note that two are two, so that nobody is asked again. Raises as `join` does."""
    document, _ = _two(casefile.tables(), one, other)
    with casefile.change() as change:
        change.put(refs.TABLES[refs.split(one).kind], _revised(_with(document, OTHER, {other: ""})))


def _undecided(kind: Kind, one: tuple[Ref, Document], other: tuple[Ref, Document], tables: Tables) -> bool:
    (ref, document), (other_ref, other_document) = one, other

    def look(named: Ref) -> Document | None:
        return tables[refs.TABLES[refs.split(named).kind]].get(refs.split(named).id)

    countries = country_of(kind, document, look), country_of(kind, other_document, look)
    return (
        _origin(document) != _origin(other_document)
        and other_ref not in document.get("external", {}).get(OTHER, {})
        and ref not in other_document.get("external", {}).get(OTHER, {})
        and could_be(document, other_document, countries)
    )


def _two(tables: Tables, one: Ref, other: Ref) -> tuple[Document, Document]:
    if one == other or refs.split(one).kind != refs.split(other).kind or refs.split(one).kind not in KINDS:
        raise NotDecided(f"{one} and {other} are not two factions, people or places; name two of one kind")
    found = [tables[refs.TABLES[refs.split(ref).kind]].get(refs.split(ref).id) for ref in (one, other)]
    for ref, document in zip((one, other), found, strict=True):
        if document is None:
            raise NotDecided(f"{ref}: no such record; `sitroom matches` lists what there is to decide")
    return found[0] or {}, found[1] or {}


def _made_one(mine: Document, theirs: Document, kept: Ref, other: Ref) -> Document:
    whole = _with(joined(mine, theirs), SAME, {other: _first_name(theirs)})
    if by_hand(mine) or by_hand(theirs):  # what a person wrote stays theirs, and nothing later takes it for untouched
        whole["origin"] = {"by": "human"}
    if SAME in theirs.get("external", {}):
        whole = _with(whole, SAME, theirs["external"][SAME])
    # Neither lies in itself, where one of the two lay in the other.
    itself = {("within", kept), ("within", other), ("country", kept), ("country", other)}
    return {field: value for field, value in whole.items() if not (isinstance(value, str) and (field, value) in itself)}


def _with(document: Document, space: str, noted: dict[str, str]) -> Document:
    external = document.get("external", {})
    return document | {"external": external | {space: external.get(space, {}) | noted}}


def _revised(document: Document) -> Document:
    return succeeding(document, document, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")


def _origin(document: Document) -> str:
    origin = document.get("origin", {})
    return str(origin.get("tool", "")) if origin.get("by") == "import" else ""


def _came(document: Document) -> tuple[bool, str]:
    """Return what puts records in order: what people wrote first, then what has been there longer."""
    return _origin(document) != "", document.get("created", "")


def _first_name(document: Document) -> str:
    return next(names(document), document["id"])
