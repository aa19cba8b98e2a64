"""Dots land where they are meant to, and never anywhere else."""

from hypothesis import example, given
from hypothesis import strategies as st

from tui.widgets.braille import Canvas, clipped

anywhere = st.floats(allow_nan=True, allow_infinity=True)
nearby = st.floats(-300, 300)
sides = st.integers(1, 12)


def picture(canvas: Canvas) -> str:
    return "\n".join(row.rstrip() for row in canvas.rows())


def test_each_dot_of_a_cell_has_its_own_bit() -> None:
    glyphs = []
    for y in range(4):
        for x in range(2):
            canvas = Canvas(1, 1)
            canvas.dot(x, y)
            glyphs.append(canvas.rows()[0])
    assert "".join(glyphs) == "⠁⠈⠂⠐⠄⠠⡀⢀"


def test_an_empty_canvas_is_blank() -> None:
    assert Canvas(3, 2).rows() == ["   ", "   "]


def test_a_slope_and_a_dashed_level_line() -> None:
    canvas = Canvas(8, 3)
    canvas.line((0, 0), (15, 11))
    canvas.line((0, 11), (15, 11), every=3)
    assert picture(canvas) == "⠑⠢⡀\n  ⠈⠑⢄⡀\n⡀⢀ ⡀⢀⠈⡢⢄"


def test_a_path_goes_on_outside_and_comes_back() -> None:
    canvas = Canvas(6, 2)
    canvas.path([(0, 7), (0, -20), (11, -20), (11, 7)])
    assert picture(canvas) == "⡇    ⢸\n⡇    ⢸"


def test_a_path_of_close_points_leaves_no_gap() -> None:
    canvas = Canvas(8, 1)
    canvas.path([(x / 3, 1) for x in range(48)])
    assert canvas.rows() == ["⠒" * 8]


@given(anywhere, anywhere, anywhere, anywhere, sides, sides, st.integers(1, 4))
@example(1e300, 1e300, -1e300, -1e300, 3, 3, 1)
@example(-1e18, 2.0, 1e18, 2.0, 1, 1, 1)
def test_no_line_is_too_far_away_to_draw(
    x0: float, y0: float, x1: float, y1: float, width: int, height: int, every: int
) -> None:
    canvas = Canvas(width, height)
    canvas.line((x0, y0), (x1, y1), every)
    canvas.dot(x0, y0)
    assert [len(row) for row in canvas.rows()] == [width] * height


@given(nearby, nearby, nearby, nearby, st.integers(0, 60), st.integers(0, 60))
def test_what_is_clipped_stays_in_the_box_and_on_the_line(
    x0: float, y0: float, x1: float, y1: float, right: int, bottom: int
) -> None:
    inside = clipped((x0, y0), (x1, y1), right, bottom)
    if inside is None:
        return
    for x, y in (inside[:2], inside[2:]):
        assert 0 <= x <= right
        assert 0 <= y <= bottom
        across = abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0))
        length = max(abs(x1 - x0), abs(y1 - y0))
        assert across <= 2.01 * length or length == 0


@given(st.integers(0, 39), st.integers(0, 23), st.integers(0, 39), st.integers(0, 23))
def test_a_line_is_as_long_as_its_longer_axis_and_holds_both_ends(x0: int, y0: int, x1: int, y1: int) -> None:
    canvas = Canvas(20, 6)
    canvas.line((x0, y0), (x1, y1))
    before = canvas.masks()
    canvas.dot(x0, y0)
    canvas.dot(x1, y1)
    assert canvas.masks() == before
    assert sum(mask.bit_count() for mask in before) == max(abs(x1 - x0), abs(y1 - y0)) + 1
