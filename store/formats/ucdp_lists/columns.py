"""The columns of UCDP's lists: which there must be, and what becomes of each."""

from collections.abc import Mapping
from typing import NamedTuple

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
}
_SINCE = {"start_date": "claim when", "start_prec": "claim when: about that day, unless 1"}
_DYAD = {"dyad_id": "event id; claim: side a opposes side b"} | _SINCE
_DEATHS = {f"{part}_fatality_estimate": f"event deaths.{part}" for part in ("best", "low", "high")}
_SECONDS = {
    "side_a_2nd": "faction names, event participants",
    "gwno_a_2nd": "faction id",
    "side_b_2nd": "faction names, event participants",
    "gwno_b_2nd": "faction id",
}


def _of_actor(column: str, numbered: str) -> dict[str, str]:
    return {
        column: "faction names, event title",
        f"{column}_fulltext": "faction names",
        f"{column}_mothertongue": "faction names",
        numbered: "faction id, event participants",
    }


_NON_STATE = (
    _OF_ALL | _DYAD | _of_actor("side_a_name", "side_a_id") | _of_actor("side_b_name", "side_b_id") | _SECONDS | _DEATHS
)
_ONE_SIDED = (
    _OF_ALL
    | {"dyad_id": "event id", "is_government_actor": "faction faction_kind"}
    | _of_actor("actor_name", "actor_id")
    | _DEATHS
)
_STATE_BASED = (
    _OF_ALL
    | _SECONDS
    | {
        "side_a": "faction names, event title",
        "side_a_id": "faction id, event participants",
        "side_b": "faction names, event title",
        "side_b_id": "faction id, event participants",
        "gwno_a": "tells who is who",
        "gwno_b": "tells who is who",
        "intensity_level": "event event_kind",
        "territory_name": "conflict title",
    }
)
_DYADIC = _STATE_BASED | _DYAD
_NEEDED = ("conflict_id", "year", "location")
_NEEDED_SIDES = (*_NEEDED, "side_a_id", "side_b_id")


class _List(NamedTuple):
    """A list by the column that no other has: which columns there must be, and what becomes of each."""

    told_by: str
    needed: tuple[str, ...]
    becomes: Mapping[str, str]


_LISTS = (
    _List("actor_id", (*_NEEDED, "dyad_id", "actor_id", "actor_name"), _ONE_SIDED),
    _List("side_a_name", (*_NEEDED_SIDES, "dyad_id", "side_a_name", "side_b_name"), _NON_STATE),
    _List("dyad_id", (*_NEEDED_SIDES, "dyad_id", "side_a", "side_b", "intensity_level"), _DYADIC),
    _List("", (*_NEEDED_SIDES, "side_a", "side_b", "intensity_level"), _STATE_BASED),
)
"""The lists of conflicts. Each is what it is told by, unless one before it is."""

_ACTOR = {
    "actorid": "faction id",
    "namedata": "faction names",
    "namefull": "faction names",
    "nameorig": "faction names, former where the name has changed",
    "nameorigfull": "faction names, former where the name has changed",
    "nameorigfulleng": "faction names, former where the name has changed",
    "namechange": "tells former names",
    "newname": "faction names",
    "newnamefullmothertongue": "faction names",
    "newnamefulleng": "faction names",
    "nameformer": "faction names, former",
    "org": "faction faction_kind",
    "splinter": "claim: splinter of",
    "nameprev": "faction names, of the other",
    "actoridprev": "claim: splinter of",
    "joingroup": "claim: part of",
    "groupname": "faction names, of the other",
    "actoridgroup": "claim: part of",
    "alliance": "claim: allied with",
    "namealliance": "faction names, of the other",
    "actoridalliance": "claim: allied with",
}
ACTOR_COLUMNS = {"actor_id": "actorid", "name_data": "namedata", "name_full": "namefull", "name_orig": "nameorig"}
"""Other spellings of the columns of the actor list."""


def conflict_layout(header: list[str]) -> Layout:
    """Return the layout of a list of conflicts. Raises NotThisFormat, naming the columns that are missing."""
    names = _names(header)
    one = next(one for one in _LISTS if not one.told_by or one.told_by in names)
    return _layout("UCDP conflict list", names, one.needed, one.becomes)


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
    require_each_once(names)
    return Layout(tuple(Column(name, becomes.get(name, KEPT)) for name in names))
