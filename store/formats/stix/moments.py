"""Moments of STIX, as the days that a situation has."""

from datetime import UTC, datetime
from typing import Final

STANDS_FOR_NONE: Final = "is the moment that stands for none, and is left out"
_NONE = frozenset({datetime(1970, 1, 1, tzinfo=UTC), datetime(5138, 11, 16, 9, 46, 40, tzinfo=UTC)})
"""Where OpenCTI knows no beginning or no end, it writes these."""


def span(start: object, stop: object) -> dict[str, str] | None:
    """Return the days from one moment to another, in UTC; open where one is missing or stands for none."""
    first, last = (day(moment) for moment in (start, stop))
    if not first and not last:
        return None
    if first and last:
        return {"edtf": first if first == last else f"{min(first, last)}/{max(first, last)}"}
    return {"edtf": f"{first}/" if first else f"/{last}"}


def moment(told: object) -> datetime | None:
    """Return a moment in UTC. STIX has no other, but its writers have."""
    try:
        found = datetime.fromisoformat(told) if isinstance(told, str) and "T" in told else None
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def stands_for_none(told: object) -> bool:
    """Tell whether a moment is one that is written where none is known."""
    return moment(told) in _NONE


def day(told: object) -> str:
    """Return the day of a moment in EDTF; nothing for what is none, or stands for none."""
    found = moment(told)
    return f"{found:%Y-%m-%d}".zfill(10) if found and found not in _NONE else ""
