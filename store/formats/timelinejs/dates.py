"""A time as TimelineJS has it: a start, an end, and the words to show for them."""

from typing import Any, Final

from store.formats.dated import Dated
from store.formats.plain_edtf import is_plain
from store.when.civil import Day, civil

FURTHEST: Final = 270_000
"""Years from ours that the dates of a browser reach, and a little less."""


def within_reach(time: Dated) -> bool:
    """Tell whether a browser has such dates. A time without any bound has none to show."""
    days = [day for day in (time.first, time.last) if day is not None]
    return bool(days) and all(abs(civil(day)[0]) <= FURTHEST for day in days)


def dates(time: Dated) -> dict[str, Any]:
    """Return `start_date`, `end_date` if it is another, and `display_date` where the numbers do not say it all.

    A year and a month stay as they are. What has no beginning starts at its end: a slide without a start is not shown.
    """
    if is_plain(time.edtf):
        numbers = map(int, time.edtf.split("-"))
        return {"start_date": dict(zip(("year", "month", "day"), numbers, strict=False))}
    first, last = time.first, time.last
    start = first if first is not None else last
    assert start is not None  # `within_reach` has been asked
    found: dict[str, Any] = {"start_date": _date(start)}
    if last is not None and last != start:
        found["end_date"] = _date(last)
    return found | {"display_date": time.phrase}


def _date(day: Day) -> dict[str, int]:
    year, month, of_month = civil(day)
    return {"year": year, "month": month, "day": of_month}
