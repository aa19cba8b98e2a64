"""A dump read line by line: tabs between the cells, no header, no quotes; or a table or JSON of the same fields."""

from collections.abc import Iterator, Mapping

from store.formats.found import Column, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.geonames.place import COLUMNS, place
from store.formats.given import Given
from store.formats.kept import row_of
from store.formats.members import members
from store.formats.tables.cells import BadCell, shortened
from store.formats.tables.given import head, read_given
from store.formats.tables.header import KEPT, listed, require_each_once
from store.formats.tables.reading import Layout, Table
from store.text import clean

_ORDER = (
    "geonameid",
    "name",
    "asciiname",
    "alternatenames",
    "latitude",
    "longitude",
    "feature class",
    "feature code",
    "country code",
    "cc2",
    "admin1 code",
    "admin2 code",
    "admin3 code",
    "admin4 code",
    "population",
    "elevation",
    "dem",
    "timezone",
    "modification date",
)
"""The columns of a dump, as its readme lists them."""
_MEND = "bring a dump from download.geonames.org, such as LY.zip"
_NEEDED = ("geonameid", "name", "latitude", "longitude")


def read(given: Given) -> Iterator[Item]:
    """Return the columns, then every place, found or skipped. Raises NotThisFormat before any."""
    begins = head(given)
    if begins.lstrip()[:1] in ("{", "["):
        yield from _of_json(given, begins.lstrip()[:1] == "{")
    elif not begins or "geonameid" in begins.split("\n", 1)[0].lower():
        yield from read_given(_TABLE, given)
    else:
        yield from _of_dump(given, begins)


def _of_dump(given: Given, begins: str) -> Iterator[Item]:
    if begins.split("\n", 1)[0].count("\t") != len(_ORDER) - 1:
        raise NotThisFormat(
            f"not a dump of GeoNames: its first line has not {len(_ORDER)} cells with tabs between", _MEND
        )
    yield _heading(_ORDER)
    for number, line in enumerate(given.lines(), start=1):
        cells = clean(line).rstrip("\n").split("\t")
        if len(cells) == len(_ORDER):
            yield _item(number, dict(zip(_ORDER, cells, strict=True)))
        elif line.strip():
            yield Skipped(number, f"{len(cells)} cells, where a place has {len(_ORDER)}")


def _of_json(given: Given, by_id: bool) -> Iterator[Item]:
    """Read objects in a list, a line, or by their ids, as programs keep them."""
    found = False
    for member in members(given.pieces(), ("geonames",) if by_id else ()):
        if not isinstance(member.value, Mapping):
            yield Skipped(member.line, "no place: it is not an object")
            continue
        row = row_of(member.value)
        if not found:
            if not {"geonameid", "name"} <= row.keys():
                raise NotThisFormat("not places of GeoNames: an object has no ‘geonameid’ and ‘name’", _MEND)
            found = True
            yield _heading(tuple(row))
        yield _item(member.line, row)
    if not found:
        raise NotThisFormat("not places of GeoNames: it holds none", _MEND)


def _layout(header: list[str]) -> Layout:
    """Return the layout of a table whose columns are named as in a dump, with blanks or underlines between words."""
    names = [shortened(cell).lower().replace("_", " ") or f"column {at}" for at, cell in enumerate(header, start=1)]
    if missing := [name for name in _NEEDED if name not in names]:
        raise NotThisFormat(f"not places of GeoNames: {listed(missing)}", _MEND)
    require_each_once(names)
    return Layout(_heading(tuple(names)).columns)


_TABLE = Table("GeoNames", _MEND, _layout, place)


def _heading(names: tuple[str, ...]) -> Heading:
    return Heading(tuple(Column(name, COLUMNS.get(name, KEPT)) for name in names))


def _item(line: int, row: dict[str, str]) -> Found | Skipped:
    try:
        return Found(line, *place(row))
    except BadCell as bad:
        return Skipped(line, str(bad))
