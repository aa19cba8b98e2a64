"""Where a geometry is, as one point."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.formats.not_taken import NotTaken
from store.formats.plain_values import degrees

_DEEPEST = 8
"""Lists in lists, and collections in collections: a MultiPolygon has four."""
_HALF_ROUND = 180


class Middle(NamedTuple):
    """A point in degrees, None where there is none; `exact` tells that the geometry is no more than that."""

    point: dict[str, float] | None
    exact: bool


def middle(geometry: object) -> Middle:
    """Return the point of a geometry, or the middle of its bounds. Raises NotTaken for what is not on the globe."""
    if not isinstance(geometry, Mapping):
        return Middle(None, True)
    points = list(_of(geometry, _DEEPEST))
    if not points:
        return Middle(None, True)
    lats, lons = [point["lat"] for point in points], [point["lon"] for point in points]
    return Middle({"lat": _between(lats), "lon": _across(lons)}, geometry.get("type") == "Point")


def _of(geometry: Mapping[str, Any], deeper: int) -> Iterator[dict[str, float]]:
    yield from _points(geometry.get("coordinates"), _DEEPEST)
    parts = geometry.get("geometries")
    for part in parts if isinstance(parts, list) and deeper else ():
        if isinstance(part, Mapping):
            yield from _of(part, deeper - 1)


def _points(coordinates: object, deeper: int) -> Iterator[dict[str, float]]:
    if not isinstance(coordinates, list) or not deeper:
        return
    if coordinates and not isinstance(coordinates[0], list):
        point = degrees(coordinates[1], coordinates[0]) if len(coordinates) > 1 else None
        if point is None:
            raise NotTaken("its coordinates are no degrees east and north (WGS 84)")
        yield point
        return
    for inner in coordinates:
        yield from _points(inner, deeper - 1)


def _across(lons: list[float]) -> float:
    """Return the middle of longitudes; what is cut in two at the antimeridian (RFC 7946, 3.1.9) lies around that."""
    if max(lons) - min(lons) > _HALF_ROUND:
        east = [lon % 360 for lon in lons]
        if max(east) - min(east) < _HALF_ROUND:
            found = _between(east)
            return round(found - 360, 6) if found > _HALF_ROUND else found
    return _between(lons)


def _between(numbers: list[float]) -> float:
    return numbers[0] if len(numbers) == 1 else round((min(numbers) + max(numbers)) / 2, 6)
