"""A CSV file as rows with the line that each begins on."""

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from store.formats.found import Skipped

_LONGEST_CELL = 8_000_000
"""Characters. A quote that is never closed makes a cell of all that follows: this ends it."""


class RawRow(NamedTuple):
    """The cells of a row, and the first and last line of the file that it stands on, from 1."""

    line: int
    last_line: int
    cells: list[str]


Rows: TypeAlias = Iterator[RawRow | Skipped]
"""The rows of a table from its first, and what is none."""


def raw_rows(lines: Iterable[str], separator: str = ",") -> Rows:
    """Return the rows that hold anything. `lines` are as a file opened with `newline=""` gives them."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Skipped(line, f"no CSV as far as line {reader.line_num}: look for a quote that is not closed")
            continue
        if any(cells):
            yield RawRow(line, reader.line_num, cells)


def is_tags(cells: list[str]) -> bool:
    """Tell whether a row holds HXL tags (`#date+start`), which the Humanitarian Data Exchange puts under a header."""
    return all(cell.lstrip().startswith("#") for cell in cells if cell.strip())
