"""A year of a conflict: who fought whom in it, where, and how many died."""

from typing import Any, NamedTuple

from store.formats.found import Entry
from store.formats.placing import Placing
from store.formats.tables.cells import BadCell, Row, count, day, name, shortened, step, whole, words
from store.formats.tables.reading import Reading
from store.formats.ucdp_lists.columns import CONFLICT_SPACE
from store.formats.ucdp_lists.dataset import NON_STATE, STATE_BASED, Cites
from store.when.days import edtf_of_day, edtf_of_year

_ABSENT_NAME = "n/a"
_INTENSITY = {1: "minor conflict", 2: "war"}
_OUT_OF_ORDER = "low, best and high deaths are not in that order"


class _Year(NamedTuple):
    """What both lists say of a year: its event, and what stands beside it."""

    document: dict[str, Any]
    beside: tuple[Entry, ...]


def conflict_year(row: dict[str, str]) -> Reading:
    """Return what a row of either list says. Raises BadCell."""
    return _non_state(row) if "dyad_id" in row else _state_based(row)


def _non_state(row: Row) -> Reading:
    cites, conflict, dyad = NON_STATE, whole(row, "conflict_id"), whole(row, "dyad_id")
    sides = {side: _actor(row, side, cites) for side in ("a", "b")}
    title = f"{name(row, 'side_a_name')} – {name(row, 'side_b_name')}"
    both = {side: [entry] for side, entry in sides.items()}
    year = _year(row, cites, f"ucdp-dyad-{dyad}", title, "non-state conflict", both)
    conflict_entry = _conflict(conflict, title, "non-state conflict", "2", cites)
    claim: dict[str, Any] = {
        "id": f"ucdp-dyad-{dyad}",
        "citations": [cites.at(f"dyad {dyad}")],
        "subject": sides["a"].ref,
        "predicate": "opposes",
        "object": sides["b"].ref,
    }
    if words(row, "start_date"):
        claim["when"] = {"edtf": f"{edtf_of_day(day(row, 'start_date'))}/"}
    columns = {"low": "low_fatality_estimate", "best": "best_fatality_estimate", "high": "high_fatality_estimate"}
    numbers = {part: count(row, column) for part, column in columns.items()}
    deaths = {part: number for part, number in numbers.items() if number is not None}
    document = year.document | {"part_of": conflict_entry.ref} | ({"deaths": deaths} if deaths else {})
    in_order = list(deaths.values()) == sorted(deaths.values())
    beside = (*year.beside, conflict_entry, Entry("claim", claim))
    return Reading(Entry("event", document), beside, () if in_order else (_OUT_OF_ORDER,))


def _state_based(row: Row) -> Reading:
    cites, conflict = STATE_BASED, whole(row, "conflict_id")
    title = f"{name(row, 'side_a')} – {name(row, 'side_b')}"
    kind = _INTENSITY[step(row, "intensity_level", 2)]
    sides = {side: _actors(row, side, cites) for side in ("a", "b")}
    year = _year(row, cites, f"ucdp-conflict-{conflict}", title, kind, sides)
    over = words(row, "territory_name") or "Government"
    conflict_entry = _conflict(conflict, f"{name(row, 'location')}: {over}", "state-based conflict", "1", cites)
    return Reading(Entry("event", year.document | {"part_of": conflict_entry.ref}), (*year.beside, conflict_entry))


def _year(row: Row, cites: Cites, own: str, title: str, kind: str, sides: dict[str, list[Entry]]) -> _Year:
    number = whole(row, "year")
    country = name(row, "location")
    participants: list[dict[str, str]] = []
    beside: list[Entry] = [cites.dataset]
    for side, actors in sides.items():
        for role, actor in (*((f"side {side}", one) for one in actors), *_seconds(row, side, cites)):
            beside.append(actor)
            participants.append({"actor": actor.ref, "role": role})
    document: dict[str, Any] = {
        "id": f"{own}-{number}",
        "citations": [cites.at(f"{own.removeprefix('ucdp-').replace('-', ' ')}, {number}")],
        "external": {CONFLICT_SPACE: row},
        "title": f"{country}: {title}, {number}",
        "event_kind": kind,
        "when": {"edtf": _of_year(row, number)},
        "participants": participants,
        "clarity": "summary",
    }
    if "," not in country:
        place = Placing("ucdp", cites.at()).country(country)
        beside.append(place)
        document |= {"location": place.ref, "where_precision": "country"}
    return _Year(document, tuple(beside))


def _of_year(row: Row, number: int) -> str:
    try:
        return edtf_of_year(number)
    except ValueError as error:
        raise BadCell("year", row["year"], f"cannot be: {error}") from None


def _conflict(number: int, title: str, kind: str, code: str, cites: Cites) -> Entry:
    document = {
        "id": f"ucdp-conflict-{number}",
        "citations": [cites.at(f"conflict {number}")],
        "title": title,
        "event_kind": kind,
        "codes": {"ucdp": code},
    }
    return Entry("event", document)


def _actor(row: Row, side: str, cites: Cites) -> Entry:
    """Return a side with its name as UCDP writes it, in full, and in its own language."""
    number = whole(row, f"side_{side}_id")
    written = [words(row, f"side_{side}_name{part}") for part in ("", "_fulltext", "_mothertongue")]
    own = list(dict.fromkeys(one for one in written if one and one.lower() != _ABSENT_NAME))
    if not own:
        raise BadCell(f"side_{side}_name", "", "is empty")
    names = [{"text": text} if at == 0 else {"text": text, "kind": "alias"} for at, text in enumerate(own)]
    return Entry("faction", {"id": f"ucdp-actor-{number}", "citations": [cites.at(f"actor {number}")], "names": names})


def _actors(row: Row, side: str, cites: Cites) -> list[Entry]:
    """Return the actors of a side that names several: one for each where their names and ids are as many."""
    ids = [part.strip() for part in row.get(f"side_{side}_id", "").split(",") if part.strip()]
    names = [shortened(part) for part in row.get(f"side_{side}", "").split(",") if part.strip()]
    if len(ids) != len(names):
        names = [name(row, f"side_{side}")]
    if len(ids) != len(names):
        raise BadCell(f"side_{side}_id", row.get(f"side_{side}_id", ""), "names another number of actors than the side")
    return [_named(f"ucdp-actor-{whole({'id': own}, 'id')}", text, cites) for own, text in zip(ids, names, strict=True)]


def _seconds(row: Row, side: str, cites: Cites) -> list[tuple[str, Entry]]:
    """Return the states that stand beside a side, by their number among those of Gleditsch and Ward."""
    names = [shortened(part) for part in row.get(f"side_{side}_2nd", "").split(",") if part.strip()]
    numbers = [part.strip() for part in row.get(f"gwno_{side}_2nd", "").split(",") if part.strip()]
    if len(names) != len(numbers):
        return []
    return [
        (f"with side {side}", _named(f"ucdp-gwno-{whole({'gwno': number}, 'gwno')}", text, cites, "government"))
        for text, number in zip(names, numbers, strict=True)
    ]


def _named(own_id: str, text: str, cites: Cites, kind: str = "") -> Entry:
    document: dict[str, Any] = {"id": own_id, "citations": [cites.at()], "names": [{"text": text}]}
    state = kind or ("government" if text.startswith("Government of ") else "")
    return Entry("faction", document | ({"faction_kind": state} if state else {}))
