"""What a row list shows: rows that the cursor visits, laid out in lines.

Two ways to the same end. A `Sheet` is laid out as a whole: profiles, citations, help. `Pages` fetch the rows around
what is shown, one line each: a list of a million rows costs what one of ten does.
"""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from store.rows import Heading, Slice
from tui.widgets.runs import Line, Run

NO_ROW = -1


class Listing(Protocol):
    """Rows in lines. Lines count from 0; a line that belongs to no row (a heading, a blank) says NO_ROW."""

    @property
    def rows(self) -> int:
        """How many rows the cursor can visit."""

    @property
    def height(self) -> int:
        """How many lines there are."""

    def line(self, y: int, width: int) -> tuple[Line, int]:
        """Return what stands on a line of so many cells, and the row that it is part of."""

    def lines_of(self, row: int) -> range:
        """Return the lines that a row takes."""

    def row(self, index: int) -> object:
        """Return the row itself."""

    def over(self, y: int) -> Line | None:
        """Return the heading that a line must not be read without; None where it has none, or is one."""


def row_at(listing: Listing, y: int) -> int:
    """Return the row that a line is part of; NO_ROW for a heading, a blank, and what is beyond the end."""
    return listing.line(y, 1)[1] if 0 <= y < listing.height else NO_ROW


def row_near(listing: Listing, y: int) -> int:
    """Return the row at a line or, where there is none, the next one below; the last one where that ends."""
    lines = range(max(0, min(y, listing.height - 1)), listing.height)
    return next((row for line in lines if (row := row_at(listing, line)) != NO_ROW), listing.rows - 1)


class Sheet:
    """Rows laid out beforehand, each in as many lines as it needs, with headings between them."""

    def __init__(self, lines: Sequence[tuple[Line, int]], rows: Sequence[object]) -> None:
        self._lines = lines
        self._rows = rows
        self._numbers = [row if row != NO_ROW else after for (_, row), after in zip(lines, _next(lines), strict=True)]

    @property
    def rows(self) -> int:
        """How many rows the cursor can visit."""
        return len(self._rows)

    @property
    def height(self) -> int:
        """How many lines there are, headings and blanks included."""
        return len(self._lines)

    def line(self, y: int, width: int) -> tuple[Line, int]:
        """Return what stands on a line, and the row that it is part of; it was laid out for a width already."""
        return self._lines[y]

    def lines_of(self, row: int) -> range:
        """Return the lines that a row takes; for the first under a heading, the heading's lines are not among them."""
        first = bisect_left(self._numbers, row)
        while first < len(self._lines) and self._lines[first][1] != row:
            first += 1
        last = first
        while last < len(self._lines) and self._lines[last][1] == row:
            last += 1
        return range(first, last)

    def row(self, index: int) -> object:
        """Return the row itself."""
        return self._rows[index]

    def over(self, y: int) -> None:
        """Return nothing: what a sheet says can be read without its headings."""


def _next(lines: Sequence[tuple[Line, int]]) -> list[int]:
    """Return for each line the row that it or the next line with one belongs to."""
    numbers: list[int] = []
    after = len(lines)
    for _, row in reversed(lines):
        after = row if row != NO_ROW else after
        numbers.append(after)
    return numbers[::-1]


RowT = TypeVar("RowT")
PAGE = 64
PAGES_KEPT = 16


class Pages(Generic[RowT]):
    """Rows fetched page by page as they come into sight, each laid out on its lines (`tall`, all alike) when drawn.

    `lay_out` is given a width in cells, the row and the row before it, and returns `tall` lines. `headings` stand above
    as many rows each as they say, a line a heading; without any there are only rows.
    """

    def __init__(
        self,
        fetch: Callable[[int, int], Slice[RowT]],
        lay_out: Callable[[int, RowT, RowT | None], Sequence[Line]],
        tall: int = 1,
        headings: Sequence[Heading] = (),
    ) -> None:
        self._fetch = fetch
        self._lay_out = lay_out
        self._tall = tall
        self._headings = headings
        self._first_rows = [0, *accumulate(heading.number for heading in headings)][: len(headings)]
        self._first_lines = [row * tall + before for before, row in enumerate(self._first_rows)]
        self._kept: OrderedDict[int, tuple[RowT, ...]] = OrderedDict()
        first = fetch(0, PAGE)
        self._kept[0] = first.rows
        self._total = first.total

    @property
    def rows(self) -> int:
        """How many rows the cursor can visit."""
        return self._total

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._total * self._tall + len(self._headings)

    def line(self, y: int, width: int) -> tuple[Line, int]:
        """Return a line of a row, laid out for so many cells."""
        section = self._section(y)
        if section >= 0 and y == self._first_lines[section]:
            return self._heading(section), NO_ROW
        number, part = divmod(y - section - 1, self._tall)
        return self._lay_out(width, self.row(number), self.row(number - 1) if number else None)[part], number

    def lines_of(self, row: int) -> range:
        """Return the lines of the row."""
        first = row * self._tall + bisect_right(self._first_rows, row)
        return range(first, first + self._tall)

    def row(self, index: int) -> RowT:
        """Return the row itself, fetching its page when it is not at hand."""
        number, within = divmod(index, PAGE)
        if number not in self._kept:
            self._kept[number] = self._fetch(number * PAGE, PAGE).rows
            if len(self._kept) > PAGES_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(number)
        return self._kept[number][within]

    def over(self, y: int) -> Line | None:
        """Return the heading that a line stands under, unless it is that heading."""
        section = self._section(y)
        return self._heading(section) if section >= 0 and y != self._first_lines[section] else None

    def _section(self, y: int) -> int:
        return bisect_right(self._first_lines, y) - 1

    def _heading(self, section: int) -> Line:
        return (Run(self._headings[section].label, "heading"),)
