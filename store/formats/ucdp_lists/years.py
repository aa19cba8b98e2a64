"""What all lists say of a year: its event, the conflict that it is part of, and since when its sides are opposed."""

from typing import Any, NamedTuple

from store.formats.found import Entry
from store.formats.placing import Placing
from store.formats.tables.cells import BadCell, Row, count, name, whole
from store.formats.ucdp_lists.columns import CONFLICT_SPACE
from store.formats.ucdp_lists.dataset import Cites
from store.formats.ucdp_lists.known import UNREAD, Known
from store.formats.ucdp_lists.sides import Sides
from store.when.days import edtf_of_year

_OUT_OF_ORDER = "low, best and high deaths are not in that order"


class Kind(NamedTuple):
    """What a year is a year of: its conflict's kind, and the code that GED has for such violence."""

    conflict: str
    code: str


STATE_BASED = Kind("state-based conflict", "1")
NON_STATE = Kind("non-state conflict", "2")
ONE_SIDED = Kind("one-sided violence", "3")


class Year(NamedTuple):
    """The event of a year, and the records beside it."""

    event: Entry
    beside: tuple[Entry, ...]


def year_of(row: Row, own: str, title: str, kind: str, cites: Cites, sides: Sides) -> Year:
    """Return the event of a row's year; `own` is what its id begins with. Raises BadCell."""
    number, country = whole(row, "year"), name(row, "location")
    document: dict[str, Any] = {
        "id": f"{own}-{number}",
        "citations": [cites.at(f"{own.removeprefix('ucdp-').replace('-', ' ')}, {number}")],
        "external": {CONFLICT_SPACE: row},
        "title": f"{country}: {title}, {number}",
        "event_kind": kind,
        "when": {"edtf": _edtf(row, number)},
        "participants": sides.participants,
        "clarity": "summary",
    }
    beside = [cites.dataset, *sides.entries]
    if "," not in country:
        place = Placing("ucdp", cites.at()).country(country)
        beside.append(place)
        document |= {"location": place.ref, "where_precision": "country"}
    return Year(Entry("event", document), tuple(beside))


def conflict(row: Row, title: str, kind: Kind, cites: Cites) -> Entry:
    """Return the conflict that a year is part of."""
    number = whole(row, "conflict_id")
    document = {
        "id": f"ucdp-conflict-{number}",
        "citations": [cites.at(f"conflict {number}")],
        "title": title,
        "event_kind": kind.conflict,
        "codes": {"ucdp": kind.code},
    }
    return Entry("event", document)


def opposition(row: Row, cites: Cites, sides: Sides, known: Known) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return the claim that one side opposes the other, where each is one actor; and what is odd about its time."""
    one, other = sides.alone("a"), sides.alone("b")
    if one is None or other is None:
        return (), ()
    dyad = whole(row, "dyad_id")
    claim: dict[str, Any] = {
        "id": f"ucdp-dyad-{dyad}",
        "citations": [cites.at(f"dyad {dyad}")],
        "subject": one.ref,
        "predicate": "opposes",
        "object": other.ref,
    }
    since, was_read = known.start(row)
    if since:
        claim["when"] = {"edtf": since}
    return (Entry("claim", claim),), () if was_read else (UNREAD,)


def deaths(row: Row) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return a year's deaths as a field of its event, if there are any; and whether their bounds are odd."""
    columns = {part: f"{part}_fatality_estimate" for part in ("low", "best", "high")}
    numbers = {part: count(row, column) for part, column in columns.items()}
    found = {part: number for part, number in numbers.items() if number is not None}
    in_order = list(found.values()) == sorted(found.values())
    return {"deaths": found} if found else {}, () if in_order else (_OUT_OF_ORDER,)


def _edtf(row: Row, number: int) -> str:
    try:
        return edtf_of_year(number)
    except ValueError as error:
        raise BadCell("year", row["year"], f"cannot be: {error}") from None
