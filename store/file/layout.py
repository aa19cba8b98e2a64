"""What stands in the file: one table a kind, a header, the number of the format, and the order it is written in."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import orjson

Document: TypeAlias = dict[str, Any]
"""A record, or the header, as plain JSON values."""

Tables: TypeAlias = dict[str, dict[str, Document]]
"""Every table by name, every document by id."""

Rendered: TypeAlias = Mapping[str, Mapping[str, bytes | None]]
"""What differs, by table and in the order of ids: the new document as it stands in the file, or None for one that is no
more."""

Edits: TypeAlias = Mapping[str, Mapping[str, Document | None]]
"""What differs, by table and id: the new document, or None for one that is no more."""

TABLES = ("factions", "people", "locations", "events", "quotes", "claims", "sources")
HEADER = "situation"
ABOUT = "about"
FORMAT = 1

_DEEPER = b"\n    "
_BLOCK = 1 << 18
_BEFORE = len(b'{\n  "": {\n    "": ')
_AFTER = -len(b"\n  }\n}")
_AS_IT_IS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


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


def render(document: Document) -> bytes:
    """Return a document as it stands in the file. Raises TypeError for what JSON cannot hold; NaN comes out as null."""
    # As deep as in the file, so that its lines are indented as there, and what nests too deeply for it is refused.
    return orjson.dumps({"": {"": document}}, option=_AS_IT_IS | orjson.OPT_INDENT_2)[_BEFORE:_AFTER]


def lay_out(tables: Tables, edits: Rendered) -> Iterator[bytes]:
    """Yield the bytes that `encode` returns of the tables as edits leave them, some documents at a time."""
    block: list[bytes] = []
    size = 0
    for piece in _laid_out(tables, edits):
        block.append(piece)
        size += len(piece)
        if size > _BLOCK:
            yield b"".join(block)
            block.clear()
            size = 0
    yield b"".join(block)


def _laid_out(tables: Tables, edits: Rendered) -> Iterator[bytes]:
    between = b"{"
    for name in (HEADER, *TABLES):
        yield between + b'\n  "%b": {' % name.encode()
        between = b","
        yield from _members(tables.get(name, {}), edits.get(name, {}))
    yield b"\n}\n"


def _members(documents: Mapping[str, Document], edits: Mapping[str, bytes | None]) -> Iterator[bytes]:
    between, end = b"", b"}"
    for name, rendered in _in_order(documents, edits):
        if rendered is not None:
            yield b"%b%b%b: %b" % (between, _DEEPER, orjson.dumps(name), rendered)
            between, end = b",", b"\n  }"
    yield end


def _in_order(
    documents: Mapping[str, Document], edits: Mapping[str, bytes | None]
) -> Iterator[tuple[str, bytes | None]]:
    """Yield what is edited and, between that, what is not."""
    if not documents:
        yield from edits.items()
        return
    names = iter(sorted(documents))
    before = next(names, None)
    for name, rendered in edits.items():
        while before is not None and before < name:
            yield before, render(documents[before])
            before = next(names, None)
        if before == name:
            before = next(names, None)
        yield name, rendered
    while before is not None:
        yield before, render(documents[before])
        before = next(names, None)


def encode(tables: Tables) -> bytes:
    """Return the file's bytes: header and tables in the order of this page, documents by id, a field a line.

    So two files of one content differ in no line, and a change of one record is a change of its lines only. Raises
    TypeError for what JSON, or its nesting of 254 levels, cannot hold.
    """
    ordered = {name: dict(sorted(tables.get(name, {}).items())) for name in (HEADER, *TABLES)}
    return orjson.dumps(ordered, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
