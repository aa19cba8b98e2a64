"""What becomes of a record that is brought in when the store has one of its id already."""

from datetime import datetime
from typing import Any, NamedTuple, Self

from store.records import Document
from store.text import fold, one_line

_OF_THE_RECORD = frozenset({"created", "modified", "revision", "origin"})
_OF_PEOPLE = ("tags", "note", "marking")


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
        return document | {"created": self.moment, "origin": self.origin}

    def again(self, stored: Document, document: Document) -> Document:
        """Return the document as the next revision of the one in the store."""
        created = {"created": stored["created"]} if "created" in stored else {}
        stamps = {"modified": self.moment, "revision": stored.get("revision", 1) + 1, "origin": self.origin}
        return document | created | stamps


def same(one: Document, other: Document) -> bool:
    """Tell whether two documents say the same, whoever wrote them down and when."""
    return _content(one) == _content(other)


def edited(stored: Document, found: Document) -> bool:
    """Tell whether a person has been at the stored record, so that what is found must not replace it.

    They have if it says so, or if it holds the very row that is found and yet says something else.
    """
    return by_hand(stored) or (stored.get("external") == found.get("external") and not same(stored, found))


def by_hand(stored: Document) -> bool:
    """Tell whether a person wrote the record, or was the last to change it."""
    return bool(stored.get("origin", {}).get("by", "human") == "human")


def revised(stored: Document, found: Document) -> Document:
    """Return what is found in place of what is stored, with what people add to a record: tags, a note, a marking."""
    return found | {field: stored[field] for field in _OF_PEOPLE if field in stored and field not in found}


def joined(stored: Document, found: Document) -> Document:
    """Return what is stored with what is found added where it is silent: nothing is ever replaced.

    Other names are added as aliases. So a record that many rows and files speak of comes out the same in whatever order
    they come.
    """
    result = found | stored
    if "names" in found:
        result["names"] = _names(stored.get("names", []), found["names"])
    return result


def _content(document: Document) -> Document:
    return {field: value for field, value in document.items() if field not in _OF_THE_RECORD}


def _names(stored: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    known = {fold(name["text"]) for name in stored}
    return [*stored, *(name | {"kind": "alias"} for name in found if fold(name["text"]) not in known)]
