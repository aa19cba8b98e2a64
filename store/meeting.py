"""What becomes of a record that is brought in when the store has one of its id already."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Final, NamedTuple, Self

from store.documents import Document
from store.scales import MARKING
from store.succession import succeeding
from store.text import fold, one_line

_OF_THE_RECORD = frozenset({"created", "modified", "revision", "origin"})
_UNITED = ("tags", "citations")
"""Lists to which each side adds its own."""
_OF_PEOPLE = ("tags", "note", "marking")
UNSAID: Final[Document] = {"status": "accepted", "rank": "normal"}
"""What a record means that says nothing of these: it is no gap for another to fill."""
_NEVER_FILLED = frozenset({"modified", "revision", "origin", *UNSAID})


class Run(NamedTuple):
    """One import: when it was, in ISO 8601, and the origin that its records name."""

    moment: str
    origin: dict[str, str]

    @classmethod
    def of(cls, tool: str, file: str, at: datetime) -> Self:
        """Return the run of a tool over a file, at a time in UTC."""
        moment = f"{at:%Y-%m-%dT%H:%M:%SZ}"
        return cls(moment, {"by": "import", "tool": tool, "run": f"{one_line(file)} {moment}"})

    def first(self, document: Document) -> Document:
        """Return the document as a new record."""
        return {"created": self.moment, "origin": self.origin} | document

    def again(self, stored: Document, document: Document) -> Document:
        """Return the document as the next revision of the one in the store, or the later one that it is itself."""
        if document.get("revision", 1) > stored.get("revision", 1):
            return document
        created = {"created": stored["created"]} if "created" in stored else {}
        # Who edited it stays its author: nothing later may take it for untouched.
        origin = stored.get("origin", {"by": "human"}) if by_hand(stored) else self.origin
        return succeeding(stored, document | created | {"origin": origin}, self.moment)


def same(one: Document, other: Document) -> bool:
    """Tell whether two documents say the same, whoever wrote them down and when."""
    return _content(one) == _content(other)


def by_hand(stored: Document) -> bool:
    """Tell whether a person wrote the record, or was the last to change it."""
    return bool(stored.get("origin", {}).get("by", "human") == "human")


def are_two(stored: Document, found: Document) -> bool:
    """Tell whether two actors or places bear one id by chance: with no name in common, and not made as one."""
    called, also = ({fold(name["text"]) for name in one.get("names", [])} for one in (stored, found))
    made_as_one = "created" in stored and stored["created"] == found.get("created")
    return bool(called and also and not called & also and not made_as_one)


class Revision(NamedTuple):
    """What a record is after a later row came for it. `clashes` are fields that a person and the row both changed."""

    document: Document
    clashes: tuple[str, ...] = ()


def revised(stored: Document, found: Document, base: Document | None) -> Revision:
    """Return what is found in place of what is stored, short of what people changed, which is kept.

    `base` is what the row that is stored became before anybody changed it. Where that cannot be known, people are known
    to have added tags, a note and a marking, and a record that a person wrote is kept as it is.
    """
    if base is None:
        if by_hand(stored):
            return Revision(stored)
        added = {field: stored[field] for field in _OF_PEOPLE if field in stored and field not in found}
        return Revision(found | added | rows_of_both(stored, found))
    document: Document = {}
    clashes: list[str] = []
    for field in dict.fromkeys((*found, *stored)):
        if field == "external":
            continue
        here, was, there = stored.get(field), base.get(field), found.get(field)
        kept = field in _OF_THE_RECORD or here != was
        if kept and there not in (was, here) and field not in _OF_THE_RECORD:
            clashes.append(field)
        if (value := here if kept else there) is not None:
            document[field] = value
    return Revision(document | rows_of_both(stored, found), tuple(clashes))


def corrected(stored: Document, found: Document, base: Document | None) -> Revision:
    """Return what is stored with what a person says in a sheet; `base` is what the sheet said before, if it did.

    What a data set brought is replaced where the sheet speaks, and stays where it is silent.
    """
    if base is not None:
        return revised(stored, found, base)
    return filled(stored, found) if by_hand(stored) else Revision(stored | found | rows_of_both(stored, found))


def filled(stored: Document, found: Document) -> Revision:
    """Return what is stored with what is found where it is silent; where both speak and differ, it is a clash.

    Of two markings the stricter one counts: what one of them may not hand on, nobody may.
    """
    result = joined(stored, {field: value for field, value in found.items() if field not in _NEVER_FILLED})
    for field in _UNITED:
        if field in stored and field in found:
            result[field] = [*stored[field], *(value for value in found[field] if value not in stored[field])]
    stricter = max(("clear", stored.get("marking", "clear"), found.get("marking", "clear")), key=[*MARKING].index)
    if stricter != "clear":
        result["marking"] = stricter
    known = _OF_THE_RECORD | {"names", "external", "marking", *_UNITED}
    clashes = [
        field
        for field, value in found.items()
        if field not in known and stored.get(field, UNSAID.get(field, value)) != value
    ]
    return Revision(result, tuple(clashes))


def joined(first: Document, *others: Document) -> Document:
    """Return the first with what the others add where it is silent, one after the other: nothing is ever replaced.

    Other names are added as aliases. So a record that many rows and files speak of comes out the same in whatever order
    they come.
    """
    if all(other == first and list(other) == list(first) for other in others):  # as it is nearly always
        return first
    result: Document = {}
    for document in (*reversed(others), first):
        result |= document
    if any("names" in other for other in others):
        result["names"] = _names(first.get("names", []), others)
    if external := [document["external"] for document in (*reversed(others), first) if "external" in document]:
        result["external"] = reduce(or_, external)
    return result


def rows_of_both(stored: Document, found: Document) -> Document:
    """Return `external` with the rows of both; where both have one of the same format, the one that is found."""
    rows = stored.get("external", {}) | found.get("external", {})
    return {"external": rows} if rows else {}


def _content(document: Document) -> Document:
    return {field: value for field, value in document.items() if field not in _OF_THE_RECORD}


def _names(first: list[dict[str, Any]], others: Iterable[Document]) -> list[dict[str, Any]]:
    names = list(first)
    known = {fold(name["text"]) for name in first}
    for other in others:
        new = [name for name in other.get("names", ()) if fold(name["text"]) not in known]
        names += [name | {"kind": "alias"} for name in new]
        known.update(fold(name["text"]) for name in new)
    return names
