"""What a person may write in a cell instead of JSON, and instead of an id: names and refs with semicolons between."""

import json
import re
from collections.abc import Callable, Mapping

from store import when
from store.formats.identity import readable
from store.formats.own.cells import as_meant
from store.formats.own.columns import COLUMNS
from store.refs import Kind
from store.text import brief

_TIMES = ("active", "when", "said", "published", "retrieved")
"""Columns in which a time may stand in short: `when` instead of `when.edtf` and its other parts."""
_ALSO = {
    "name": "names",
    "lat": "point.lat",
    "latitude": "point.lat",
    "lon": "point.lon",
    "lng": "point.lon",
    "longitude": "point.lon",
}
"""Columns by the names that people have for them; what stands in the column itself comes first."""
_SEPARATOR = ";"
_LIKE_JSON = re.compile(r"\[\s*(?:[\[{\"]|\])|\{\s*[\"}]")
_OF_TEXT = frozenset({"names", "tags"})
"""Columns that can hold a text in brackets, such as the name `[unnamed]`; the others hold refs, which never are."""


def written_out(kind: Kind, cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells with what is written in short written out, as `store.formats.own.cells` reads them.

    Raises ValueError for a `when` that is neither EDTF nor words that are understood.
    """
    found = dict(cells)
    for short, column in _ALSO.items():
        if found.get(short) and not found.get(column):
            found[column] = found[short]
    for column, write in _IN_SHORT.items():
        cell = found.get(column, "").strip()
        if cell and not _is_json(column, cell):
            found[column] = json.dumps(write(as_meant(cell)), ensure_ascii=False)
    for column in in_short(kind).intersection(_TIMES):
        if cell := found.pop(column, "").strip():
            found |= _time(column, cell, found.get(f"{column}.anchor", ""))
    if not found.get("id"):
        found["id"] = _own_id(kind, found)
    return found


def in_short(kind: Kind) -> frozenset[str]:
    """Return the columns that are written in short for others of this kind: a time by its name, a point by `lat`."""
    own = {column.name for column in COLUMNS[kind]}
    times = (name for name in _TIMES if f"{name}.edtf" in own)
    return frozenset(times) | {short for short, column in _ALSO.items() if column in own}


def _is_json(column: str, cell: str) -> bool:
    """Tell whether a cell is JSON, or was and is broken: what merely stands in brackets is a text."""
    if cell[0] not in "[{" or column not in _OF_TEXT:
        return cell[0] in "[{"
    return _LIKE_JSON.match(cell) is not None


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(_SEPARATOR) if part.strip()]


def _names(cell: str) -> list[dict[str, str]]:
    return [{"text": text} | ({"kind": "alias"} if at else {}) for at, text in enumerate(_parts(cell))]


def _participants(cell: str) -> list[dict[str, str]]:
    """Read `faction:reds = attacker; faction:blues`."""
    sides = (part.partition("=") for part in _parts(cell))
    return [{"actor": actor.strip()} | ({"role": role.strip()} if role.strip() else {}) for actor, _, role in sides]


def _citations(cell: str) -> list[dict[str, object]]:
    """Read `source:report, paragraph 4; source:radio`."""
    found: list[dict[str, object]] = []
    for part in _parts(cell):
        source, _, place = part.partition(",")
        kind, _, value = place.strip().partition(" ")
        located: dict[str, object] = {"locator": {"kind": kind, "value": value}} if value else {}
        found.append({"source": source.strip()} | located)
    return found


_IN_SHORT: dict[str, Callable[[str], object]] = {
    "names": _names,
    "participants": _participants,
    "citations": _citations,
    "about": _parts,
    "conflicts_with": _parts,
    "tags": _parts,
}


def _time(column: str, cell: str, anchor: str) -> dict[str, str]:
    """Return a time as EDTF, with the words that said it; words such as “last month” need the day they were said on."""
    span = when.parse(anchor) if anchor else None
    edtf = when.resolve(cell, span.latest if span and span.latest else 1)
    if edtf is None or (edtf != cell and span is None and _hangs(cell)):
        raise ValueError(
            f"{column}: ‘{brief(cell)}’ is no date; write 2016-08-05, or words with the day in {column}.anchor"
        )
    return {f"{column}.edtf": edtf} | ({f"{column}.said": cell} if edtf != cell else {})


def _hangs(words: str) -> bool:
    """Tell whether words mean another time on another day."""
    return when.resolve(words, 1) != when.resolve(words, when.ordinal(2016, 8, 12))


def _own_id(kind: Kind, cells: Mapping[str, str]) -> str:
    """Return an id made of what the record is called."""
    try:
        called = json.loads(cells["names"])[0]["text"] if cells.get("names") else cells.get("title", "")
    except (ValueError, TypeError, LookupError, RecursionError):
        called = ""
    if not called or not isinstance(called, str):
        raise ValueError(f"id: is empty, and a {kind} has no name to make one of")
    return readable(called)
