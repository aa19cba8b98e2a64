"""The window on places that a map finds by itself."""

from collections.abc import Sequence

from tui.widgets.map_drawing import MapPoint
from tui.widgets.projection import DOTS_ACROSS, DOTS_DOWN, View, fitted


def window_on(points: Sequence[MapPoint], width: int, height: int) -> View:
    """Return the window that shows the places that matter most, in so many cells."""
    return fitted([(point.lon, point.lat) for point in core(points)], width, height)


def beyond(points: Sequence[MapPoint], window: View) -> int:
    """Return how many of the places lie outside a window."""
    across, down = window.width * DOTS_ACROSS, window.height * DOTS_DOWN
    placed = (window.project(point.lon, point.lat) for point in points)
    return sum(not (0 <= x < across and 0 <= y < down) for x, y in placed)


def core(points: Sequence[MapPoint]) -> Sequence[MapPoint]:
    """Return the heaviest places that carry three quarters of all weight: a window on them shows what matters.

    One record that names a far continent must not shrink the rest to a dot. Where nothing weighs, all of them count.
    """
    if not any(point.weight for point in points):
        return points
    left = sum(point.weight for point in points) * 3 / 4
    kept: list[MapPoint] = []
    for point in sorted(points, key=lambda point: -point.weight):
        if left <= 0 and kept:
            break
        kept.append(point)
        left -= point.weight
    return kept
