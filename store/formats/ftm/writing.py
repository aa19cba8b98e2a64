"""Entities written one a line: a stream, whatever its size."""

from collections.abc import Callable, Iterator
from typing import Any

import orjson

from store.formats.ftm.statements import claim, quote
from store.formats.ftm.things import event, faction, location, person, source
from store.formats.handed import Handed, Losses, Writer
from store.formats.taken import Taken, each
from store.refs import Kind

_ENTITIES: dict[Kind, Callable[[Taken, Handed], dict[str, Any]]] = {
    "faction": faction,
    "person": person,
    "location": location,
    "event": event,
    "quote": quote,
    "claim": claim,
    "source": source,
}


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    for taken in each(handed, losses):
        yield orjson.dumps(_ENTITIES[taken.kind](taken, handed), option=orjson.OPT_APPEND_NEWLINE)


WRITER = Writer(_write)
