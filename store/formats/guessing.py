"""Which format a file may be in, by how it begins: so that nobody has to look for it in a list."""

import re

_JSON = ("{", "[")
_OBJECTS = (
    ("json", re.compile(r'\A\{\s*"situation"')),
    ("geojson", re.compile(r'"type"\s*:\s*"Feature(?:Collection)?"')),
    ("stix", re.compile(r'"(?:id|source_ref)"\s*:\s*"[a-z0-9-]+--[0-9a-f]{8}-')),
    ("ftm", re.compile(r'"schema"\s*:\s*"[A-Z]')),
    ("timelinejs", re.compile(r'"(?:start_date|startDate)"\s*:')),
    ("acled", re.compile(r'"event_id_cnty"\s*:')),
    ("ucdp", re.compile(r'"type_of_violence"\s*:')),
    ("jsonl", re.compile(r'\A\{\s*"kind"\s*:')),
)
"""What an object of each format has near its beginning, the more telling first."""
_TABLES = (
    ("ucdp", frozenset({"type_of_violence", "date_prec"})),
    ("acled", frozenset({"event_date", "sub_event_type"})),
    ("ucdp-conflicts", frozenset({"conflict_id", "side_a_id"})),
    ("ucdp-actors", frozenset({"actorid", "namedata"})),
    ("timelinejs", frozenset({"headline"})),
    ("csv", frozenset({"kind", "id"})),
)
"""Columns that only tables of each format have together."""
_COLUMNS_OF_GEONAMES = 19


def looks_like(beginning: str) -> str:
    """Return the name of the format that a file is likely in; empty where nothing tells."""
    text = beginning.lstrip("\ufeff \t\r\n")
    return _of_objects(text) if text.startswith(_JSON) else _of_table(text.partition("\n")[0])


def _of_objects(text: str) -> str:
    return next((name for name, sign in _OBJECTS if sign.search(text)), "")


def _of_table(header: str) -> str:
    if header.count("\t") == _COLUMNS_OF_GEONAMES - 1:
        return "geonames"
    columns = {cell.strip().strip('"').casefold() for cell in re.split(r"[,;\t]", header)}
    return next((name for name, telling in _TABLES if telling <= columns), "")
