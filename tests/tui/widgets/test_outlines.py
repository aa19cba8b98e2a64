"""The shipped outlines are those of Natural Earth, and a window gets its part of them."""

from itertools import pairwise
from pathlib import Path

import orjson
import pytest

import fixtures
from fixtures.atlas import Atlas, Chain, decoded
from fixtures.make_outlines import TOLERANCES, outlines, weights
from tui.widgets.outlines import Line, Outlines, OutlinesError
from tui.widgets.projection import View, fitted

SHIPPED = Path(fixtures.__file__).with_name("outlines.json")
TRIPOLI, MISRATA, SIRTE = (13.191, 32.887), (15.093, 32.375), (16.589, 31.209)
AT_SEA = (16.0, 33.5)
INLAND = (17.0, 27.0)
WORLD = fitted([], 80, 22)


@pytest.fixture(scope="module")
def shipped() -> Outlines:
    return Outlines(SHIPPED)


@pytest.fixture(scope="module")
def atlas(samples: Path) -> Atlas:
    return decoded(orjson.loads((samples / "data/geo/world-atlas_countries-50m.json").read_bytes()))


def finest(west: float, south: float, east: float, north: float) -> View:
    """Return a window so close that it gets the finest level."""
    return View(west, south, east, north, 2000, 2000)


def crossings(lines: list[Line], lon: float, south: float, north: float) -> int:
    """Return how often lines cross a meridian between two latitudes."""
    return sum(
        south < lat0 + (lat1 - lat0) * (lon - lon0) / (lon1 - lon0) < north
        for line in lines
        for (lon0, lat0), (lon1, lat1) in pairwise(line)
        if (lon0 <= lon) != (lon1 <= lon)
    )


def contains(ring: Chain, place: tuple[float, float]) -> bool:
    return crossings([ring], place[0], place[1], 90) % 2 == 1


def thinned(arc: Chain) -> Chain:
    """Return what the finest level keeps of an arc."""
    return [point for point, weight in zip(arc, weights(arc), strict=True) if weight > TOLERANCES[-1]]


def points(lines: list[Line]) -> int:
    return sum(map(len, lines))


@pytest.mark.parametrize("city", [TRIPOLI, MISRATA, SIRTE])
def test_the_cities_of_the_coast_stand_on_land_and_in_the_country_of_the_desert_behind(
    shipped: Outlines, city: tuple[float, float]
) -> None:
    south_of_it = shipped.region(finest(city[0] - 0.5, 27, city[0] + 0.5, city[1]))
    assert crossings(south_of_it.coast, city[0], 27, city[1]) == 0
    assert crossings(south_of_it.borders, city[0], 27, city[1]) == 0
    up_to_the_sea = shipped.region(finest(city[0] - 0.5, city[1], city[0] + 0.5, 34))
    assert crossings(up_to_the_sea.coast, city[0], city[1], 34) % 2 == 1


@pytest.mark.parametrize("city", [TRIPOLI, MISRATA, SIRTE, INLAND])
def test_the_finest_level_keeps_them_inside_libya(atlas: Atlas, city: tuple[float, float]) -> None:
    rings = dict(atlas.countries)["Libya"]
    used = {max(number, ~number) for ring in rings for number in ring}
    arcs = [thinned(arc) if number in used else arc for number, arc in enumerate(atlas.arcs)]
    libya = [atlas._replace(arcs=arcs).ring(ring) for ring in rings]
    assert sum(contains(ring, city) for ring in libya) == 1
    assert not any(contains(ring, AT_SEA) for ring in libya)


def test_the_shipped_file_is_what_the_script_makes(samples: Path) -> None:
    source = (samples / "data/geo/world-atlas_countries-50m.json").read_bytes()
    assert orjson.dumps(outlines(decoded(orjson.loads(source)))) + b"\n" == SHIPPED.read_bytes()


def test_the_shipped_file_is_small() -> None:
    assert SHIPPED.stat().st_size < 600_000


def test_a_wide_window_gets_fewer_points_of_the_same_land(shipped: Outlines) -> None:
    libya = View(9, 19, 26, 34, 36, 12)
    near, far = shipped.region(libya._replace(width=800, height=400)), shipped.region(libya)
    assert points(far.coast) < points(near.coast) / 2
    assert points(shipped.region(WORLD).coast) < 4000


def test_what_is_out_of_sight_is_left_out(shipped: Outlines) -> None:
    libya = shipped.region(View(9, 19, 26, 34, 36, 12))
    names = {country.name for country in libya.countries}
    assert {"Libya", "Egypt", "Chad", "Tunisia"} <= names
    assert not names & {"Brazil", "Norway", "Japan"}
    assert points(libya.coast) < 200


def test_the_border_of_libya_and_egypt_runs_along_the_25th_meridian(shipped: Outlines) -> None:
    along = shipped.region(View(24.5, 23, 25.5, 28, 80, 40)).borders
    assert any(abs(lon - 25) < 0.05 and abs(lat - 22) < 0.5 for line in along for lon, lat in line)
    assert not shipped.region(View(24.5, 23, 25.5, 28, 80, 40)).coast


def test_a_window_across_the_180th_meridian_counts_on(shipped: Outlines) -> None:
    chukotka_to_alaska = shipped.region(View(170, 60, 200, 72, 80, 22))
    lons = [lon for line in chukotka_to_alaska.coast for lon, _ in line]
    assert any(170 < lon < 180 for lon in lons)
    assert any(190 < lon < 200 for lon in lons)
    assert min(lons) > 140


def test_no_line_jumps_from_one_edge_of_the_world_to_the_other(shipped: Outlines) -> None:
    region = shipped.region(WORLD)
    strokes = [stroke for line in [*region.coast, *region.borders] for stroke in pairwise(line)]
    assert max(abs(lon1 - lon0) for (lon0, _), (lon1, _) in strokes) < 90


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutlinesError, match=r"nowhere\.json: No such file.*reinstall"):
        Outlines(tmp_path / "nowhere.json").region(WORLD)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"unit": 100, "levels": [], "countries": [[1, 2]]}'])
def test_a_file_that_is_something_else_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(content)
    with pytest.raises(OutlinesError, match=r"broken\.json: not a file of outlines"):
        Outlines(broken).region(WORLD)
