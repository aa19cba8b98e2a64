"""A CSV file as rows with the line that each begins on."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TypeAlias

from store.formats.found import Skipped

_LONGEST_CELL = 8_000_000
"""Characters. A quote that is never closed makes a cell of all that follows: this ends it."""
_END = "\ue000 the end \ue000"
"""A line after the last: it is a row of its own unless a quote is still open there."""


class RawRow(NamedTuple):
    """The cells of a row, and the first and last line of the file that it stands on, from 1."""

    line: int
    last_line: int
    cells: list[str]


Rows: TypeAlias = Iterator[RawRow | Skipped]
"""The rows of a table from its first, and what is none."""


def raw_rows(lines: Iterable[str], separator: str = ",") -> Rows:
    """Return the rows that hold anything. `lines` are as a file opened with `newline=""` gives them.

    A row whose quote is open at the end of the file is none: in its last cell is whatever was to be the rows after it.
    """
    csv.field_size_limit(_LONGEST_CELL)
    ended: list[bool] = []
    reader = csv.reader(chain(lines, _closing(ended)), delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Skipped(line, f"no CSV as far as line {reader.line_num}: look for a quote that is not closed")
            continue
        if ended:
            if cells != [_END]:
                yield Skipped(
                    line, f"a quote in it is not closed: all as far as line {reader.line_num - 1} is one cell"
                )
            return
        if any(cells):
            yield RawRow(line, reader.line_num, cells)


def _closing(ended: list[bool]) -> Iterator[str]:
    ended.append(True)
    yield _END


def is_tags(cells: list[str]) -> bool:
    """Tell whether a row holds HXL tags (`#date+start`), which the Humanitarian Data Exchange puts under a header."""
    return all(cell.lstrip().startswith("#") for cell in cells if cell.strip())
