"""What is kept of an object of others, and our own record where one travels in it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from store import records, when
from store.errors import InvalidRecord
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.tables.cells import LONGEST_NAME, cut
from store.refs import NotRef, split
from store.text import clean, one_line

NO_LIKE, NAMELESS = "nothing in a situation is like it", "it has no name"
"""Why most objects of others that are not taken are not."""


class NotTaken(ValueError):
    """An object that nothing in a situation is like, or that lacks what its record cannot do without."""


_NOT_OURS = "the record of sitroom's own in it is not valid"


def row_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields as a row of texts, for `external`: a text as it is, all else as JSON."""
    return {_writable(name): cell(value) for name, value in fields.items()}


def cell(value: object) -> str:
    """Return a value as a cell keeps it."""
    return _writable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _writable(told: str) -> str:
    """Return a text without the halves of characters that JSON can write and no file can hold."""
    return told.encode("utf-8", "ignore").decode()


def own_record(ref: object, record: Mapping[str, Any]) -> Entry:
    """Return a record of ours that travelled in an object of others, with its revision. Raises NotTaken."""
    try:
        kind, own_id = split(ref) if isinstance(ref, str) else split("")
        if record.get("id") != own_id:
            raise NotTaken(f"{_NOT_OURS}: it is not {line(ref)}")
        written = records.write(records.read(kind, dict(record)))
        return Entry(kind, {"revision": 1} | written)
    except (NotRef, InvalidRecord) as error:
        raise NotTaken(f"{_NOT_OURS}: {one_line(str(error))}") from None


def text(value: object) -> str:
    """Return a text of several lines, cleaned; nothing for what is none."""
    return clean(value).strip() if isinstance(value, str) else ""


def line(value: object) -> str:
    """Return a text on one line, as long as a name may be; nothing for what is none."""
    return cut(one_line(value), LONGEST_NAME) if isinstance(value, str) else ""


def names(own: str, others: object = ()) -> list[dict[str, str]]:
    """Return names: the first, and each other as an alias once."""
    more = [line(other) for other in others] if isinstance(others, list | tuple) else []
    every = list(dict.fromkeys(filter(None, (own, *more))))
    return [{"text": name} | ({"kind": "alias"} if at else {}) for at, name in enumerate(every)]


def degrees(lat: object, lon: object) -> dict[str, float] | None:
    """Return a point of two numbers of degrees, or texts of such; None where they are no place on the globe."""
    try:
        point = {"lat": float(lat), "lon": float(lon)}  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return point if abs(point["lat"]) <= 90 and abs(point["lon"]) <= 180 else None


def date_in(value: object, pattern: re.Pattern[str]) -> str:
    """Return the date that is the first group of a pattern which all of a text matches; nothing for no such date."""
    found = pattern.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found and is_edtf(found[1]) else ""


def is_edtf(told: str) -> bool:
    """Tell whether a text is a time as the store writes it."""
    try:
        when.parse(told)
    except when.NotEdtf:
        return False
    return True


def with_all(document: dict[str, Any], **fields: object) -> dict[str, Any]:
    """Return a document with the fields that say something."""
    return document | {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}


def made_id(prefix: str, own: str) -> str:
    """Return an id of ours for one of others: `stix-threat-actor-6d…`."""
    found = readable(own)
    return f"{prefix}-{found}" if found == own.lower().replace("--", "-") else f"{prefix}-{found}-{mark(own)}"
