"""What OpenCTI says beside the properties of STIX, which has no words for it."""

import re
from collections.abc import Mapping
from typing import Any

from store.documents import LocationKind
from store.formats.plain_values import listed

_KINDS: Mapping[str, LocationKind] = {
    "Country": "country",
    "Region": "region",
    "Administrative-Area": "district",
    "City": "city",
}
_GRADE = re.compile(r"([A-F])(?: - .*)?")


def location_kind(theirs: Mapping[str, Any]) -> LocationKind | None:
    """Return what kind of place a location is, where that is told."""
    return _KINDS.get(str(theirs.get("x_opencti_location_type")))


def aliases(theirs: Mapping[str, Any]) -> list[Any]:
    """Return the other names of an identity or a location, which have none in STIX."""
    return listed(theirs.get("x_opencti_aliases"))


def reliability(theirs: Mapping[str, Any]) -> str | None:
    """Return the Admiralty grade of a source: ‘B - Usually reliable’."""
    grade = _GRADE.fullmatch(str(theirs.get("x_opencti_reliability")))
    return grade[1] if grade else None
