"""What is kept of an object of others, and our own record where one travels in it."""

import json
from collections.abc import Mapping
from typing import Any

from store import records
from store.errors import InvalidRecord
from store.formats.found import Entry
from store.formats.not_taken import NotTaken
from store.formats.plain_values import line
from store.refs import NotRef, split
from store.text import one_line

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
