"""The window shows what it is fitted to, in the shape that it has on the ground."""

from math import cos, radians

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.widgets.projection import View, fitted

lons = st.floats(-180, 180)
lats = st.floats(-90, 90)
places = st.tuples(lons, lats)
sides = st.integers(1, 120)

LIBYA = [(9.5, 19.5), (25.0, 33.2)]
SIRTE = (16.589, 31.209)


def is_on_canvas(view: View, lon: float, lat: float) -> bool:
    x, y = view.project(lon, lat)
    return 0 <= x < view.width * 2 and 0 <= y < view.height * 4


@example([(0.0, -90.0)], 1, 1)
@given(st.lists(places, min_size=1, max_size=12), sides, sides)
def test_a_fitted_window_shows_every_place(around: list[tuple[float, float]], width: int, height: int) -> None:
    view = fitted(around, width, height)
    assert all(is_on_canvas(view, lon, lat) for lon, lat in around)


@given(st.lists(places, max_size=5), sides, sides, st.floats(0.01, 100), st.floats(-3, 3), st.floats(-3, 3))
def test_east_is_right_and_north_is_up_wherever_one_looks(
    around: list[tuple[float, float]], width: int, height: int, factor: float, dx: float, dy: float
) -> None:
    view = fitted(around, width, height).zoomed(factor).panned(dx, dy)
    lon, lat = view.centre
    steps = [view.project(lon + share * 90, lat + share * 45) for share in (-1.9, -1.0, -0.1, 0.0, 0.1, 1.0, 1.9)]
    assert steps == sorted(steps)
    assert [y for _, y in steps] == sorted((y for _, y in steps), reverse=True)


@given(st.lists(places, max_size=5), sides, sides, st.floats(0.01, 100), st.floats(-3, 3), st.floats(-3, 3))
def test_a_window_never_leaves_the_world(
    around: list[tuple[float, float]], width: int, height: int, factor: float, dx: float, dy: float
) -> None:
    view = fitted(around, width, height).zoomed(factor).panned(dx, dy)
    assert -180 <= view.centre[0] <= 180 + 1e-6
    assert view.north - view.south < 184 or view.east - view.west < 368
    if view.north - view.south < 180:
        assert view.south > -90 - view.step
        assert view.north < 90 + view.step


def test_a_kilometre_is_as_long_eastward_as_northward() -> None:
    view = fitted(LIBYA, 80, 22)
    across, down = view.dots_a_degree()
    assert across / cos(radians(view.centre[1])) == pytest.approx(down)


def test_a_lone_city_is_seen_with_the_country_around_it() -> None:
    view = fitted([SIRTE], 36, 12)
    assert view.centre == pytest.approx(SIRTE)
    assert view.north - view.south > 4
    assert is_on_canvas(view, 13.191, 32.887)


def test_places_on_both_sides_of_the_180th_meridian_are_near() -> None:
    suva, apia = (178.44, -18.14), (-171.77, -13.83)
    view = fitted([suva, apia], 80, 22)
    assert view.east - view.west < 40
    assert view.project(*suva)[0] < view.project(*apia)[0]


def test_no_places_are_the_whole_world() -> None:
    view = fitted([], 80, 22)
    assert all(is_on_canvas(view, *corner) for corner in ((-180, -90), (-180, 90), (179.9, 90), (179.9, -90)))


def test_zooming_in_and_out_again_comes_back() -> None:
    view = fitted(LIBYA, 80, 22)
    closer = view.zoomed(2)
    assert closer.north - closer.south == pytest.approx((view.north - view.south) / 2)
    assert closer.zoomed(0.5) == pytest.approx(view)
    assert view.zoomed(1e6).north - view.zoomed(1e6).south > 0.1


def test_panning_moves_by_a_share_of_the_window() -> None:
    view = fitted(LIBYA, 80, 22)
    moved = view.panned(0.5, 0)
    assert moved.west == pytest.approx(view.centre[0])
    assert moved.south == pytest.approx(view.south)
    assert view.panned(0, 0.25).centre[1] > view.centre[1]


def test_another_size_keeps_the_middle_and_the_scale() -> None:
    view = fitted(LIBYA, 80, 22)
    smaller = view.resized(36, 12)
    assert smaller.centre == pytest.approx(view.centre)
    assert smaller.step == pytest.approx(view.step)
