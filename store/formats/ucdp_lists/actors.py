"""An actor of UCDP, with all of its names, and the actors that it came from, joined or stood with.

Other lists and events name it by its id.
"""

from collections.abc import Iterator
from typing import Any

from store.documents import FactionKind
from store.formats.found import Entry
from store.formats.tables.cells import BadCell, Row, whole, words
from store.formats.tables.reading import Reading
from store.formats.ucdp_lists.columns import ACTOR_SPACE
from store.formats.ucdp_lists.dataset import ACTORS
from store.formats.ucdp_lists.known import ids
from store.formats.ucdp_lists.roll import Member, parts
from store.formats.ucdp_lists.sides import faction_of, is_name

_KINDS: dict[str, FactionKind] = {"1": "armed group", "4": "government"}
"""What `Org` says; 2 are supporters and 3 communities, for which we have no word of our own."""
_TIES = (
    ("splinter", "nameprev", "actoridprev", "splinter-of"),
    ("joingroup", "groupname", "actoridgroup", "part-of"),
    ("alliance", "namealliance", "actoridalliance", "allied-with"),
)
_OWN = ("namedata", "namefull")
_FIRST = ("nameorig", "nameorigfull", "nameorigfulleng")
_LATER = ("newname", "newnamefullmothertongue", "newnamefulleng")


def actor(row: dict[str, str]) -> Reading:
    """Return what a row says; the row itself becomes the faction's `external`. Raises BadCell."""
    number = whole(row, "actorid")
    document: dict[str, Any] = {
        "id": f"ucdp-actor-{number}",
        "citations": [ACTORS.at(f"actor {number}")],
        "external": {ACTOR_SPACE: row},
        "names": _names(row),
    }
    kind = _KINDS.get(words(row, "org").removesuffix(".0"))
    if document["names"][0]["text"].startswith("Government of "):
        kind = "government"
    if kind:
        document["faction_kind"] = kind
    entry = Entry("faction", document)
    return Reading(entry, (ACTORS.dataset, *_ties(row, entry, number)))


def _names(row: Row) -> list[dict[str, str]]:
    """Return the names, the one that the data use first; those that it had before it took another are former ones."""
    was = "former" if words(row, "namechange").removesuffix(".0") == "1" else "alias"
    kinds = dict.fromkeys(_OWN, "alias") | dict.fromkeys(_LATER, "alias") | dict.fromkeys(_FIRST, was)
    found: dict[str, dict[str, str]] = {}
    for column, kind in (kinds | {"nameformer": "former"}).items():
        for text in _several(row, column):
            if is_name(text):
                found.setdefault(text, {"text": text, "kind": kind} if found else {"text": text})
    if not found:
        raise BadCell("namedata", "", "is empty")
    return list(found.values())


def _several(row: Row, column: str) -> list[str]:
    """Return the names in a cell: those that were taken one after the other stand in one, up to that of today."""
    cell = words(row, column)
    taken = parts(words(row, "newname")) if column in _LATER else []
    is_list = len(taken) > 1 and words(row, "namedata") in taken and len(parts(cell)) == len(taken)
    return parts(cell) if is_list else [cell] if cell else []


def _ties(row: Row, entry: Entry, number: int) -> Iterator[Entry]:
    """Yield whom the actor is tied to and how, where that is one: of several, names and ids are in no one order."""
    for told, named, numbered, predicate in _TIES:
        others = ids(row, numbered) if words(row, told).removesuffix(".0") == "1" else ()
        if len(others) != 1 or not words(row, named):
            continue
        other = faction_of(Member(words(row, named), others[0]), ACTORS)
        claim: dict[str, Any] = {
            "id": f"ucdp-{predicate}-{number}-{others[0]}",
            "citations": [ACTORS.at(f"actor {number}")],
            "subject": entry.ref,
            "predicate": predicate,
            "object": other.ref,
        }
        yield other
        yield Entry("claim", claim)
