"""Which TLP marking an object of STIX bears: of TLP 1 or 2, by an id that is fixed, or as the bundle defines it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.formats.plain_values import listed
from store.scales import Marking

_ORDER: tuple[Marking, ...] = ("clear", "green", "amber", "amber+strict", "red")
_FIXED: Mapping[str, Marking] = {
    "613f2e26-407d-48c7-9eca-b8e91df99dc9": "clear",
    "34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
    "f88d31f6-486f-44da-b317-01333bde0b82": "amber",
    "5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
    "94868c89-83c2-464b-929b-a1a8aa3c8487": "clear",
    "bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "green",
    "55d920b0-5e8b-4f79-9ee9-91f868d9b421": "amber",
    "939a9414-2ddd-4d32-a0cd-375ea402b003": "amber+strict",
    "e828b379-4e03-4974-9ac4-e53a884c97c1": "red",
    "826578e1-40ad-459f-bc73-ede076f81f37": "amber+strict",
}
"""The UUIDs of TLP 1 (STIX 2.1, 7.2.1.4), of TLP 2 (the extension of OASIS), and of OpenCTI's amber+strict."""


class Marked(NamedTuple):
    """The strictest TLP marking of an object, empty where anybody may have it; `others` tells that it bears more."""

    tlp: str
    others: bool


def tlp_of(definition: Mapping[str, Any]) -> Marking | None:
    """Return what a marking-definition says in the terms of TLP; None for one that says something else."""
    fixed = _FIXED.get(_uuid(definition.get("id")))
    return fixed or next(filter(None, map(_named, _told(definition))), None)


def marked(theirs: Mapping[str, Any], defined: Mapping[str, Marking | None]) -> Marked:
    """Return how an object is marked; `defined` are the markings of its bundle by id.

    What marks a part of it (`granular_markings`) counts for the whole: a record is not handed on in parts.
    """
    ids = list(_ids(theirs))
    tlps = [defined.get(id_) or _FIXED.get(_uuid(id_)) for id_ in ids]
    strictest = max(filter(None, tlps), key=_ORDER.index, default="clear")
    return Marked("" if strictest == "clear" else strictest, not all(tlps))


def _ids(theirs: Mapping[str, Any]) -> Iterator[str]:
    yield from map(str, listed(theirs.get("object_marking_refs")))
    for part in listed(theirs.get("granular_markings")):
        if isinstance(part, Mapping) and "marking_ref" in part:  # else it says a language
            yield str(part["marking_ref"])


def _told(definition: Mapping[str, Any]) -> Iterator[object]:
    own, extensions = definition.get("definition"), definition.get("extensions")
    if isinstance(own, Mapping):
        yield own.get("tlp")
    for extension in extensions.values() if isinstance(extensions, Mapping) else ():
        if isinstance(extension, Mapping):
            yield extension.get("tlp_2_0")
    yield definition.get("name")
    yield definition.get("x_opencti_definition")


def _named(told: object) -> Marking | None:
    word = told.lower().removeprefix("tlp:") if isinstance(told, str) else ""
    return next((marking for marking in _ORDER if marking == word.replace("white", "clear")), None)


def _uuid(id_: object) -> str:
    return str(id_).rpartition("--")[2]
