"""How many were killed: the estimate, its bounds, and its parts."""

from typing import NamedTuple

from store.formats.tables.cells import Row, count, remembered

_COLUMNS = {
    "low": "low",
    "best": "best",
    "high": "high",
    "side_a": "deaths_a",
    "side_b": "deaths_b",
    "civilians": "deaths_civilians",
    "unknown": "deaths_unknown",
}
"""Parts of `store.values.Deaths`, and the column of each."""


class Toll(NamedTuple):
    """The numbers that are given. `in_order` tells whether the bounds enclose the estimate."""

    deaths: dict[str, int]
    in_order: bool


@remembered(tuple(_COLUMNS.values()))
def toll(row: Row) -> Toll:
    """Return the numbers of people killed that the row gives."""
    numbers = {part: count(row, column) for part, column in _COLUMNS.items()}
    deaths = {part: number for part, number in numbers.items() if number is not None}
    bounds = [deaths[part] for part in ("low", "best", "high") if part in deaths]
    return Toll(deaths, bounds == sorted(bounds))
