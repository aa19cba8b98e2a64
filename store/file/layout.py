"""What stands in the file: one table a kind, a header, the number of the format, and the order it is written in."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

import orjson

Document: TypeAlias = dict[str, Any]
"""A record, or the header, as plain JSON values."""

T = TypeVar("T")

Tables: TypeAlias = dict[str, Mapping[str, Document]]
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


_NOTHING: tuple[Any, Any] = (None, None)


class LaidOut(Mapping[str, Document]):
    """A table whose documents stand in a file as we write them."""

    @abstractmethod
    def rendered(self) -> Iterator[tuple[str, bytes]]:
        """Yield the documents as they stand there, in the order of their ids."""

    @abstractmethod
    def edited(self, edits: Mapping[str, Document | None]) -> "LaidOut":
        """Return the table as edits leave it; this one stays as it is."""


def header(title: str, created: str = "") -> dict[str, Document]:
    """Return the header table of a situation; `created` is a moment in ISO 8601, or empty where nobody knows."""
    return {ABOUT: {"title": title, "format": FORMAT, "created": created, "note": ""}}


def edited(tables: Tables, edits: Edits) -> Tables:
    """Return the tables as the edits leave them; those given stay as they are."""
    after = dict(tables)
    for name, documents in edits.items():
        before = after[name]
        after[name] = before.edited(documents) if isinstance(before, LaidOut) else _edited(before, documents)
    return after


def _edited(before: Mapping[str, Document], edits: Mapping[str, Document | None]) -> Mapping[str, Document]:
    return {name: document for name, document in {**before, **edits}.items() if document is not None}


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
    members = overlaid(_rendered(documents), edits.items()) if documents else edits.items()
    for name, rendered in members:
        if rendered is not None:
            yield b"%b%b%b: %b" % (between, _DEEPER, orjson.dumps(name), rendered)
            between, end = b",", b"\n  }"
    yield end


def overlaid(before: Iterable[tuple[str, T]], edits: Iterable[tuple[str, T | None]]) -> Iterator[tuple[str, T | None]]:
    """Yield the edits and, between them, what is not edited; both come in the order of names."""
    left = iter(before)
    name, value = next(left, _NOTHING)
    for edited_name, edit in edits:
        while name is not None and name < edited_name:
            yield name, value
            name, value = next(left, _NOTHING)
        if name == edited_name:
            name, value = next(left, _NOTHING)
        yield edited_name, edit
    while name is not None:
        yield name, value
        name, value = next(left, _NOTHING)


def _rendered(documents: Mapping[str, Document]) -> Iterator[tuple[str, bytes]]:
    if isinstance(documents, LaidOut):
        return documents.rendered()
    return ((name, render(documents[name])) for name in sorted(documents))


def encode(tables: Mapping[str, Mapping[str, Document]]) -> bytes:
    """Return the file's bytes: header and tables in the order of this page, documents by id, a field a line.

    So two files of one content differ in no line, and a change of one record is a change of its lines only. Raises
    TypeError for what JSON, or its nesting of 254 levels, cannot hold.
    """
    ordered = {name: dict(sorted(tables.get(name, {}).items())) for name in (HEADER, *TABLES)}
    return orjson.dumps(ordered, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
