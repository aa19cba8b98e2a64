"""What OpenCTI says beside the properties of STIX, which has no words for it."""

import re
from collections.abc import Mapping
from typing import Any

from store.documents import LocationKind

_KINDS: Mapping[str, LocationKind] = {
    "Country": "country",
    "Region": "region",
    "Administrative-Area": "district",
    "City": "city",
}
_GRADE = re.compile(r"([A-F])(?: - .*)?")


def location_kind(found: Mapping[str, Any]) -> LocationKind | None:
    """Return what kind of place a location is, where that is told."""
    return _KINDS.get(str(found.get("x_opencti_location_type")))


def aliases(found: Mapping[str, Any]) -> list[Any]:
    """Return the other names of an identity or a location, which have none in STIX."""
    told = found.get("x_opencti_aliases")
    return told if isinstance(told, list) else []


def reliability(found: Mapping[str, Any]) -> str | None:
    """Return the Admiralty grade of a source: ‘B - Usually reliable’."""
    grade = _GRADE.fullmatch(str(found.get("x_opencti_reliability")))
    return grade[1] if grade else None
