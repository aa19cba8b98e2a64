"""Where an event was: the place and the administrative units that it lies in, smallest first.

An administrative unit is one record, whatever point a row gives it; places that share a name and differ in their
coordinates are several. An event that is known to be somewhere in a unit (`where_prec` 3, 4 and 6) lies in that unit.
"""

from functools import lru_cache
from typing import NamedTuple, get_args

from store.documents import LocationKind, WherePrecision
from store.formats.found import Entry
from store.formats.placing import Placing, with_point
from store.formats.tables.cells import Row, degrees, name, remembered, step, words
from store.formats.ucdp.dataset import cited
from store.text import fold

_PRECISIONS: tuple[WherePrecision, ...] = get_args(WherePrecision)
_KNOWN_TO_A_PLACE = (1, 2)
_KNOWN_TO_A_UNIT = (3, 4, 6)
_PLACING = Placing("ucdp", cited())
_SETTLEMENTS = frozenset({"city", "town", "village"})


class Spot(NamedTuple):
    """The place of a row; `precision` is `where_prec`, 1-7."""

    name: str
    country: str
    lat: float
    lon: float
    precision: int


class Whereabouts(NamedTuple):
    """Where an event was: its place, then what that lies in, up to the country."""

    name: str
    precision: WherePrecision
    chain: tuple[Entry, ...]


@remembered(
    ("where_coordinates", "adm_2", "adm_1", "country", "latitude", "longitude", "where_prec"),
    rows=8_192,
)
def whereabouts(row: Row) -> Whereabouts:
    """Return where the event was."""
    country, precision = name(row, "country"), step(row, "where_prec", 7)
    lat, lon = degrees(row, "latitude", 90), degrees(row, "longitude", 180)
    spot = Spot(name(row, "where_coordinates"), country, lat, lon, precision)
    units = _units(words(row, "adm_2"), words(row, "adm_1"), country)
    return Whereabouts(spot.name, _PRECISIONS[precision - 1], _chain(spot, units))


def _chain(spot: Spot, units: tuple[Entry, ...]) -> tuple[Entry, ...]:
    at = spot.lat, spot.lon
    if spot.precision in _KNOWN_TO_A_UNIT:
        for depth, unit in enumerate(units):
            if fold(unit.document["names"][0]["text"]) == fold(spot.name):
                return (with_point(unit, at), *units[depth + 1 :])
    return (_PLACING.place(_kind(spot), spot.name, at, units[0], spot.country), *units)


@lru_cache(maxsize=8_192)
def _units(adm_2: str, adm_1: str, country: str) -> tuple[Entry, ...]:
    if adm_2:
        within = _units("", adm_1, country)
        return (_PLACING.unit("district", adm_2, within[0], adm_1, country), *within)
    if adm_1:
        within = _units("", "", country)
        return (_PLACING.unit("region", adm_1, within[0], country), *within)
    return (_PLACING.country(country),)


def _kind(spot: Spot) -> LocationKind:
    if spot.precision not in _KNOWN_TO_A_PLACE:
        return "area"
    return "city" if fold(spot.name.rpartition(" ")[2]) in _SETTLEMENTS else "site"
