"""Lines are measured in cells: they fit, and what is cut off says so."""

import pytest
from hypothesis import given
from rich.cells import cell_len
from rich.style import Style

from tests.tui.widgets.texts import AWKWARD, VAST, lines, texts, widths
from tui.widgets.runs import ELLIPSIS, Line, Run, between, clip, cut, fit, pad, width_of
from tui.widgets.segments import segments


def _said(line: Line) -> str:
    return "".join(run.text for run in line)


@given(texts, widths)
def test_what_is_cut_fits_and_ends_in_an_ellipsis(text: str, width: int) -> None:
    short = cut(text, width)
    assert cell_len(short) <= width
    assert short == text or (not width and not short) or short.endswith(ELLIPSIS)


@given(texts, widths)
def test_what_has_room_is_left_as_it_is(text: str, width: int) -> None:
    # A letter under more marks than any script puts on one is cut off among them.
    if cell_len(text) <= width and len(text) <= 8 * width + 64:
        assert cut(text, width) == text


@given(texts, widths)
def test_what_is_left_of_a_text_is_its_beginning(text: str, width: int) -> None:
    short = cut(text, width)
    assert short == text or text.startswith(short.removesuffix(ELLIPSIS).rstrip())


@given(texts, widths)
def test_a_text_is_fitted_to_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(lines, widths)
def test_a_line_is_padded_to_exactly_its_cells(line: Line, width: int) -> None:
    assert width_of(pad(line, width)) == width


@given(lines, widths)
def test_a_line_that_is_clipped_ends_in_an_ellipsis(line: Line, width: int) -> None:
    kept = _said(clip(line, width))
    assert cell_len(kept) <= width
    assert kept == _said(line) or not width or kept.endswith(ELLIPSIS)


@given(lines, lines, widths)
def test_the_right_end_of_a_line_stays_while_there_is_room_for_it(left: Line, right: Line, width: int) -> None:
    line = between(left, right, width, Run("─", "dim"))
    assert width_of(line) == width
    if width_of(right) <= width:
        assert _said(line).endswith(_said(right))
    if width_of(left) + width_of(right) <= width:
        assert _said(line).startswith(_said(left))


def test_a_run_that_just_does_not_fit_any_more_is_told_too() -> None:
    assert _said(clip((Run("abc"), Run("def")), 3)) == "ab…"


@given(lines)
def test_segments_say_what_the_line_says(line: Line) -> None:
    made = segments(line, lambda *_: Style.null())
    assert "".join(segment.text for segment in made) == _said(line)


def test_blanks_change_no_colour() -> None:
    line = (Run("a", "accent"), Run("  ", "dim"), Run("b", "accent"))
    assert len(segments(line, lambda *_: Style.null())) == 1


@pytest.mark.parametrize(
    "text", [VAST, VAST.replace(" ", ""), "صبراتة " * 15_000, "👩‍👩‍👧" * 20_000, "e" + "\u0301" * 100_000]
)
def test_a_line_of_100_000_characters_is_cut_like_any_other(text: str) -> None:
    assert cell_len(fit(text, 40)) == 40
    assert cut(text, 40).endswith(ELLIPSIS)


@pytest.mark.parametrize("text", AWKWARD)
def test_no_room_takes_no_cell(text: str) -> None:
    assert cell_len(cut(text, 0)) == cell_len(cut(text, -3)) == cell_len(fit(text, -1)) == 0
