"""Where names go on a map: beside the mark where they hide least, and countries' where there is land for them."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.measure import cell_len
from tui.widgets.map_sheet import Layer, Sheet, one_line
from tui.widgets.outlines import Country
from tui.widgets.projection import DOTS_ACROSS, DOTS_DOWN, View

CELLS_A_NAME = 60
"""A map of so many cells carries one name of a place; a larger one carries more."""
FEWEST = 4
LONGEST = 24
"""Cells that a place's name takes at most."""
AWKWARD = 2
"""How many cells of coast a name may hide before the next best side of its mark is better."""

APART = 2
"""Cells between a name and another's name or mark at least: nearer, two names read as one."""
AIR = 4
"""Cells between a country's name and a mark at least: nearer, it would read as the name of that place."""


def most_names(sheet: Sheet) -> int:
    """Return how many places a map of this size names at most."""
    return max(FEWEST, sheet.width * sheet.height // CELLS_A_NAME)


def name_place(sheet: Sheet, column: int, row: int, name: str, layer: Layer) -> None:
    """Write a name beside the mark in a cell, set apart, on the side where it hides least; nowhere without room."""
    length = cell_len(name)
    middle = min(max(column - length // 2, 0), sheet.width - length)
    sides = [
        (column + 2, row, 1, APART),
        (column - 1 - length, row, APART, 1),
        *((left, line, APART, APART) for left in (middle, column + 1, column - length) for line in (row - 1, row + 1)),
    ]
    costs = [
        (sheet.hidden(left, line, length) + AWKWARD * rank, left, line)
        for rank, (left, line, before, after) in enumerate(sides)
        if sheet.is_free(left, line, length, before, after)
    ]
    if name and costs:
        _, left, line = min(costs)
        sheet.write_apart(left, line, name, layer)


class CountryName(NamedTuple):
    """A country's name in capitals, and the cells (column, row) where it can begin, the best first."""

    text: str
    starts: list[tuple[int, int]]


def country_names(sheet: Sheet, view: View, countries: Iterable[Country], *, plain: bool) -> list[CountryName]:
    """Return the countries with room for their names on land in sight, where no outline is hidden."""
    names = []
    for country in countries:
        text = one_line(country.name.upper(), sheet.width, plain=plain)
        starts = _starts(sheet, view, country, cell_len(text)) if text else []
        if starts:
            names.append(CountryName(text, starts))
    return names


def name_country(sheet: Sheet, name: CountryName) -> None:
    """Write a country's name where it can begin and is not too near to a mark or another name; else nowhere."""
    length = cell_len(name.text)
    for column, row in name.starts:
        if sheet.is_free(column, row, length, AIR, AIR):
            sheet.write(column, row, name.text, Layer.COUNTRY)
            return


def _starts(sheet: Sheet, view: View, country: Country, length: int) -> list[tuple[int, int]]:
    """Return where on a country's land a text hides nothing: wide land near the middle of what is seen comes first."""
    roomy = _roomy(view, country, length + 2)
    lowest, highest = max(country.stretches[0][0], view.south), min(country.stretches[-1][0], view.north)
    middle = (view.north - (lowest + highest) / 2) * view.dots_a_degree()[1] / DOTS_DOWN
    roomy.sort(key=lambda stretch: abs(stretch[0] - middle) * 2 + stretch[1] - stretch[2])
    starts = [((left + right - length) // 2, row) for row, left, right in roomy]
    return [(column, row) for column, row in starts if not sheet.hidden(column, row, length)]


def _roomy(view: View, country: Country, room: int) -> list[tuple[int, int, int]]:
    """Return row, first cell and the cell after the last of the land in sight that is at least `room` cells wide."""
    across, down = (dots / cell for dots, cell in zip(view.dots_a_degree(), (DOTS_ACROSS, DOTS_DOWN), strict=True))
    stretches = (
        (
            int((view.north - lat) * down),
            max(int((west - view.west) * across) + 1, 0),
            min(int((east - view.west) * across), view.width),
        )
        for lat, west, east in country.stretches
        if (east - west) * across >= room and view.south < lat < view.north
    )
    return [(row, left, right) for row, left, right in stretches if right - left >= room]
