"""The window through which the map is seen: which degrees lie under which braille dots.

Equirectangular, with degrees of longitude drawn narrower by the cosine of the middle latitude, so that near the middle
a kilometre is as long eastward as northward. A cell is taken to be twice as tall as wide: its 2 by 4 dots are square.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, radians, sqrt
from typing import NamedTuple

DOTS_ACROSS = 2
DOTS_DOWN = 4
MARGIN = 0.14
"""Share of the window left free on each side of what it is fitted to: room for a name beside the outermost mark."""
SMALLEST = 6.0
"""Degrees of latitude that a square window shows at least: a lone city is seen with the coast around it."""
CLOSEST = 0.5
"""The same when a person zooms in: nearer, the outlines are coarser than the dots."""
WORLD = 1.02
"""The widest window beside the world itself: a little more, so that its very edge is still on the canvas."""
FLATTEST = 0.2
"""The least a degree of longitude is narrowed to: the cosine falls to nothing at the poles."""


class View(NamedTuple):
    """A window of degrees on a canvas of cells. `east` may pass 180 and `west` -180: the world is round."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    @property
    def step(self) -> float:
        """Degrees of latitude a dot."""
        return (self.north - self.south) / (self.height * DOTS_DOWN)

    @property
    def centre(self) -> tuple[float, float]:
        """Degrees east and north of the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def turned(self, lon: float) -> float:
        """Return the longitude as it is counted in this window: within half a world of the middle."""
        turn = self.centre[0] - 180
        return lon if turn <= lon < turn + 360 else (lon - turn) % 360 + turn

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Return dots, with fractions, from the left and the top edge; outside the window they are off the canvas."""
        across, down = self.dots_a_degree()
        return (self.turned(lon) - self.west) * across, (self.north - lat) * down

    def dots_a_degree(self) -> tuple[float, float]:
        """Return dots a degree of longitude and a degree of latitude."""
        return (
            self.width * DOTS_ACROSS / (self.east - self.west),
            self.height * DOTS_DOWN / (self.north - self.south),
        )

    def zoomed(self, factor: float) -> "View":
        """Return the window around the same middle, closer for factors above 1, never past the world or CLOSEST."""
        step = max(self.step / factor, CLOSEST / _side(self.width, self.height))
        return _window(*self.centre, step, self.width, self.height)

    def panned(self, dx: float, dy: float) -> "View":
        """Return the window moved east by `dx` of its width and north by `dy` of its height."""
        lon, lat = self.centre
        lon, lat = lon + dx * (self.east - self.west), lat + dy * (self.north - self.south)
        return _window(lon, lat, self.step, self.width, self.height)

    def resized(self, width: int, height: int) -> "View":
        """Return the window on a canvas of another size, with the same middle and the same degrees a dot."""
        return _window(*self.centre, self.step, width, height)


def fitted(places: Iterable[tuple[float, float]], width: int, height: int) -> View:
    """Return the smallest window that shows all places (degrees east, north) with a margin; without places, the world.

    The canvas has `width` by `height` cells, one by one at least.
    """
    places = list(places)
    if not places:
        return _window(0.0, 0.0, 360.0, width, height)
    west, east = _shortest_span([lon for lon, _ in places])
    south, north = min(lat for _, lat in places), max(lat for _, lat in places)
    room = 1 - 2 * MARGIN
    middle = (south + north) / 2
    step = max(
        (north - south) / room / (height * DOTS_DOWN),
        (east - west) / room / (width * DOTS_ACROSS) * narrowing(middle),
        SMALLEST / _side(width, height),
    )
    return _window((west + east) / 2, middle, step, width, height)


def narrowing(lat: float) -> float:
    """Return how long a degree of longitude is beside a degree of latitude."""
    return max(cos(radians(lat)), FLATTEST)


def _shortest_span(lons: Sequence[float]) -> tuple[float, float]:
    """Return west and east of the shortest stretch that holds all, across the 180th meridian where that is shorter."""
    around = sorted(set(lons))
    gaps = [(after - before, before, after) for before, after in pairwise(around)]
    widest, before, after = max(gaps, default=(0.0, 0.0, 0.0))
    if 360 - widest < around[-1] - around[0]:
        return after, before + 360
    return around[0], around[-1]


def _window(lon: float, lat: float, step: float, width: int, height: int) -> View:
    """Return the window around a middle, no larger than the world asks for and kept between the poles if it can be."""
    across, down = width * DOTS_ACROSS, height * DOTS_DOWN
    narrow = narrowing(lat)
    step = min(step, WORLD * max(180 / down, 360 * narrow / across))
    half = step * down / 2
    pole = 90 + step / 8  # a part of a dot more, so that a place at the very pole is on the canvas
    lat = min(max(lat, half - pole), pole - half) if half < pole else 0.0
    lon = (lon + 180) % 360 - 180
    reach = step / narrow * across / 2
    return View(lon - reach, lat - half, lon + reach, lat + half, width, height)


def _side(width: int, height: int) -> float:
    """Return the side, in dots, of the square that is as large as the canvas."""
    return sqrt(width * DOTS_ACROSS * height * DOTS_DOWN)
