"""A year of a conflict, of a pair in one, or of violence against civilians: who, where, and how many died."""

from store.formats.found import Entry
from store.formats.tables.cells import Row, name, step, whole, words
from store.formats.tables.reading import Reading
from store.formats.ucdp_lists import dataset
from store.formats.ucdp_lists.dataset import Cites
from store.formats.ucdp_lists.known import Known
from store.formats.ucdp_lists.roll import Member
from store.formats.ucdp_lists.sides import Sides, faction_of, listed_sides, named_sides, with_names
from store.formats.ucdp_lists.years import (
    NON_STATE,
    ONE_SIDED,
    STATE_BASED,
    Year,
    conflict,
    deaths,
    opposition,
    year_of,
)

_INTENSITY = {1: "minor conflict", 2: "war"}
_CIVILIANS = Member("Civilians", "1")
"""Whom UCDP has as the other side of one-sided violence."""


def conflict_year(known: Known, row: dict[str, str]) -> Reading:
    """Return what a row of any of the lists says. Raises BadCell."""
    if "actor_id" in row:
        return _one_sided(row)
    if "side_a_name" in row:
        return _non_state(known, row)
    return _pair(known, row) if "dyad_id" in row else _state_based(known, row)


def _one_sided(row: Row) -> Reading:
    cites = dataset.ONE_SIDED
    is_state = words(row, "is_government_actor").removesuffix(".0") == "1"
    actor = with_names(row, "actor_name", "actor_id", cites, "government" if is_state else "armed group")
    civilians = faction_of(_CIVILIANS, cites, kind="civilians")
    sides = Sides([("side a", actor), ("target", civilians)])
    against = f"{name(row, 'actor_name')} against civilians"
    year = year_of(row, f"ucdp-dyad-{whole(row, 'dyad_id')}", against, ONE_SIDED.conflict, cites, sides)
    whole_of_it = conflict(row, f"{name(row, 'actor_name')} - Civilians", ONE_SIDED, cites)
    toll, odd = deaths(row)
    return Reading(_part(year, whole_of_it, toll), (*year.beside, whole_of_it), odd)


def _non_state(known: Known, row: Row) -> Reading:
    cites = dataset.NON_STATE
    sides = named_sides(row, cites, known)
    title = f"{name(row, 'side_a_name')} – {name(row, 'side_b_name')}"
    year = year_of(row, f"ucdp-dyad-{whole(row, 'dyad_id')}", title, NON_STATE.conflict, cites, sides)
    whole_of_it = conflict(row, title, NON_STATE, cites)
    claims, unread = opposition(row, cites, sides, known)
    toll, odd = deaths(row)
    return Reading(
        _part(year, whole_of_it, toll), (*year.beside, whole_of_it, *claims), (*sides.cautions, *odd, *unread)
    )


def _pair(known: Known, row: Row) -> Reading:
    cites = dataset.DYADIC
    year, whole_of_it, sides = _of_states(known, row, f"ucdp-dyad-{whole(row, 'dyad_id')}", cites)
    claims, unread = opposition(row, cites, sides, known)
    return Reading(_part(year, whole_of_it), (*year.beside, whole_of_it, *claims), (*sides.cautions, *unread))


def _state_based(known: Known, row: Row) -> Reading:
    cites = dataset.STATE_BASED
    year, whole_of_it, sides = _of_states(known, row, f"ucdp-conflict-{whole(row, 'conflict_id')}", cites)
    return Reading(_part(year, whole_of_it), (*year.beside, whole_of_it), sides.cautions)


def _of_states(known: Known, row: Row, own: str, cites: Cites) -> tuple[Year, Entry, Sides]:
    """Return the year of a row in which a state takes part, and the conflict that it is part of."""
    sides = listed_sides(row, cites, known)
    title = f"{name(row, 'side_a')} – {name(row, 'side_b')}"
    year = year_of(row, own, title, _INTENSITY[step(row, "intensity_level", 2)], cites, sides)
    over = words(row, "territory_name") or "Government"
    return year, conflict(row, f"{name(row, 'location')}: {over}", STATE_BASED, cites), sides


def _part(year: Year, whole_of_it: Entry, toll: dict[str, object] | None = None) -> Entry:
    return Entry("event", year.event.document | {"part_of": whole_of_it.ref} | (toll or {}))
