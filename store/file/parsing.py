"""Turns the file's bytes into tables, or says at which byte or in which record they are not a store."""

from pathlib import Path
from typing import Any

import orjson

from store.collecting import collector_at_rest
from store.file.errors import FromLaterVersion, Unreadable, place
from store.file.layout import ABOUT, FORMAT, HEADER, TABLES, Document, Tables, header

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_RESTORE = "restore it from a copy"


def parse(path: Path, raw: bytes) -> Tables:
    """Return the header and all seven tables, every document by its own id.

    Files that plain TinyDB wrote are read too: keys may be numbers, the header may be missing (the title is the file's
    name then), the default table may be there if it is empty. Raises Unreadable and FromLaterVersion; `path` is for
    these alone.
    """
    # orjson parses half as fast while the collector looks through what has been made so far.
    with collector_at_rest():
        return _tables(path, _json(path, raw))


def _json(path: Path, raw: bytes) -> Any:  # noqa: ANN401 - it can be any JSON until the next step has looked
    text = raw.removeprefix(_BYTE_ORDER_MARK)
    if not text.strip():
        raise Unreadable(path, "the file is empty", f"{_RESTORE}, or delete it and make a new situation")
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _not_json(path, text, len(raw) - len(text), error) from None


def _not_json(path: Path, text: bytes, skipped: int, error: orjson.JSONDecodeError) -> Unreadable:
    try:
        text.decode()
    except UnicodeDecodeError as bad:
        line = text.count(b"\n", 0, bad.start) + 1
        spot = f"line {line}, byte {bad.start + skipped}"
        if bad.reason == "unexpected end of data":
            return Unreadable(path, f"the file is cut short: it ends within a letter at {spot}", _RESTORE)
        return Unreadable(path, f"not UTF-8 text at {spot}", f"save it as UTF-8, or {_RESTORE}")
    offset = len(error.doc[: error.pos].encode()) + skipped
    spot = f"line {error.lineno}, column {error.colno}, byte {offset}"
    if error.pos >= len(error.doc.rstrip()):
        return Unreadable(path, f"the file is cut short: it ends at {spot}", _RESTORE)
    return Unreadable(path, f"not JSON at {spot}: {error.msg}", f"mend that line, or {_RESTORE}")


def _tables(path: Path, found: Any) -> Tables:  # noqa: ANN401 - see above
    if not isinstance(found, dict):
        raise Unreadable(path, f"holds {_named(found)} where a store has an object of tables", "name a sitroom store")
    tables: Tables = {HEADER: {ABOUT: _about(path, found.pop(HEADER, {}))}}
    for name in TABLES:
        tables[name] = _by_own_id(path, name, found.pop(name, {}))
    for name, left in found.items():
        if left != {}:
            known = ", ".join((HEADER, *TABLES))
            raise Unreadable(place(path, name), "no table of a store has this name", f"the tables are {known}")
    return tables


def _about(path: Path, table: Any) -> Document:  # noqa: ANN401 - see above
    documents = _documents(path, HEADER, table)
    if len(documents) > 1:
        raise Unreadable(place(path, HEADER), "holds more than one document", f"keep “{ABOUT}” alone")
    default = header(path.stem)[ABOUT]
    about: Document = {**default, **next(iter(documents.values()), {})}
    if isinstance(about["format"], int) and about["format"] > FORMAT:
        told = f"a later version wrote it (format {about['format']}, this version reads up to {FORMAT})"
        raise FromLaterVersion(path, told, "update sitroom")
    for field in default:
        right = about[field] == FORMAT if field == "format" else isinstance(about[field], str)
        if not right:
            wanted = str(FORMAT) if field == "format" else "a text"
            problem = f"its {field} is {_named(about[field])} that means nothing here"
            raise Unreadable(place(path, HEADER, ABOUT), problem, f"put {wanted} there")
    return about


def _by_own_id(path: Path, table: str, documents: Any) -> dict[str, Document]:  # noqa: ANN401 - see above
    found: dict[str, Document] = {}
    for key, document in _documents(path, table, documents).items():
        own = document.get("id", key)
        if not isinstance(own, str):
            raise Unreadable(place(path, table, key), f"its id is {_named(own)}", "put the id in quotes")
        if own in found:
            raise Unreadable(place(path, table, own), "two documents have this id", "give one of them another")
        found[own] = document if "id" in document else {"id": own, **document}
    return found


def _documents(path: Path, table: str, documents: Any) -> dict[str, Document]:  # noqa: ANN401 - see above
    if not isinstance(documents, dict):
        problem = f"holds {_named(documents)} where a table has an object of documents"
        raise Unreadable(place(path, table), problem, _RESTORE)
    for key, document in documents.items():
        if not isinstance(document, dict):
            raise Unreadable(place(path, table, key), f"is {_named(document)} where a document is an object", _RESTORE)
    return documents


def _named(value: object) -> str:
    if value is None:
        return "null"
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return names.get(type(value), "a number")
