"""A feature for every record that is at a place: a stream, whatever its size."""

from collections.abc import Iterator
from typing import Any

from store.documents import Document
from store.formats.dated import TIMES, dated, iso_day
from store.formats.handed import Handed, Losses, Writer
from store.formats.headline import headline
from store.formats.json_list import json_list
from store.formats.placed import Degrees, on_map
from store.formats.taken import each
from store.refs import Kind, make


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    head = {"type": "FeatureCollection", "name": handed.about.get("title", "")}
    return json_list(head, "features", _features(handed, losses))


def _features(handed: Handed, losses: Losses) -> Iterator[dict[str, Any]]:
    for taken in each(handed, losses):
        if place := on_map(handed, taken):
            yield _feature(handed, taken.kind, taken.document, place)


def _feature(handed: Handed, kind: Kind, document: Document, place: Degrees) -> dict[str, Any]:
    """Return a feature. Its properties are the record's fields as they are, after what any map can show."""
    lat, lon = place
    ref = make(kind, document["id"])
    fields = {name: value for name, value in document.items() if name not in ("id", "point")}
    shown = {"ref": ref, "kind": kind, "title": headline(handed, kind, document)} | _time(
        document.get(TIMES.get(kind, ""), {})
    )
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": ref, "geometry": geometry, "properties": shown | fields}


def _time(told: Document) -> dict[str, str]:
    """Return the phrase and the first and the last day of a time, as far as there are such days."""
    time = dated(told)
    if not time:
        return {}
    found = {"time": time.phrase, "begin": iso_day(time.first), "end": iso_day(time.last)}
    return {name: text for name, text in found.items() if text}


WRITER = Writer(_write)
