"""A STIX bundle written object by object: a stream, whatever its size."""

from collections.abc import Callable, Iterator

from store.formats.handed import Handed, Losses, Writer
from store.formats.json_list import json_list
from store.formats.stix.actors import faction, person
from store.formats.stix.bundle import KEPT, Makes, Object, frame, tlp
from store.formats.stix.citing import Citing
from store.formats.stix.events import event
from store.formats.stix.identity import stix_id
from store.formats.stix.places import location
from store.formats.stix.sources import source
from store.formats.stix.statements import claim, quote
from store.formats.taken import each
from store.refs import Kind

_OBJECTS: dict[Kind, Callable[[Makes], Iterator[Object]]] = {
    "faction": faction,
    "person": person,
    "location": location,
    "event": event,
    "quote": quote,
    "claim": claim,
    "source": source,
}


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    title = handed.about.get("title", "")
    head = {"type": "bundle", "id": stix_id("bundle", f"bundle {title}")}
    return json_list(head, "objects", _objects(handed, losses))


def _objects(handed: Handed, losses: Losses) -> Iterator[Object]:
    """Yield each object once: what several records have in common, such as a publisher, is the same for all."""
    yield from frame(handed)
    markings: set[str] = set()
    shared: set[str] = set()
    citing = Citing(handed)
    for taken in each(handed, losses):
        makes = Makes(taken, handed, citing)
        for object_ in _OBJECTS[taken.kind](makes):
            if "extensions" in object_:
                citing.add(taken.document, object_["id"])
            elif object_["type"] == "identity":
                if object_["id"] in shared:
                    continue
                shared.add(object_["id"])
            yield object_
        taken.lose_rest(KEPT)
        markings.update(filter(None, (makes.marking,)))
    yield from map(tlp, sorted(markings))


WRITER = Writer(_write)
