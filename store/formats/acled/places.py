"""Where an event was: the place and what it lies in, smallest first."""

from functools import lru_cache
from typing import NamedTuple

from store.documents import LocationKind, WherePrecision
from store.formats.acled.dataset import cited
from store.formats.found import Entry
from store.formats.placing import Placing, with_point
from store.formats.tables.cells import Row, degrees, name, remembered, step, words
from store.text import fold

_PLACING = Placing("acled", cited())
_TOWN = 1
_PRECISIONS: dict[int, WherePrecision] = {1: "exact", 2: "near", 3: "province"}
_KINDS: tuple[LocationKind, ...] = ("region", "district", "district")


class Whereabouts(NamedTuple):
    """Where an event was: its place, then what that lies in, up to the country."""

    name: str
    precision: WherePrecision
    chain: tuple[Entry, ...]


@remembered(
    ("location", "admin3", "admin2", "admin1", "country", "latitude", "longitude", "geo_precision"),
    rows=16_384,
)
def whereabouts(row: Row) -> Whereabouts:
    """Return where the event was. What is known to a region only, and named as one, lies in that region."""
    own_name, country = name(row, "location"), name(row, "country")
    at = degrees(row, "latitude", 90), degrees(row, "longitude", 180)
    precision = step(row, "geo_precision", 3)
    admin = tuple(found for found in (words(row, f"admin{level}") for level in (1, 2, 3)) if found)
    units = _units(admin, country)
    if precision != _TOWN:
        for depth, unit in enumerate(units):
            if fold(unit.document["names"][0]["text"]) == fold(own_name):
                return Whereabouts(own_name, _PRECISIONS[precision], (with_point(unit, at), *units[depth + 1 :]))
    place = _PLACING.place("city" if precision == _TOWN else "area", own_name, at, units[0], country)
    return Whereabouts(own_name, _PRECISIONS[precision], (place, *units))


@lru_cache(maxsize=16_384)
def _units(admin: tuple[str, ...], country: str) -> tuple[Entry, ...]:
    """Return the units of these names, largest first, as a chain that begins with the smallest."""
    if not admin:
        return (_PLACING.country(country),)
    *larger, own_name = admin
    within = _units(tuple(larger), country)
    return (_PLACING.unit(_KINDS[len(larger)], own_name, within[0], *reversed(larger), country), *within)
