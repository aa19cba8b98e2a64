"""Values in the objects of others, as plain as fields of ours have them: whatever it is that stands there."""

import re
from typing import Any

from store import when
from store.formats.identity import mark, readable
from store.formats.tables.cells import LONGEST_NAME, cut
from store.text import clean, one_line


def listed(value: object) -> list[Any]:
    """Return a list; an empty one for what is none."""
    return value if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    """Return the texts of a list."""
    return [one for one in listed(value) if isinstance(one, str)]


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
