"""One list for everything: the cursor stays in sight, and moving it redraws two rows."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from store.rows import Slice
from tui.widgets.list_sight import MARKER
from tui.widgets.listing import NO_ROW, Listing, Pages, Sheet
from tui.widgets.place import Place
from tui.widgets.row_list import RowList
from tui.widgets.runs import Line, Run
from tui.widgets.thumb import THUMB


class Alone(App[None]):
    """A list and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList()

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield self.list


@asynccontextmanager
async def alone(width: int = 30, height: int = 10) -> AsyncIterator[RowList]:
    app = Alone()
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        yield app.list


def sheet(rows: Sequence[tuple[int, int]]) -> Sheet:
    """Return rows, each given as lines of heading above it and lines of its own."""
    lines: list[tuple[Line, int]] = []
    for number, (headings, height) in enumerate(rows):
        lines += [((), NO_ROW)] * headings + [((Run(f"row {number}"),), number)] * height
    return Sheet(lines, rows)


def pages(total: int) -> Pages[int]:
    def fetch(start: int, count: int) -> Slice[int]:
        return Slice(tuple(range(start, min(total, start + count))), start, total)

    return Pages[int](fetch, lambda _width, row, _before: ((Run(f"row {row}"),),))


def shown(rows: RowList) -> list[str]:
    return [rows.render_line(y).text for y in range(rows.size.height)]


def in_sight(rows: RowList) -> bool:
    """Tell whether the row under the cursor is shown: all of it, but for one that is taller than the list."""
    lines = rows.listing.lines_of(rows.cursor)
    shown = range(rows.top, rows.top + rows.size.height)
    return lines.start in shown and (lines.stop - 1 in shown or len(lines) > len(shown))


def at_top(rows: RowList) -> bool:
    """Tell whether the list is as it is opened, with what stands above the first row before it."""
    return rows.cursor == 0 and rows.listing.lines_of(0).stop > rows.top + rows.size.height


listings: st.SearchStrategy[Listing] = st.one_of(
    st.integers(1, 100_000).map(pages),
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 14)), min_size=1, max_size=30).map(sheet),
)
moves = st.lists(
    st.one_of(
        st.tuples(st.just("by"), st.integers(-3, 3)),
        st.tuples(st.just("page"), st.integers(-2, 2)),
        st.tuples(st.just("to"), st.integers(-5, 200_000)),
    ),
    max_size=15,
)


async def test_the_cursor_is_in_sight_after_every_move_that_it_makes() -> None:
    async with alone() as rows:

        @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
        @given(listings, moves)
        def walk(listing: Listing, moves: list[tuple[str, int]]) -> None:
            rows.show(listing)
            assert rows.top == 0
            for kind, step in moves:
                before = rows.cursor
                {"by": rows.move_by, "page": rows.move_by_page, "to": rows.move_to}[kind](step)
                assert 0 <= rows.cursor < listing.rows
                assert 0 <= rows.top <= max(0, listing.height - rows.size.height)
                assert in_sight(rows) or rows.cursor == before or at_top(rows)
                assert all(len(line) == rows.size.width for line in shown(rows))

        walk()


async def test_a_list_shows_its_rows_with_a_marker_at_the_cursor() -> None:
    async with alone(12, 3) as rows:
        rows.show(pages(3), Place(1, 0))
        assert [line.rstrip() for line in shown(rows)] == [" row 0", f"{MARKER}row 1", " row 2"]


async def test_a_list_longer_than_its_room_shows_how_far_one_is() -> None:
    async with alone(12, 4) as rows:
        rows.show(pages(40))
        assert [line[-1] for line in shown(rows)] == [THUMB, " ", " ", " "]
        rows.move_to(39)
        assert [line[-1] for line in shown(rows)] == [" ", " ", " ", THUMB]


async def test_going_up_from_the_first_row_shows_what_stands_above_it() -> None:
    async with alone(12, 4) as rows:
        rows.show(sheet([(6, 1), (0, 1), (0, 1)]))
        rows.move_to(2)
        rows.move_to(0)
        assert rows.top > 0
        rows.move_by(-1)
        rows.move_by(-1)
        assert (rows.cursor, rows.top) == (0, 0)


async def test_a_long_text_above_the_first_row_is_read_from_its_beginning() -> None:
    async with alone(12, 4) as rows:
        rows.show(sheet([(9, 1), (0, 1)]))
        assert rows.top == 0
        rows.move_by_page(1)
        rows.move_by(1)
        assert (rows.cursor, rows.top) == (0, 4)
        rows.move_by_page(1)
        assert rows.top == 7
        rows.move_by(1)
        assert rows.cursor == 1


async def test_rows_are_laid_out_anew_for_another_width_and_the_cursor_stays() -> None:
    widths: list[int] = []

    def lay_out(width: int) -> Listing:
        widths.append(width)
        return sheet([(0, 1)] * 9)

    app = Alone()
    async with app.run_test(size=(30, 4)) as pilot:
        await pilot.pause()
        app.list.lay_out(lay_out, Place(7, 5))
        await pilot.resize_terminal(22, 4)
        await pilot.pause()
        assert widths == [28, 20]
        assert app.list.cursor == 7
        assert in_sight(app.list)


async def test_an_empty_list_says_why_and_has_no_row() -> None:
    async with alone(30, 4) as rows:
        rows.nothing = "No event here: x shows all there are."
        rows.show(pages(0))
        for move in (rows.move_by, rows.move_by_page, rows.move_to):
            move(1)
        assert rows.row is None
        assert "".join(line.strip() + " " for line in shown(rows)).strip() == rows.nothing


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (3, 2)])
async def test_no_room_is_no_trouble(size: tuple[int, int]) -> None:
    async with alone(*size) as rows:
        for listing in (pages(100), pages(0), sheet([(2, 3)] * 5)):
            rows.show(listing, Place(4, 4))
            rows.move_by_page(1)
            rows.move_to(99)
            assert all(len(line) == size[0] for line in shown(rows))
