"""Draw coasts, borders, places and names: pure functions from a window to rows of text that a widget can style.

The ground (outlines) costs a millisecond or two and stays the same while the window does, so it is drawn apart from the
places, which change with every move of a cursor.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from tui.widgets.braille import GLYPHS, Canvas
from tui.widgets.map_names import LONGEST, CountryName, country_names, most_names, name_country, name_place
from tui.widgets.map_sheet import Layer, Sheet, one_line
from tui.widgets.outlines import Line, Region
from tui.widgets.projection import DOTS_ACROSS, DOTS_DOWN, View
from tui.widgets.runs import Line as Runs
from tui.widgets.runs import MapLook, Run

HELD, OTHER, CONTESTED, AREA = "●", "○", "◐", "◌"
"""AREA marks the middle of what is no spot: a country, a sea."""
HOLDERS = (HELD, "■", "▲", "◆")
"""What tells apart those who hold places, and OTHERS what any further ones hold."""
OTHERS = "◉"
PLAIN_MARKS = {**dict(zip((*HOLDERS, OTHERS), "*#^+@", strict=True)), OTHER: "o", CONTESTED: "%", AREA: "-"}
PLAIN_GROUND = {Layer.BLANK: " ", Layer.BORDER: ":", Layer.COAST: "."}
DASH = 2
"""Of a border each second dot is drawn, so that it is told from a coast without colour."""
LAYERS = tuple(Layer)
LOOK_OF: dict[Layer, MapLook] = {
    Layer.BLANK: "blank",
    Layer.BORDER: "border",
    Layer.COAST: "coast",
    Layer.COUNTRY: "country",
    Layer.LABEL: "label",
    Layer.PLACE: "place",
    Layer.SELECTED: "selected",
}
AS_COAST = bytes([Layer.BLANK, *[Layer.COAST] * 255])
AS_BORDER = bytes([Layer.BLANK, *[Layer.BORDER] * 255])
ONE_LAYER = re.compile(rb"\x01[\x00\x01]*|\x02[\x00\x02]*|(.)\1*", re.DOTALL)
"""Cells of one layer. Blanks after a border or a coast go with it: they look the same and cost no change of colour."""


class MapPoint(NamedTuple):
    """A place to be shown."""

    ref: str
    label: str
    """Its name; one in a script that runs from right to left is better left to a list, since terminals differ."""
    lon: float
    lat: float
    mark: str
    """One of HOLDERS, OTHERS, OTHER, CONTESTED, AREA, or another character one cell wide."""
    weight: int
    """The heavier of two places in one cell is shown, and the heavier is named first."""


class Placed(NamedTuple):
    """A mark on the picture: the place it stands for, its cell, and how many places lie there, itself among them."""

    ref: str
    column: int
    row: int
    together: int


class Span(NamedTuple):
    """Characters side by side in one layer."""

    text: str
    layer: Layer


class Ground(NamedTuple):
    """A drawn window without places: a character and a layer for each cell, and where countries can be named."""

    view: View
    cells: list[str]
    layers: bytes
    countries: list[CountryName]
    plain: bool


class MapPicture(NamedTuple):
    """Rows of spans, each row exactly as wide as the window, and where the places are."""

    rows: list[list[Span]]
    places: list[Placed]

    def text(self) -> list[str]:
        """Return the rows without their layers."""
        return ["".join(span.text for span in row) for row in self.rows]


def ground(view: View, region: Region, *, plain: bool = False) -> Ground:
    """Draw the outlines; `plain` is for terminals that show no braille, and keeps all that is drawn to ASCII."""
    coast, borders = Canvas(view.width, view.height), Canvas(view.width, view.height)
    _trace(coast, view, region.coast, 1)
    _trace(borders, view, region.borders, DASH)
    coast_masks, border_masks = coast.masks(), borders.masks()
    layers = bytes(map(max, coast_masks.translate(AS_COAST), border_masks.translate(AS_BORDER)))
    if plain:
        cells = [PLAIN_GROUND[LAYERS[layer]] for layer in layers]
    else:
        cells = [GLYPHS[shore | border] for shore, border in zip(coast_masks, border_masks, strict=True)]
    names = country_names(Sheet(view.width, view.height, cells, layers), view, region.countries, plain=plain)
    return Ground(view, cells, layers, names, plain)


def _trace(canvas: Canvas, view: View, lines: Iterable[Line], every: int) -> None:
    across, down = view.dots_a_degree()
    west, north = view.west, view.north
    for line in lines:
        canvas.path([((lon - west) * across, (north - lat) * down) for lon, lat in line], every)


def draw(ground: Ground, points: Iterable[MapPoint], *, selected: str = "") -> MapPicture:
    """Draw places and names on the ground; the place whose ref is `selected` is above all others and is named first."""
    view, plain = ground.view, ground.plain
    sheet = Sheet(view.width, view.height, ground.cells, ground.layers)
    stacks = _stacked(view, points, selected)
    for (column, row), (top, *_) in stacks.items():
        mark = PLAIN_MARKS.get(top.mark, PLAIN_MARKS[OTHER]) if plain else top.mark
        sheet.write(column, row, mark, Layer.SELECTED if top.ref == selected else Layer.PLACE)
    for (column, row), (top, *others) in islice(stacks.items(), most_names(sheet)):
        more = f" +{len(others)}" if others else ""
        name = one_line(top.label, min(LONGEST, view.width) - len(more), plain=plain) + more
        name_place(sheet, column, row, name, Layer.SELECTED if top.ref == selected else Layer.LABEL)
    for country in ground.countries:
        name_country(sheet, country)
    placed = [Placed(stack[0].ref, column, row, len(stack)) for (column, row), stack in stacks.items()]
    return MapPicture([_spans(cells, layers) for cells, layers in sheet.rows()], placed)


def map_line(spans: Iterable[Span]) -> Runs:
    """Return a row of a picture as a line of runs."""
    return tuple(Run(span.text, LOOK_OF[span.layer]) for span in spans)


def _spans(cells: list[str], layers: bytes) -> list[Span]:
    return [
        Span("".join(cells[found.start() : found.end()]), LAYERS[layers[found.start()]])
        for found in ONE_LAYER.finditer(layers)
    ]


def _stacked(view: View, points: Iterable[MapPoint], selected: str) -> dict[tuple[int, int], list[MapPoint]]:
    """Return the places in sight by column and row of their cell, the selected and then the heaviest first."""
    ranked = sorted(points, key=lambda point: (point.ref != selected, -point.weight, point.label))
    stacks: dict[tuple[int, int], list[MapPoint]] = {}
    for point in ranked:
        x, y = view.project(point.lon, point.lat)
        cell = int(x // DOTS_ACROSS), int(y // DOTS_DOWN)
        if 0 <= cell[0] < view.width and 0 <= cell[1] < view.height:
            stacks.setdefault(cell, []).append(point)
    return stacks
