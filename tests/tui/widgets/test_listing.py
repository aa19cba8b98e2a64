"""What a list shows: rows laid out beforehand, or fetched as they come into sight."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.rows import Slice
from tui.widgets.listing import NO_ROW, PAGE, PAGES_KEPT, Pages, Sheet
from tui.widgets.runs import Line, Run

MILLION = 1_000_000


class Source:
    """Numbers, of which it remembers which pages were asked for."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.asked: list[int] = []

    def fetch(self, start: int, count: int) -> Slice[int]:
        """Answer, and remember that it was asked."""
        self.asked.append(start)
        return Slice(tuple(range(start, min(self.total, start + count))), start, self.total)


def _line(_width: int, row: int, before: int | None) -> tuple[Line]:
    assert before is None or before == row - 1
    return ((Run(str(row)),),)


@given(st.lists(st.integers(0, MILLION - 1), max_size=50))
def test_of_a_million_rows_only_the_pages_seen_are_fetched(seen: list[int]) -> None:
    source = Source(MILLION)
    pages = Pages[int](source.fetch, _line)
    for row in seen:
        assert pages.row(row) == row
        assert pages.line(row, 20) == (((Run(str(row)),)), row)
    wanted = {row // PAGE * PAGE for row in seen} | {max(0, row - 1) // PAGE * PAGE for row in seen} | {0}
    assert set(source.asked) <= wanted


def test_a_page_is_fetched_once_while_it_is_looked_at() -> None:
    source = Source(MILLION)
    pages = Pages[int](source.fetch, _line)
    for row in list(range(500_000, 500_040)) * 20:
        pages.line(row, 20)
    assert len(source.asked) <= 3


def test_pages_long_out_of_sight_are_let_go() -> None:
    source = Source(MILLION)
    pages = Pages[int](source.fetch, _line)
    for page in range(PAGES_KEPT * 3):
        pages.row(page * PAGE)
    source.asked.clear()
    pages.row((PAGES_KEPT * 3 - 1) * PAGE)
    assert source.asked == []
    pages.row(0)
    assert source.asked == [0]


@given(st.integers(0, 300), st.integers(1, 3))
def test_every_line_of_tall_rows_belongs_to_one_row(total: int, tall: int) -> None:
    def lay_out(_width: int, row: int, _before: int | None) -> list[Line]:
        return [(Run(f"{row} {part}"),) for part in range(tall)]

    pages = Pages[int](Source(total).fetch, lay_out, tall)
    assert pages.height == total * tall
    for row in range(total):
        assert [pages.line(y, 20) for y in pages.lines_of(row)] == [
            ((Run(f"{row} {part}"),), row) for part in range(tall)
        ]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=30))
def test_a_sheet_knows_the_lines_of_each_row_among_headings(rows: list[tuple[int, int]]) -> None:
    lines: list[tuple[Line, int]] = []
    for number, (headings, height) in enumerate(rows):
        lines += [((Run("heading"),), NO_ROW)] * headings + [((Run("row"),), number)] * height
    sheet = Sheet(lines, rows)
    taken = [sheet.lines_of(number) for number in range(sheet.rows)]
    assert [len(lines) for lines in taken] == [height for _, height in rows]
    assert all(sheet.line(y, 20)[1] == number for number, lines in enumerate(taken) for y in lines)
    assert all(before.stop <= after.start for before, after in pairwise(taken))
