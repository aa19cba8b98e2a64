"""Whether the dates of a file have the day or the month first: 5/6/1967 does not tell, 29/5/1997 beside it does.

A data set writes dates in one way. A spreadsheet that opens its file and saves it again writes them in its country's.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from store.formats.found import Skipped
from store.formats.tables.rows import RawRow, is_tags

Order: TypeAlias = Literal["day", "month", ""]
"""What comes first; nothing where that is not known."""

_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})((?:[T ][0-9:.]{1,16}Z?)?)")


class Dates(NamedTuple):
    """The columns of a table that hold dates, by their names in small letters, and how the data set writes those."""

    columns: tuple[str, ...]
    as_written: Callable[[str, Order], str]
    way: str

    def as_in_the_data(self, row: dict[str, str], order: Order) -> tuple[dict[str, str], str]:
        """Return a row with its dates as the data set writes them, and what is told of that, if they were not."""
        dates = {name: self.as_written(cell, order) for name, cell in row.items() if name.lower() in self.columns}
        if all(row[name] == date for name, date in dates.items()):
            return row, ""
        return row | dates, f"dates have the {order} first, as others in the file tell: they are kept as {self.way}"


def order_of(cells: Iterable[str]) -> Order:
    """Return the order that dates are written in: what some of them tell and none of them gainsays."""
    told: set[Order] = {_told(cell) for cell in cells}
    told.discard("")
    return told.pop() if len(told) == 1 else ""


def order_in(rows: Iterator[RawRow | Skipped], columns: Iterable[str]) -> Order:
    """Return the order of the dates in columns of a table; nothing where its first dates have the year first.

    Only a table in which they have not is gone through to its end.
    """
    whole = (row for row in rows if isinstance(row, RawRow) and not is_tags(row.cells))
    header = [cell.strip().lower() for cell in next(whole, RawRow(0, 0, [])).cells]
    places = [header.index(column) for column in columns if column in header]
    first = next(whole, RawRow(0, 0, []))
    if not any(_YEAR_LAST.fullmatch(cell.strip()) for cell in _at(first, places)):
        return ""
    return order_of(cell for row in chain([first], whole) for cell in _at(row, places))


def year_first(cell: str, order: Order) -> str:
    """Return a date with its year first; as it is where it has its year first, or is none."""
    match = _YEAR_LAST.fullmatch(cell.strip())
    if not match or not order or len(match[4]) == 2:
        return cell
    month, day = (match[3], match[1]) if order == "day" else (match[1], match[3])
    return f"{match[4]}-{month:0>2}-{day:0>2}{match[5]}"


def day_first(cell: str, order: Order) -> str:
    """Return a date that has its month first with its day first; any other as it is."""
    match = _YEAR_LAST.fullmatch(cell.strip())
    return f"{match[3]}{match[2]}{match[1]}{match[2]}{match[4]}{match[5]}" if match and order == "month" else cell


def _at(row: RawRow, places: list[int]) -> list[str]:
    return [row.cells[place] for place in places if place < len(row.cells)]


def _told(cell: str) -> Order:
    match = _YEAR_LAST.fullmatch(cell.strip())
    if not match:
        return ""
    first, second = int(match[1]), int(match[3])
    return "day" if first > 12 >= second else "month" if second > 12 >= first else ""
