"""The columns of UCDP's lists: which there must be, and what becomes of each."""

from collections.abc import Mapping

from store.formats.found import Column, NotThisFormat
from store.formats.tables.cells import shortened
from store.formats.tables.header import KEPT, listed, require_each_once
from store.formats.tables.reading import Layout

CONFLICT_SPACE, ACTOR_SPACE = "ucdp-conflicts", "ucdp-actors"
"""Where a record's `external` keeps the row; also the names of the formats."""

_OF_ALL = {
    "conflict_id": "event id, part_of",
    "year": "event id, when",
    "location": "event location, where it is one country",
    "start_date": "claim when",
}
_NON_STATE = _OF_ALL | {
    "dyad_id": "event id; claim: side a opposes side b",
    "side_a_name": "faction names, event title",
    "side_a_name_fulltext": "faction names",
    "side_a_name_mothertongue": "faction names",
    "side_a_id": "faction id, event participants",
    "side_a_2nd": "faction names, event participants",
    "gwno_a_2nd": "faction id",
    "side_b_name": "faction names, event title",
    "side_b_name_fulltext": "faction names",
    "side_b_name_mothertongue": "faction names",
    "side_b_id": "faction id, event participants",
    "side_b_2nd": "faction names, event participants",
    "gwno_b_2nd": "faction id",
    "best_fatality_estimate": "event deaths.best",
    "low_fatality_estimate": "event deaths.low",
    "high_fatality_estimate": "event deaths.high",
}
_STATE_BASED = {name: becomes for name, becomes in _OF_ALL.items() if name != "start_date"} | {
    "side_a": "faction names, event title",
    "side_a_id": "faction id, event participants",
    "side_a_2nd": "faction names, event participants",
    "gwno_a_2nd": "faction id",
    "side_b": "faction names, event title",
    "side_b_id": "faction id, event participants",
    "side_b_2nd": "faction names, event participants",
    "gwno_b_2nd": "faction id",
    "intensity_level": "event event_kind",
    "territory_name": "conflict title",
}
_NEEDED = ("conflict_id", "side_a_id", "side_b_id", "year", "location")
_NEEDED_NON_STATE = (*_NEEDED, "dyad_id", "side_a_name", "side_b_name")
_NEEDED_STATE_BASED = (*_NEEDED, "side_a", "side_b", "intensity_level")

_ACTOR = {
    "actorid": "faction id",
    "namedata": "faction names",
    "namefull": "faction names",
    "nameorig": "faction names",
    "nameorigfull": "faction names",
    "nameformer": "faction names, former",
}
ACTOR_COLUMNS = {"actor_id": "actorid", "name_data": "namedata", "name_full": "namefull", "name_orig": "nameorig"}
"""Other spellings of the columns of the actor list."""


def conflict_layout(header: list[str]) -> Layout:
    """Return the layout of either list of conflicts. Raises NotThisFormat, naming the columns that are missing."""
    names = _names(header)
    is_non_state = "side_a_name" in names or "dyad_id" in names
    needed, becomes = (_NEEDED_NON_STATE, _NON_STATE) if is_non_state else (_NEEDED_STATE_BASED, _STATE_BASED)
    return _layout("UCDP conflict list", names, needed, becomes)


def actor_layout(header: list[str]) -> Layout:
    """Return the layout of the list of actors. Raises NotThisFormat, naming the columns that are missing."""
    names = [ACTOR_COLUMNS.get(name, name) for name in _names(header)]
    return _layout("UCDP actor list", names, ("actorid", "namedata"), _ACTOR)


def _names(header: list[str]) -> list[str]:
    return [shortened(cell).lower() or f"column {number}" for number, cell in enumerate(header, start=1)]


def _layout(title: str, names: list[str], needed: tuple[str, ...], becomes: Mapping[str, str]) -> Layout:
    missing = [name for name in needed if name not in names]
    if missing:
        hint = "; `sitroom import ucdp` takes events" if "event_clarity" in names else ""
        raise NotThisFormat(
            f"not a {title} file: {listed(missing)}", f"bring it as CSV from ucdp.uu.se/downloads{hint}"
        )
    require_each_once(title, names)
    return Layout(tuple(Column(name, becomes.get(name, KEPT)) for name in names))
