"""sitroom's own JSON: a situation, whole or in part, as a store that opens again.

The form is that of the store's file: the header, then a table a kind, documents by id, a field a line.
"""

from collections.abc import Iterable, Iterator, Mapping

import orjson

from store.documents import Document
from store.formats.handed import Handed, Losses, Writer
from store.refs import TABLES

_DEEPER = b"\n    "


def pieces(about: Document, tables: Mapping[str, Iterable[Document]]) -> Iterator[bytes]:
    """Return the bytes of a store's file piece by piece, a document each, so that no second copy of it is held.

    `about` is the one document of the header: title, format and so on. A table that is not there is written empty; the
    documents of one come in the order of their ids.
    """
    yield b"{\n" + _table("situation")
    yield from _members([("about", about)])
    for name in TABLES.values():
        yield b",\n" + _table(name)
        yield from _members((document["id"], document) for document in tables.get(name, ()))
    yield b"\n}\n"


def _written(handed: Handed, _: Losses) -> Iterator[bytes]:
    return pieces(handed.about, handed.tables)


JSON = Writer(_written, as_stored=True)
"""It loses nothing."""


def _table(name: str) -> bytes:
    return b'  "%b": {' % name.encode()


def _members(documents: Iterable[tuple[str, Document]]) -> Iterator[bytes]:
    between, end = b"", b"}"
    for name, document in documents:
        # A line break in a text is written \n, so what is found here is only between fields.
        encoded = orjson.dumps(document, option=orjson.OPT_INDENT_2).replace(b"\n", _DEEPER)
        yield between + _DEEPER + orjson.dumps(name) + b": " + encoded
        between, end = b",", b"\n  }"
    yield end
