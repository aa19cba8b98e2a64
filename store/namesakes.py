"""Names that may mean one thing: how they are compared, in which country, and how far apart."""

import math
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from store.documents import Document
from store.refs import Kind, Ref
from store.text import fold

Look: TypeAlias = Callable[[Ref], Document | None]

_KM_OF_A_DEGREE = 111.2
_NEAR_KM = 25
"""As near as UCDP calls near (`where_prec` 2)."""
FAR_KM = 100
"""Data sets put a district's or a province's point where they like."""
_OF_ANY_KIND = frozenset({"site", "area"})
"""Kinds that say little of what a place is."""
_DEEPEST = 30
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LETTERS = re.compile(r"\w+")
_SAYS_LITTLE = frozenset(
    {"the", "of", "al", "el", "city", "town", "village", "district", "province", "governorate", "region", "division"}
)


def names(document: Document) -> Iterator[str]:
    """Return the names of an actor or place."""
    return (str(name.get("text", "")) for name in document.get("names", ()) if isinstance(name, dict))


def exact(name: str) -> str:
    """Return a name as it is compared where it must be the same: without case, accents, and what separates words."""
    return " ".join(_LETTERS.findall(fold(name)))


def key(name: str) -> str:
    """Return what a name shares with others that may mean the same: `Sirte town` and `Sirte (Libya)` give `sirte`."""
    words = _LETTERS.findall(fold(_IN_BRACKETS.sub(" ", name)))
    telling = [word for word in words if word not in _SAYS_LITTLE]
    return " ".join(telling or words)


def country_of(kind: Kind, document: Document, look: Look) -> frozenset[str]:
    """Return the names, as `exact` has them, of the country that an actor belongs to or a place lies in.

    There are none where it is not known. `look` finds the records that others name.
    """
    place: Document | None = document if kind == "location" else _at(document.get("country"), look)
    for _ in range(_DEEPEST):
        if place is None or place.get("location_kind") == "country":
            break
        place = _at(place.get("within"), look)
    else:
        return frozenset()
    return frozenset(map(exact, names(place))) if place else frozenset()


def could_be(one: Document, other: Document, countries: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Tell whether two that sound alike may be one: in no two countries, of no two kinds of place, not far apart."""
    kinds = {document.get("location_kind", "site") for document in (one, other)} - _OF_ANY_KIND
    first, second = countries
    apart = bool(first and second and not first & second)
    return not apart and len(kinds) < 2 and near(one.get("point"), other.get("point"), FAR_KM)


def near(one: Document | None, other: Document | None, km: float = _NEAR_KM) -> bool:
    """Tell whether two points, in degrees, are so near; what has no point is nowhere apart."""
    if not one or not other:
        return True
    north = (one["lat"] - other["lat"]) * _KM_OF_A_DEGREE
    turned = abs(one["lon"] - other["lon"])
    east = min(turned, 360 - turned) * _KM_OF_A_DEGREE * math.cos(math.radians(one["lat"]))
    return math.hypot(north, east) <= km


def _at(ref: object, look: Look) -> Document | None:
    return look(ref) if isinstance(ref, str) and ref else None
