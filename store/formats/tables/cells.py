"""Cells read as what their column means. What cannot be read is a BadCell, whose one line says which and why."""

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias, TypeVar

from store.text import one_line
from store.when.civil import Day, days_in_month, ordinal

Row: TypeAlias = Mapping[str, str]
"""A row's cells by the name of their column."""

T = TypeVar("T")

LONGEST_NAME = 200
"""Characters of a cell that becomes a name or title; `external` keeps the rest."""

ABSENT = frozenset({"", "NA", "NaN", "NULL", "#N/A"})
"""What spreadsheets, R, pandas and SQL write for nothing."""
_WHOLE = re.compile(r"([0-9]{1,9})(?:\.0{1,6})?")  # pandas writes 771.0 where the column has gaps
_POWER = re.compile(r"([1-9])(?:\.([0-9]{1,8}))?e\+0([5-8])")  # R writes 100000 as 1e+05
_DECIMAL = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{1,20})?")  # half the world's spreadsheets write a comma
_TIME = r"(?:[T ][0-9:.]{1,16}Z?)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}")


class BadCell(ValueError):
    """A cell that does not hold what its column means."""

    def __init__(self, column: str, cell: str, problem: str) -> None:
        shown = f" ‘{shortened(cell, 40)}’" if cell.strip() else ""
        super().__init__(f"{column}{shown} {problem}")


def shortened(text: str, length: int = LONGEST_NAME) -> str:
    """Return the text on one line, of so many characters at most; an ellipsis stands for what was cut."""
    return cut(one_line(text[: length * 20]), length)


def cut(line: str, length: int = LONGEST_NAME) -> str:
    """Return a line of so many characters at most; an ellipsis stands for what was cut."""
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def words(row: Row, column: str) -> str:
    """Return the cell as one line, empty for nothing."""
    cell = row.get(column, "")
    if cell in ABSENT:
        return ""
    return one_line(cell) if len(cell) <= LONGEST_NAME else shortened(cell)


def remembered(columns: tuple[str, ...], rows: int = 4_096) -> Callable[[Callable[[Row], T]], Callable[[Row], T]]:
    """Return a decorator for a function that looks at these columns alone.

    It is run once for rows that agree in them, and what it returns is shared. As many `rows` are remembered.
    """

    def decorator(read: Callable[[Row], T]) -> Callable[[Row], T]:
        @lru_cache(maxsize=rows)
        def once(cells: tuple[str, ...]) -> T:
            return read(dict(zip(columns, cells, strict=True)))

        in_full = itemgetter(*columns)

        def of_row(row: Row) -> T:
            try:
                cells = in_full(row)
            except KeyError:  # a file without some of the columns
                cells = tuple([row.get(column, "") for column in columns])
            return once(cells)

        return of_row

    return decorator


def name(row: Row, column: str) -> str:
    """Return a name, which there must be."""
    found = words(row, column)
    if not found:
        raise BadCell(column, "", "is empty")
    return found


def whole(row: Row, column: str) -> int:
    """Return a whole number from 0 on, which there must be."""
    found = count(row, column)
    if found is None:
        raise BadCell(column, "", "is empty")
    return found


def count(row: Row, column: str) -> int | None:
    """Return a whole number from 0 on; None where the cell is empty or the file has no such column."""
    cell = row.get(column, "")
    if cell in ABSENT:
        return None
    if len(cell) <= 9 and cell.isascii() and cell.isdigit():  # as it is nearly always
        return int(cell)
    if match := _WHOLE.fullmatch(cell.strip()):
        return int(match[1])
    power = _POWER.fullmatch(cell.strip())
    if power and len(power[2] or "") <= int(power[3]):
        return int(f"{power[1]}{(power[2] or '').ljust(int(power[3]), '0')}")
    raise BadCell(column, cell, "is not a whole number from 0 to 999,999,999")


def step(row: Row, column: str, highest: int) -> int:
    """Return a code on a scale of 1 to `highest`."""
    found = count(row, column)
    if found is None or not 1 <= found <= highest:
        raise BadCell(column, row[column], f"is not a code from 1 to {highest}")
    return found


def degrees(row: Row, column: str, limit: int) -> float:
    """Return degrees from `-limit` to `limit`."""
    cell = row[column].strip()
    found = float(cell.replace(",", ".")) if _DECIMAL.fullmatch(cell) else math.inf
    if not -limit <= found <= limit:
        raise BadCell(column, cell, f"is not a number of degrees from -{limit} to {limit}")
    return found + 0.0  # -0 and 0 are one place


def day(row: Row, column: str) -> Day:
    """Return the day of a date: `2013-12-13`, with a time or without, or `13/12/2013` where that leaves no doubt."""
    try:
        return _day(row[column].strip())
    except ValueError as error:
        raise BadCell(column, row[column], str(error)) from None


@lru_cache(maxsize=4_096)
def _day(text: str) -> Day:
    if match := _YEAR_FIRST.fullmatch(text):
        return dated(int(match[1]), int(match[3]), int(match[4]))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first <= 12 and second <= 12 and first != second:
            raise ValueError("can be a day of either of two months; write it as year-month-day")
        return dated(year, second, first) if second <= 12 else dated(year, first, second)
    raise ValueError("is not a date; write it as year-month-day" if text else "is empty")


def dated(year: int, month: int, of_month: int) -> Day:
    """Return a day of the calendar. Raises ValueError if there is none such."""
    if not (year and 1 <= month <= 12 and 1 <= of_month <= days_in_month(year, month)):
        raise ValueError("is not a day of the calendar")
    return ordinal(year, month, of_month)
