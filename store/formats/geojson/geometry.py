"""Where a geometry is, as one point."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from store.formats.kept import NotTaken, degrees

_DEEPEST = 8
"""Lists in lists: a MultiPolygon has four."""


class Middle(NamedTuple):
    """A point in degrees, None where there is none; `exact` tells that the geometry is no more than that."""

    point: dict[str, float] | None
    exact: bool


def middle(geometry: object) -> Middle:
    """Return the point of a geometry, or the middle of its bounds. Raises NotTaken for what is not on the globe."""
    if not isinstance(geometry, Mapping):
        return Middle(None, True)
    exact = geometry.get("type") == "Point"
    parts = geometry.get("geometries")
    held = parts if isinstance(parts, list) else [geometry]
    points = [
        point for part in held if isinstance(part, Mapping) for point in _points(part.get("coordinates"), _DEEPEST)
    ]
    if not points:
        return Middle(None, True)
    lats, lons = [point["lat"] for point in points], [point["lon"] for point in points]
    return Middle({"lat": _between(lats), "lon": _between(lons)}, exact)


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


def _between(numbers: list[float]) -> float:
    return numbers[0] if len(numbers) == 1 else round((min(numbers) + max(numbers)) / 2, 6)
