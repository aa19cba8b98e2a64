"""What stands in the file: one table a kind, a header, the number of the format, and the order it is written in."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import orjson

Document: TypeAlias = dict[str, Any]
"""A record, or the header, as plain JSON values."""

Tables: TypeAlias = dict[str, dict[str, Document]]
"""Every table by name, every document by id."""

Edits: TypeAlias = Mapping[str, Mapping[str, Document | None]]
"""What differs, by table and id: the new document, or None for one that is no more."""

TABLES = ("factions", "people", "locations", "events", "quotes", "claims", "sources")
HEADER = "situation"
ABOUT = "about"
FORMAT = 1


def header(title: str, created: str = "") -> dict[str, Document]:
    """Return the header table of a situation; `created` is a moment in ISO 8601, or empty where nobody knows."""
    return {ABOUT: {"title": title, "format": FORMAT, "created": created, "note": ""}}


def edited(tables: Tables, edits: Edits) -> Tables:
    """Return the tables as the edits leave them; those given stay as they are."""
    after = dict(tables)
    for name, documents in edits.items():
        after[name] = {**after[name], **documents}  # type: ignore[dict-item]  # the next line takes None out
        for key in [key for key, document in documents.items() if document is None]:
            del after[name][key]
    return after


def encode(tables: Tables) -> bytes:
    """Return the file's bytes: header and tables in the order of this page, documents by id, a field a line.

    So two files of one content differ in no line, and a change of one record is a change of its lines only. Raises
    TypeError for what JSON, or its nesting of 254 levels, cannot hold.
    """
    ordered = {name: dict(sorted(tables.get(name, {}).items())) for name in (HEADER, *TABLES)}
    return orjson.dumps(ordered, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
