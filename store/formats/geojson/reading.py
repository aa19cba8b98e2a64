"""Features brought in: places, and what happened at them where a date says so. Our own come back as they were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from store.formats.found import Column, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.geojson.called import CALLED, HAPPENED, PLACES, called, first, happened
from store.formats.geojson.dating import DATES, ENDS, time_of
from store.formats.geojson.geometry import middle
from store.formats.given import Given
from store.formats.identity import mark, readable
from store.formats.kept import cell, own_record, row_of
from store.formats.members import members
from store.formats.not_taken import NotTaken
from store.formats.own.reading import overrules
from store.formats.plain_values import line, text, with_all
from store.formats.tables.given import head
from store.formats.tables.reading import Reading
from store.refs import KINDS
from store.text import brief, one_line

SPACE: Final = "geojson"
"""Where `external` keeps the feature, and the name of the format."""

_MEND = "bring a FeatureCollection, or a Feature a line"
_COLLECTION = re.compile(r'"features"\s*:')
_TOLD = ("description", "summary", "notes", "text")
_NUMBERS = ("event_id_cnty", "event_id")
"""What tells one event without a name from another on the same day at the same place."""
_OF_OURS = frozenset({"ref", "kind", "time", "begin", "end"})
_NOT_A_POINT = "it is no point: the middle of its bounds was taken"
_DATE_OF_MAP = "its date is that of the map or the building, not of an event: it was taken for a place"
_OF_ACLED = "has columns of ACLED: `import acled` takes more of them from a table, and exports then warn of its terms"
_IN_DEGREES = ("CRS84", "4326", "4979")
"""What names of WGS 84 end in, east first (GeoJSON of 2008 could name any other system)."""
_COLUMNS = {
    "geometry": "location point",
    ", ".join(CALLED): "location names; event title, where there is a date",
    "names by language, of boundaries": "location names",
    ", ".join(PLACES): "location names, where there is a date",
    ", ".join(HAPPENED): "event title, where there is a date and no name",
    ", ".join((*DATES, *ENDS)): "event when",
    ", ".join(_TOLD): "summary",
    "all others": "kept in external",
}


def _read(given: Given) -> Iterator[Item]:
    lists = ("features",) if _COLLECTION.search(head(given)) else ()
    found = False
    for member in members(given.pieces(), lists):
        if member.key == "crs":
            _require_degrees(member.value)
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


def _require_degrees(crs: object) -> None:
    """Raise NotThisFormat for coordinates that are not in degrees: numbers in metres may look like some."""
    about = crs.get("properties") if isinstance(crs, Mapping) else None
    told = about.get("name") or about.get("href") or about.get("code") if isinstance(about, Mapping) else None
    if told and not f"{told}".upper().rstrip("/").endswith(_IN_DEGREES):
        problem = f"its coordinates are in ‘{brief(str(told), 60)}’, not in degrees of WGS 84"
        raise NotThisFormat(problem, "put it into WGS 84 first, as `ogr2ogr -t_srs EPSG:4326` does")


def _item(at: int, feature: Mapping[str, Any]) -> Found | Skipped:
    given = feature.get("properties")
    properties: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    by_name = {name.casefold(): value for name, value in properties.items()}
    try:
        if own := _own(feature, properties):
            return Found(at, own, ours=True)
        return Found(at, *_taken(feature, properties, by_name))
    except NotTaken as error:
        title = first(by_name, CALLED) or line(cell(feature.get("id") or ""))
        reason = one_line(str(error))
        return Skipped(at, f"{title}: {reason}" if title else reason, reason)


def _own(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> Entry | None:
    """Return a record of ours: its fields are the properties, but for those that any map can show."""
    ref = properties.get("ref")
    kind, _, own_id = ref.partition(":") if isinstance(ref, str) else ("", "", "")
    if kind not in KINDS or properties.get("kind") != kind:
        return None
    shown = _OF_OURS if kind in ("event", "source") else _OF_OURS | {"title"}
    record = {"id": own_id} | {name: value for name, value in properties.items() if name not in shown}
    point, _ = middle(feature.get("geometry"))
    if kind == "location" and point:
        record["point"] = point
    return own_record(ref, record)


def _taken(feature: Mapping[str, Any], properties: Mapping[str, Any], by_name: Mapping[str, Any]) -> Reading:
    """Return the place of a feature, or the event at it. Raises NotTaken."""
    names, is_map = called(by_name)
    point, exact = middle(feature.get("geometry"))
    cautions: tuple[str, ...] = () if exact else (_NOT_A_POINT,)
    summary = "\n\n".join(filter(None, (text(by_name.get(name)) for name in _TOLD)))
    kept = {"external": {SPACE: _kept(feature, properties)}}
    time, unread = time_of(by_name)
    if not names and not (time or unread):
        names = tuple({"text": place} for place in (first(by_name, PLACES),) if place)
    title = names[0]["text"] if names else happened(by_name) if time else ""
    if not title:
        raise NotTaken(unread[0] if unread else "it has no name: give it a property ‘name’")
    if is_map and (time or unread):
        time, unread = "", (_DATE_OF_MAP,)
    cautions += (*unread, *(_OF_ACLED,) * ("event_id_cnty" in by_name))
    if not time:
        document = _place(feature, names, point, exact)
        return Reading(Entry("location", with_all(document, summary=summary) | kept), (), cautions)
    there = first(by_name, PLACES) or title
    place = Entry("location", _place({}, ({"text": there},), point, exact))
    told_apart = (title, time, cell(feature.get("id", "")), str(point), *(first(by_name, _NUMBERS),) * (not names))
    own_id = f"geojson-{readable(title)}-{mark(*told_apart)}"
    event = with_all({"id": own_id, "title": title, "when": {"edtf": time}, "location": place.ref}, summary=summary)
    return Reading(Entry("event", event | kept), (place,), cautions)


def _place(
    feature: Mapping[str, Any], names: Sequence[Mapping[str, str]], point: Mapping[str, float] | None, exact: bool
) -> dict[str, Any]:
    title = names[0]["text"]
    own = cell(feature.get("id", "")) if feature.get("id") is not None else ""
    told_apart = mark(own) if own else mark(title, str(point))
    document = {"id": f"geojson-{readable(own or title)}-{told_apart}", "names": [*names]}
    return with_all(document, location_kind=None if exact else "area", point=point)


def _kept(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, str]:
    others = {name: value for name, value in feature.items() if name not in ("type", "properties")}
    return row_of(others | {f"properties.{name}": value for name, value in properties.items()})


GEOJSON = Format(SPACE, _read, SPACE, overrules=overrules)
