"""What a feature is called, in each language that it says: as maps of many makers have it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.formats.plain_values import line

CALLED = ("name", "title", "label", "name_en", "shapename")
PLACES = ("place", "location", "city", "town")
HAPPENED = ("sub_event_type", "event_type", "incident_type", "category")
"""What happened, where a feature has a date and no name."""

_BOUNDARY = re.compile(r"adm(?:in)?(?P<level>[0-5])_?(?:name)?[0-9]?(?:_(?P<language>[a-z]{2}))?")
"""Names of the boundaries that humanitarians share: ADM2_EN, admin2Name_ar, adm2_name."""
_GADM = re.compile(r"(?:var|nl_)?name_(?P<level>[0-5])(?P<language>)")
_NATURAL_EARTH = "admin"
_LANGUAGE = re.compile(r"name[:_](?P<language>[a-z]{2}(?:-[a-z0-9]{2,8})?)")
_KINDS = {
    **dict.fromkeys(("alt_name", "official_name", "int_name"), "alias"),
    "old_name": "former",
    "short_name": "abbreviation",
}
_IS_MAPPED = ("@id", "osm_id", "osm_type")
"""What features of OpenStreetMap have, whose dates are those of buildings."""


class Called(NamedTuple):
    """The names of a feature, none if it has none; `is_map` tells that it is a place of a map whatever dates it has."""

    names: tuple[dict[str, str], ...]
    is_map: bool


def called(by_name: Mapping[str, Any]) -> Called:
    """Return what a feature is called; its properties go by their names in small letters."""
    own = first(by_name, CALLED)
    if own:
        of_map = any(name in by_name for name in _IS_MAPPED)
        return Called(_each_once([{"text": own}, *_others(by_name)]), of_map)
    names = [] if happened(by_name) else [*_boundary(by_name)]
    if names:
        return Called(_each_once(names), is_map=True)
    country = line(by_name.get(_NATURAL_EARTH))
    return Called(({"text": country},) if country else (), is_map=bool(country))


def first(by_name: Mapping[str, Any], wanted: tuple[str, ...]) -> str:
    """Return the first of some properties that says something."""
    return next(filter(None, (line(by_name.get(name)) for name in wanted)), "")


def happened(by_name: Mapping[str, Any]) -> str:
    """Return what happened where, as the title of an event without one."""
    what, where = first(by_name, HAPPENED), first(by_name, PLACES)
    return f"{what}: {where}" if what and where else what


def _boundary(by_name: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the names of the innermost boundary that has one, in the order of the file."""
    found = [
        (int(match["level"]), match["language"] or "", text)
        for name, value in by_name.items()
        if (match := _BOUNDARY.fullmatch(name) or _GADM.fullmatch(name)) and (text := line(value))
    ]
    innermost = max((level for level, _, _ in found), default=0)
    for level, language, text in found:
        if level == innermost:
            yield {"text": text} | ({"language": language} if language else {})


def _others(by_name: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for name, value in by_name.items():
        if match := _LANGUAGE.fullmatch(name):
            yield {"text": line(value), "language": match["language"]}
        elif kind := _KINDS.get(name):
            parts = value.split(";") if isinstance(value, str) else []
            yield from ({"text": line(part), "kind": kind} for part in parts)


def _each_once(names: list[dict[str, str]]) -> tuple[dict[str, str], ...]:
    """Return names, the first as it is, the others as aliases unless they are more than that."""
    every: dict[str, dict[str, str]] = {}
    for name in filter(lambda name: name["text"], names):
        every.setdefault(name["text"], name | ({"kind": name.get("kind", "alias")} if every else {}))
    return tuple(every.values())
