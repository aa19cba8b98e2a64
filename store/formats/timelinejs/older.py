"""A slide of TimelineJS 1 and 2, as one of TimelineJS 3."""

import re
from collections.abc import Mapping
from typing import Any, Final

from store.formats.kept import cell

WHOLE: Final = "timeline"
"""What the older JSON has everything in."""
LISTS: Final[Mapping[str, bool]] = {"date": False, "era": True}
"""Where in it the slides and the eras are."""

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_AMERICAN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/(-?[0-9]{1,12})")
_KNOWN = frozenset({"startDate", "endDate", "headline", "text", "tag", "asset"})


def slide_of_older(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the slide that says the same: `startDate` is ‘2011,12,10,07,02’ there, and what is shown an `asset`."""
    asset = found.get("asset")
    shown = dict(asset) if isinstance(asset, Mapping) else {}
    slide = {
        "start_date": _date(found.get("startDate")),
        "end_date": _date(found.get("endDate")),
        "text": {"headline": found.get("headline", ""), "text": found.get("text", "")},
        "media": shown | {"url": shown.pop("media")} if shown.get("media") else shown,
        "group": found.get("tag", ""),
    }
    others = {name: value for name, value in found.items() if name not in _KNOWN}
    return others | {name: value for name, value in slide.items() if value not in ({}, "")}


def _date(told: object) -> dict[str, str]:
    """Return a date in parts; the parts of what is none are no numbers, and are told as such."""
    written = cell(told).strip() if isinstance(told, str | int) else ""
    if american := _AMERICAN.fullmatch(written):
        month, day, year = american.groups()
        return {"year": year, "month": month, "day": day}
    parts = re.split(r"[,\-/]", written) if written and written[0] != "-" else [written]
    return {name: part.strip() for name, part in zip(_PARTS, parts, strict=False) if part.strip()}
