"""Rows that are wider than their header for no more than the way in which a program writes them.

Spreadsheets write empty cells behind the last column. R's `write.table` numbers the rows, and names no column for it.
"""

from itertools import chain, islice

from store.formats.tables.rows import RawRow, Rows


def aligned(rows: Rows) -> Rows:
    """Return the rows, each as wide as the first where what is too much in it says nothing."""
    head = list(islice(rows, 3))
    width = len(head[0].cells) if head and isinstance(head[0], RawRow) else 0
    numbered = _are_numbered([row for row in head[1:] if isinstance(row, RawRow)], width)
    for row in chain(head, rows):
        if isinstance(row, RawRow) and len(row.cells) > width:
            yield _narrowed(row, width, numbered)
        else:
            yield row


def _are_numbered(rows: list[RawRow], width: int) -> bool:
    """Tell whether the first rows begin with their numbers, and do not merely end in empty cells."""
    return all(_is_numbered(row, width) for row in rows) and any(row.cells[-1] for row in rows)


def _is_numbered(row: RawRow, width: int) -> bool:
    return len(row.cells) == width + 1 and row.cells[0].isdecimal()


def _narrowed(row: RawRow, width: int, numbered: bool) -> RawRow:
    if numbered and _is_numbered(row, width):
        return row._replace(cells=row.cells[1:])
    return row if any(row.cells[width:]) else row._replace(cells=row.cells[:width])
