"""The columns of UCDP GED: which there must be, and what becomes of each.

The layouts of the releases differ (42 columns in 19.1, 49 in 23.1, in another order), so all are read by name.
"""

from store.formats.found import Column, NotThisFormat
from store.formats.tables.cells import shortened
from store.formats.tables.header import KEPT, listed, require_each_once
from store.formats.tables.reading import Layout
from store.formats.ucdp.orders import ORDERS

MEND = "bring the GED event CSV from ucdp.uu.se/downloads"
NAMESPACE = "ucdp-ged"
"""Where a record's `external` keeps the row."""

REQUIRED = (
    "id",
    "type_of_violence",
    "conflict_new_id",
    "conflict_name",
    "side_a_new_id",
    "side_a",
    "side_b_new_id",
    "side_b",
    "where_prec",
    "where_coordinates",
    "latitude",
    "longitude",
    "country",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "best",
    "high",
    "low",
)

_BECOMES = {
    "id": "event id, citation locator",
    "code_status": "event status: draft unless Clear",
    "type_of_violence": "event event_kind, codes.ucdp",
    "conflict_new_id": "event part_of",
    "conflict_name": "conflict title",
    "dyad_new_id": "claim: side a opposes side b",
    "side_a_new_id": "faction id, event participants",
    "side_a": "faction names, event title",
    "side_b_new_id": "faction id, event participants",
    "side_b": "faction names, event title",
    "gwnoa": "faction faction_kind",
    "gwnob": "faction faction_kind",
    "source_article": "sources, event citations",
    "source_office": "source publisher, where source_article is empty",
    "source_date": "source published, where source_article is empty",
    "source_headline": "source title, where source_article is empty",
    "where_prec": "event where_precision",
    "where_coordinates": "location names, event location, title",
    "adm_1": "location within",
    "adm_2": "location within",
    "latitude": "location point",
    "longitude": "location point",
    "country": "location within",
    "event_clarity": "event clarity, when",
    "date_prec": "checked against when",
    "date_start": "event when",
    "date_end": "event when",
    "deaths_a": "event deaths.side_a",
    "deaths_b": "event deaths.side_b",
    "deaths_civilians": "event deaths.civilians",
    "deaths_unknown": "event deaths.unknown",
    "best": "event deaths.best",
    "high": "event deaths.high",
    "low": "event deaths.low",
}


def layout(header: list[str]) -> Layout:
    """Return the layout that a first row gives. Raises NotThisFormat, naming the columns that are missing."""
    if header[0].strip().isdecimal():
        return _headless(header)
    names = tuple(_name(number, cell) for number, cell in enumerate(header, start=1))
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        is_list = "conflict_id" in names
        mend = "`sitroom import ucdp-conflicts` takes lists of conflicts" if is_list else MEND
        raise NotThisFormat(f"not a UCDP GED file: {listed(missing)}", mend)
    require_each_once(names)
    return _layout(names)


def _headless(row: list[str]) -> Layout:
    """Return the layout of a release that came without a header: what its number of columns gives away."""
    order = ORDERS.get(len(row))
    if order is None:
        problem = "not a UCDP GED file that can be read: its first line is an event, not the names of the columns"
        raise NotThisFormat(problem, "put the header line of its release above it")
    return _layout(order)._replace(headless=True)


def _layout(names: tuple[str, ...]) -> Layout:
    return Layout(tuple(Column(name, _BECOMES.get(name, KEPT)) for name in names))


def _name(number: int, cell: str) -> str:
    name = shortened(cell)
    known = name.lower()
    return known if known in REQUIRED or known in _BECOMES else name or f"column {number}"
