"""Features brought in: places, and what happened at them where a date says so. Our own come back as they were."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from store.formats.found import Column, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.geojson.geometry import middle
from store.formats.given import Given
from store.formats.identity import mark, readable
from store.formats.kept import NotTaken, cell, date_in, line, names, own_record, row_of, text, with_all
from store.formats.members import members
from store.formats.own.reading import overrules
from store.formats.tables.given import head
from store.formats.tables.reading import Reading
from store.text import one_line

SPACE: Final = "geojson"
"""Where `external` keeps the feature, and the name of the format."""

_MEND = "bring a FeatureCollection, or a Feature a line"
_COLLECTION = re.compile(r'"features"\s*:')
_CALLED = ("name", "title", "label", "name_en", "shapename", "admin", "adm2_en", "adm1_en", "adm0_en")
_PLACES = ("place", "location", "city", "town")
_DATES = ("date", "when", "event_date", "datetime", "start_date", "start", "begin")
_TOLD = ("description", "summary", "notes", "text")
_DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ].*)?")
_OF_OURS = frozenset({"ref", "kind", "time", "begin", "end"})
_NOT_A_POINT = "it is no point: the middle of its bounds was taken"
_COLUMNS = {
    "geometry": "location point",
    ", ".join(_CALLED): "location names; event title, where there is a date",
    ", ".join(_PLACES): "location names, where there is a date",
    ", ".join(_DATES): "event when",
    ", ".join(_TOLD): "summary",
    "all others": "kept in external",
}


def _read(given: Given) -> Iterator[Item]:
    lists = ("features",) if _COLLECTION.search(head(given)) else ()
    found = False
    for member in members(given.pieces(), lists):
        if member.key not in ("", *lists):
            continue  # what the collection says of itself: its name, its bounds
        if not isinstance(member.value, dict) or member.value.get("type") != "Feature":
            yield Skipped(member.line, "no feature: its type is another")
            continue
        if not found:
            found = True
            yield Heading(tuple(Column(name, becomes) for name, becomes in _COLUMNS.items()))
        yield _item(member.line, member.value)
    if not found:
        raise NotThisFormat("not GeoJSON: it has no features", _MEND)


def _item(at: int, feature: Mapping[str, Any]) -> Found | Skipped:
    given = feature.get("properties")
    properties: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    try:
        if own := _own(feature, properties):
            return Found(at, own, ours=True)
        return Found(at, *_taken(feature, properties))
    except NotTaken as error:
        return Skipped(at, one_line(str(error)))


def _own(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> Entry | None:
    """Return a record of ours: its fields are the properties, but for those that any map can show."""
    ref = properties.get("ref")
    kind, _, own_id = ref.partition(":") if isinstance(ref, str) else ("", "", "")
    if not kind or properties.get("kind") != kind:
        return None
    shown = _OF_OURS if kind in ("event", "source") else _OF_OURS | {"title"}
    record = {"id": own_id} | {name: value for name, value in properties.items() if name not in shown}
    point, _ = middle(feature.get("geometry"))
    if kind == "location" and point:
        record["point"] = point
    return own_record(ref, record)


def _taken(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> Reading:
    """Return the place of a feature, or the event at it. Raises NotTaken."""
    by_name = {name.casefold(): value for name, value in properties.items()}
    called = _first(by_name, _CALLED)
    if not called:
        raise NotTaken("it has no name")
    point, exact = middle(feature.get("geometry"))
    cautions = () if exact else (_NOT_A_POINT,)
    summary = "\n\n".join(filter(None, (text(by_name.get(name)) for name in _TOLD)))
    kept = {"external": {SPACE: _kept(feature, properties)}}
    time = next(filter(None, (_date(by_name.get(name)) for name in _DATES)), "")
    if not time:
        document = _place(feature, called, point, exact)
        return Reading(Entry("location", with_all(document, summary=summary) | kept), (), cautions)
    place = Entry("location", _place({}, _first(by_name, _PLACES) or called, point, exact))
    own_id = f"geojson-{readable(called)}-{mark(called, time, cell(feature.get('id', '')), str(point))}"
    event = with_all({"id": own_id, "title": called, "when": {"edtf": time}, "location": place.ref}, summary=summary)
    return Reading(Entry("event", event | kept), (place,), cautions)


def _place(feature: Mapping[str, Any], called: str, point: Mapping[str, float] | None, exact: bool) -> dict[str, Any]:
    own = cell(feature.get("id", "")) if feature.get("id") is not None else ""
    told_apart = mark(own) if own else mark(called, str(point))
    document = {"id": f"geojson-{readable(own or called)}-{told_apart}", "names": names(called)}
    return with_all(document, location_kind=None if exact else "area", point=point)


def _first(by_name: Mapping[str, Any], wanted: tuple[str, ...]) -> str:
    return next(filter(None, (line(by_name.get(name)) for name in wanted)), "")


def _date(value: object) -> str:
    return date_in(value.strip() if isinstance(value, str) else value, _DATE)


def _kept(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, str]:
    others = {name: value for name, value in feature.items() if name not in ("type", "properties")}
    return row_of(others | {f"properties.{name}": value for name, value in properties.items()})


GEOJSON = Format(SPACE, _read, SPACE, overrules=overrules)
