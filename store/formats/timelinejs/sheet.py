"""A row of the spreadsheet as the slide that it stands for."""

import re
from collections.abc import Mapping
from typing import Any

COLUMNS = {
    **dict.fromkeys(
        ("year", "month", "day", "end year", "end month", "end day", "start date", "end date"), "event when"
    ),
    "display date": "event when.said",
    "headline": "event title",
    "text": "event summary",
    **dict.fromkeys(("media", "media credit", "media caption"), "source, cited by the event"),
    **dict.fromkeys(("group", "tag"), "event tags"),
    "type": "era or event",
}
"""What becomes of each column, by its name in small letters."""

_OLD_DATE = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>-?[0-9]{1,12})(?: .*)?")


def slide_of(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the slide of a row, whose cells go by the names of their columns in small letters."""
    slide = {
        "start_date": _date(cells, "", "start date"),
        "end_date": _date(cells, "end ", "end date"),
        "display_date": cells.get("display date", ""),
        "text": {"headline": cells.get("headline", ""), "text": cells.get("text", "")},
        "media": {
            "url": cells.get("media", ""),
            "credit": cells.get("media credit", ""),
            "caption": cells.get("media caption", ""),
        },
        "group": cells.get("group") or cells.get("tag", ""),
    }
    others = {name: cell for name, cell in cells.items() if name not in COLUMNS and cell}
    return {name: value for name, value in (slide | others).items() if value not in ({}, "")}


def _date(cells: Mapping[str, str], prefix: str, whole: str) -> dict[str, str]:
    """Return a date in parts; the older sheets have it in one cell, month first."""
    told = cells.get(whole, "").strip()
    if told:
        found = _OLD_DATE.fullmatch(told)
        return found.groupdict() if found else {"year": told}
    parts = {part: cells.get(f"{prefix}{part}", "").strip() for part in ("year", "month", "day")}
    return {part: cell for part, cell in parts.items() if cell}
