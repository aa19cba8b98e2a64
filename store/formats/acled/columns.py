"""The columns of ACLED: which there must be, and what becomes of each.

Names and order differ between the layouts (31 columns now, others before 2023, capitals in 2016), so all are read by
name; `external` keeps the names that the file has.
"""

from collections.abc import Mapping

from store.formats.found import Column, NotThisFormat
from store.formats.tables.cells import shortened
from store.formats.tables.header import KEPT, listed, require_each_once
from store.formats.tables.reading import Layout

MEND = "bring an export of events from acleddata.com"
NAMESPACE = "acled"
"""Where a record's `external` keeps the row."""

_TODAY = {
    "ally_actor_1": "assoc_actor_1",
    "ally_actor_2": "assoc_actor_2",
    "time_preci": "time_precision",
    "geo_precis": "geo_precision",
    "geo_prec": "geo_precision",
}
"""What columns were called once, and what they are called now."""

REQUIRED = (
    "event_id_cnty",
    "event_date",
    "time_precision",
    "event_type",
    "actor1",
    "country",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "fatalities",
)

_BECOMES = {
    "event_id_cnty": "event id, citation locator",
    "event_date": "event when",
    "year": "checked against when",
    "time_precision": "event when",
    "event_type": "event event_kind, codes.acled",
    "sub_event_type": "event event_kind, codes.acled, title",
    "actor1": "faction names, event participants, title",
    "assoc_actor_1": "faction names, event participants",
    "inter1": "faction faction_kind",
    "actor2": "faction names, event participants, title",
    "assoc_actor_2": "faction names, event participants",
    "inter2": "faction faction_kind",
    "country": "location within",
    "admin1": "location within",
    "admin2": "location within",
    "admin3": "location within",
    "location": "location names, event location, title",
    "latitude": "location point",
    "longitude": "location point",
    "geo_precision": "event where_precision",
    "source": "sources, event citations",
    "notes": "event summary",
    "fatalities": "event deaths",
}


def layout(header: list[str]) -> Layout:
    """Return the layout that a header gives. Raises NotThisFormat, naming the columns that are missing."""
    names = [shortened(cell) or f"column {number}" for number, cell in enumerate(header, start=1)]
    known = [canonical(name) for name in names]
    missing = [name for name in REQUIRED if name not in known]
    if missing:
        raise NotThisFormat(f"not an ACLED file: {listed(missing)}", MEND)
    require_each_once(known)
    return Layout(tuple(Column(name, _BECOMES.get(canonical(name), KEPT)) for name in names))


def canonical(name: str) -> str:
    """Return what a column of any layout is called in today's."""
    lower = name.lower()
    return _TODAY.get(lower, lower)


def as_today(row: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of a row of any layout under the names of today's."""
    return {canonical(name): cell for name, cell in row.items()}
