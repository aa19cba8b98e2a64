"""Where an event was: the place and the administrative units that it lies in, smallest first.

An administrative unit is one record, whatever point a row gives it; places that share a name and differ in their
coordinates are several. An event that is known to be somewhere in a unit (`where_prec` 3, 4 and 6) lies in that unit.
"""

from functools import lru_cache
from typing import NamedTuple

from store.formats.found import Entry
from store.formats.identity import LONGEST_READABLE, mark, readable
from store.formats.ucdp.dataset import cited
from store.records import LocationKind
from store.refs import make
from store.text import fold

_KNOWN_TO_A_PLACE = (1, 2)
_KNOWN_TO_A_UNIT = (3, 4, 6)
_SETTLEMENTS = frozenset({"city", "town", "village"})


class Spot(NamedTuple):
    """What a row says of its place; `precision` is `where_prec`, 1-7."""

    name: str
    adm_2: str
    adm_1: str
    country: str
    lat: float
    lon: float
    precision: int


class _Unit(NamedTuple):
    kind: LocationKind
    name: str


@lru_cache(maxsize=4_096)
def chain(spot: Spot) -> tuple[Entry, ...]:
    """Return the locations from the event's own to the country; each lies within the next."""
    levels = (_Unit("district", spot.adm_2), _Unit("region", spot.adm_1), _Unit("country", spot.country))
    units = [unit for unit in levels if unit.name]
    for depth, unit in enumerate(units):
        if spot.precision in _KNOWN_TO_A_UNIT and fold(unit.name) == fold(spot.name):
            return (_with_point(_unit(units[depth:]), spot), *_each(units[depth + 1 :]))
    return (_with_point(_place(spot, units), spot), *_each(units))


def _each(units: list[_Unit]) -> list[Entry]:
    return [_unit(units[depth:]) for depth in range(len(units))]


def _unit(units: list[_Unit]) -> Entry:
    return _location(_unit_id(units), units[0].name, units[0].kind, units[1:])


def _place(spot: Spot, units: list[_Unit]) -> Entry:
    marked = mark("place", fold(spot.name), f"{spot.lat} {spot.lon}", *map(_folded, units))
    return _location(f"ucdp-{readable(spot.country, spot.name)}-{marked}", spot.name, _kind(spot), units)


def _location(name_id: str, name: str, kind: LocationKind, within: list[_Unit]) -> Entry:
    document = {"id": name_id, "citations": [cited()], "names": [{"text": name}]}
    if kind != "site":  # which goes without saying
        document["location_kind"] = kind
    if within:
        document["within"] = make("location", _unit_id(within))
    return Entry("location", document)


def _with_point(entry: Entry, spot: Spot) -> Entry:
    return Entry(entry.kind, entry.document | {"point": {"lat": spot.lat, "lon": spot.lon}})


def _unit_id(units: list[_Unit]) -> str:
    """Return `ucdp-<country>`, or `ucdp-<country>-<unit>-<mark>`, where the mark stands for all units of the chain."""
    own, country = units[0], units[-1]
    if own.kind == "country" and len(own.name) <= LONGEST_READABLE:
        return f"ucdp-{readable(own.name)}"
    names = (country.name, own.name) if len(units) > 1 else (own.name,)
    return f"ucdp-{readable(*names)}-{mark(*map(_folded, units))}"


def _folded(unit: _Unit) -> str:
    return f"{unit.kind} {fold(unit.name)}"


def _kind(spot: Spot) -> LocationKind:
    if spot.precision not in _KNOWN_TO_A_PLACE:
        return "area"
    return "city" if fold(spot.name.rpartition(" ")[2]) in _SETTLEMENTS else "site"
