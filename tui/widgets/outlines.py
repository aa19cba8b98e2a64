"""Coasts and borders from `outlines.json`: as much as a window shows, at the level that its dots can show.

Reading the file takes a few milliseconds and happens once, when a window is first asked for; a line becomes degrees
when it first comes into sight. json reads it: orjson is a millisecond faster, and takes
several to load. `fixtures/README.md` describes the file.
"""

import json
from array import array
from base64 import b64decode
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from sys import byteorder
from typing import Any, NamedTuple

from tui.widgets.projection import View

Line = list[tuple[float, float]]
"""Degrees east and north of each point, counted as the window counts them: past 180 where it crosses that meridian."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""


class Country(NamedTuple):
    """A country and, for its name to be put there, its widest stretch of land at some latitudes."""

    name: str
    stretches: list[tuple[float, float, float]]
    """Latitude, west, east, in degrees, the southernmost first."""

    def turned(self, turn: float) -> "Country":
        """Return the country with so many degrees added to its longitudes."""
        return Country(self.name, [(lat, west + turn, east + turn) for lat, west, east in self.stretches])


class Region(NamedTuple):
    """What of the outlines a window shows."""

    coast: list[Line]
    borders: list[Line]
    countries: list[Country]


NOWHERE = Region([], [], [])
"""No outlines at all: what is drawn where they are not read yet, or cannot be."""


class OutlinesError(Exception):
    """The file of outlines cannot be read; the message says which file, why, and what to do."""


class Outlines:
    """The outlines in one file, read when a window is first asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def region(self, view: View) -> Region:
        """Return what the window shows, at the coarsest level that strays less than a dot; raises OutlinesError."""
        atlas = self._atlas
        level = next((level for level in atlas.levels if level.tolerance <= view.step), atlas.levels[-1])
        found = Region([], [], [])
        for turn, box in _turns(view):
            found.coast.extend(level.coast.touching(box, turn))
            found.borders.extend(level.borders.touching(box, turn))
            found.countries.extend(_countries_touching(atlas.countries, box, turn))
        return found

    @cached_property
    def _atlas(self) -> "_Atlas":
        try:
            return _read(json.loads(self._path.read_bytes()))
        except OSError as error:
            raise OutlinesError(
                f"{self._path}: {error.strerror}; the map has no outlines: reinstall sitroom"
            ) from error
        except (LookupError, TypeError, ValueError) as error:
            raise OutlinesError(f"{self._path}: not a file of outlines ({error}); reinstall sitroom") from error


@cache
def outlines(path: Path) -> Outlines:
    """Return the outlines in a file, the same for all who look at it."""
    return Outlines(path)


class _Tiles:
    """Lines by tile of the map: a tile's box in whole steps, and its lines, decoded when first seen."""

    def __init__(self, tiles: list[tuple[int, int, int, int, str, str]], unit: int) -> None:
        self._columns = tiles
        self._unit = unit
        self._lines: dict[int, list[tuple[Box, Line]]] = {}

    @cached_property
    def _tiles(self) -> list[tuple[Box, str, str]]:
        """The tiles with their boxes in degrees: computed for the levels that are looked at only."""
        unit = self._unit
        return [
            ((left / unit, low / unit, right / unit, top / unit), sizes, points)
            for left, low, right, top, sizes, points in self._columns
        ]

    def touching(self, box: Box, turn: float) -> Iterator[Line]:
        """Yield the lines whose boxes touch a box, with `turn` degrees added to their longitudes."""
        for number, (tile, sizes, points) in enumerate(self._tiles):
            if _touch(tile, box):
                if number not in self._lines:
                    self._lines[number] = [(_box(line), line) for line in _decoded(sizes, points, self._unit)]
                for around, line in self._lines[number]:
                    if _touch(around, box):
                        yield [(lon + turn, lat) for lon, lat in line] if turn else line


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]


def _box(line: Line) -> Box:
    lons, lats = zip(*line, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


class _Level(NamedTuple):
    """The outlines of the world to within `tolerance` degrees."""

    tolerance: float
    coast: _Tiles
    borders: _Tiles


class _Atlas(NamedTuple):
    """All that the file holds: the coarsest level first, and each country with the box of its stretches."""

    levels: list[_Level]
    countries: list[tuple[Box, Country]]


def _read(content: dict[str, Any]) -> _Atlas:
    unit = content["unit"]
    levels = [
        _Level(level["tolerance"], _Tiles(level["coast"], unit), _Tiles(level["borders"], unit))
        for level in content["levels"]
    ]
    return _Atlas(levels, [_country(name, tenths) for name, tenths in content["countries"]])


def _country(name: str, tenths: list[int]) -> tuple[Box, Country]:
    degrees = [value / 10 for value in tenths]
    lats, wests, easts = degrees[0::3], degrees[1::3], degrees[2::3]
    return (min(wests), lats[0], max(easts), lats[-1]), Country(name, list(zip(lats, wests, easts, strict=True)))


def _decoded(sizes: str, points: str, unit: int) -> list[Line]:
    steps = _column(points)
    degrees = [(lon / unit, lat / unit) for lon, lat in zip(steps[::2], steps[1::2], strict=True)]
    return [degrees[first:last] for first, last in pairwise(accumulate(_column(sizes), initial=0))]


def _column(text: str) -> "array[int]":
    """Return numbers kept as base64 of 16 bits each, the low byte first."""
    column = array("h", b64decode(text))
    if byteorder == "big":
        column.byteswap()
    return column


def _turns(view: View) -> list[tuple[float, Box]]:
    """Return how far each copy of the world that the window reaches into is turned, and the part of it that is seen."""
    middle = view.centre[0]
    west, east = max(view.west, middle - 180), min(view.east, middle + 180)
    turns = (0, *((-360,) if west < -180 else ()), *((360,) if east > 180 else ()))
    return [(turn, (west - turn, view.south, east - turn, view.north)) for turn in turns]


def _countries_touching(countries: list[tuple[Box, Country]], box: Box, turn: float) -> Iterator[Country]:
    for around, country in countries:
        if _touch(around, box):
            yield country.turned(turn) if turn else country
