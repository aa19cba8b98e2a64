"""What a row of GeoNames becomes: a place with its names."""

import json
from typing import Any, Final

from store.documents import Document, LocationKind
from store.formats.found import Entry
from store.formats.plain_values import line, names, with_all
from store.formats.tables.cells import degrees, name, whole
from store.formats.tables.reading import Reading

SPACE: Final = "geonames"
"""Where `external` keeps the row, and the name of the format."""

COLUMNS = {
    "geonameid": "location id, citation locator",
    "name": "location names",
    "asciiname": "location names",
    "alternatenames": "location names",
    "latitude": "location point",
    "longitude": "location point",
    "feature class": "location location_kind",
    "feature code": "location location_kind",
}
"""What becomes of each column; all are kept in `external`."""

_DATASET = Entry(
    "source",
    {
        "id": "geonames",
        "title": "GeoNames",
        "source_kind": "dataset",
        "publisher": "GeoNames",
        "url": "https://www.geonames.org/",
        "terms": "CC BY 4.0. Give credit to GeoNames",
    },
)
_KINDS: dict[str, LocationKind] = {"PCL": "country", "ADM1": "region", "ADM": "district", "PPL": "city"}
_SEAS = frozenset({"H"})


def place(row: dict[str, str]) -> Reading:
    """Return the place of a row, which becomes its `external`. Raises BadCell."""
    number = whole(row, "geonameid")
    document = {
        "id": f"geonames-{number}",
        "citations": [{"source": _DATASET.ref, "locator": {"kind": "row", "value": f"geonameid {number}"}}],
        "external": {SPACE: row},
        "names": names(name(row, "name"), [row.get("asciiname", ""), *_others(row.get("alternatenames", ""))]),
        "point": {"lat": degrees(row, "latitude", 90), "lon": degrees(row, "longitude", 180)},
    }
    return Reading(Entry("location", with_all(document, location_kind=_kind(row))), (_DATASET,))


def again(row: dict[str, str]) -> Document:
    """Return what a row that was kept became. Raises BadCell."""
    return place(row).entry.document


def _others(cell: str) -> list[Any]:
    """Return the other names: with commas between in a dump, a list in JSON."""
    if cell.startswith("["):
        try:
            told = json.loads(cell)
        except (ValueError, RecursionError):
            told = cell
        if isinstance(told, list):
            return told
    return [line(part) for part in cell.split(",")]


def _kind(row: dict[str, str]) -> LocationKind | None:
    code = row.get("feature code", "")
    if row.get("feature class") in _SEAS:
        return "sea" if code.startswith(("SEA", "OCN", "GULF", "BAY", "STRT")) else None
    if not code:
        return "city" if row.get("population", "") else None  # files of cities leave the code out
    return next((kind for begins, kind in _KINDS.items() if code.startswith(begins)), None)
