"""JSON Lines: a record a line, as the store holds it, with its kind. It loses nothing."""

from collections.abc import Iterator

import orjson

from store.formats.handed import Handed, Losses, Writer
from store.formats.own.columns import KIND
from store.refs import KINDS


def _write(handed: Handed, _: Losses) -> Iterator[bytes]:
    for kind in KINDS:
        for document in handed.of(kind):
            yield orjson.dumps({KIND: kind} | document, option=orjson.OPT_APPEND_NEWLINE)


WRITER = Writer(_write, as_stored=True)
