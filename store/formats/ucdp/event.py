"""The event of a row: what, when, where, who, how many dead, according to whom."""

from functools import lru_cache
from typing import Any, get_args

from store import when
from store.formats.found import Entry
from store.formats.ucdp import cells, places, reports, sides
from store.formats.ucdp.cells import BadCell, Row
from store.formats.ucdp.columns import NAMESPACE
from store.formats.ucdp.dataset import CIVILIANS, DATASET, cited
from store.formats.ucdp.sides import Side
from store.records import WherePrecision
from store.when.civil import Day, civil

_PRECISIONS: tuple[WherePrecision, ...] = get_args(WherePrecision)
_SUMMARY = 2
_DAYS_OF_PRECISION = {1: (1, 1), 2: (2, 6), 3: (7, 7), 4: (8, 31), 5: (32, 1_000_000)}
_TOLL = {
    "low": "low",
    "best": "best",
    "high": "high",
    "side_a": "deaths_a",
    "side_b": "deaths_b",
    "civilians": "deaths_civilians",
    "unknown": "deaths_unknown",
}


def event(row: dict[str, str]) -> tuple[Entry, tuple[Entry, ...], tuple[str, ...]]:
    """Return the event, the records beside it, and what is odd about the row. Raises BadCell.

    The row itself becomes the event's `external`.
    """
    number, violence = cells.whole(row, "id"), cells.step(row, "type_of_violence", 3)
    one, other = _side(row, "side_a", "gwnoa"), _side(row, "side_b", "gwnob")
    part_of = sides.conflict(cells.whole(row, "conflict_new_id"), cells.name(row, "conflict_name"), violence)
    spot, clarity, toll = _spot(row), cells.step(row, "event_clarity", 2), _toll(row)
    first, last = _days(row)
    where, sources = places.chain(spot), reports.reports(row, civil(first)[0])
    document = {
        "id": f"ucdp-{number}",
        "citations": [cited(f"id {number}"), *({"source": source.ref} for source in sources)],
        "external": {NAMESPACE: row},
        "title": _title(one, other, violence, spot),
        "event_kind": sides.VIOLENCE[violence],
        "codes": {"ucdp": f"{violence}"},
        "when": {"edtf": _edtf(first, last, clarity == _SUMMARY)},
        "location": where[0].ref,
        "where_precision": _PRECISIONS[spot.precision - 1],
        "participants": _participants(one, other, violence),
        "clarity": "summary" if clarity == _SUMMARY else "precise",
        "part_of": part_of.ref,
    }
    if toll:
        document["deaths"] = toll
    if cells.words(row, "code_status").lower() not in ("", "clear"):
        document["status"] = "draft"
    beside = (
        DATASET,
        sides.faction(one, violence),
        sides.faction(other, violence),
        part_of,
        *_opposition(row, one, other, violence),
        *where,
        *sources,
    )
    return Entry("event", document), beside, _cautions(row, toll, last - first + 1)


def _side(row: Row, side: str, state: str) -> Side:
    return Side(cells.whole(row, f"{side}_new_id"), cells.name(row, side), bool(cells.words(row, state)))


def _spot(row: Row) -> places.Spot:
    return places.Spot(
        cells.name(row, "where_coordinates"),
        cells.words(row, "adm_2"),
        cells.words(row, "adm_1"),
        cells.name(row, "country"),
        cells.degrees(row, "latitude", 90),
        cells.degrees(row, "longitude", 180),
        cells.step(row, "where_prec", 7),
    )


def _days(row: Row) -> tuple[Day, Day]:
    first, last = cells.day(row, "date_start"), cells.day(row, "date_end")
    if last < first:
        raise BadCell("date_end", row["date_end"], f"is before date_start ‘{cells.shortened(row['date_start'], 40)}’")
    return first, last


@lru_cache(maxsize=16_384)
def _edtf(first: Day, last: Day, held: bool) -> str:
    return when.from_days(first, last, held)


def _toll(row: Row) -> dict[str, int]:
    numbers = {part: cells.count(row, column) for part, column in _TOLL.items()}
    return {part: number for part, number in numbers.items() if number is not None}


def _title(one: Side, other: Side, violence: int, spot: places.Spot) -> str:
    if violence == sides.ONE_SIDED:
        target = "civilians" if other.actor == CIVILIANS else other.name
        return f"{one.name} against {target}, {spot.name}"
    return f"{one.name} – {other.name}, {spot.name}"


def _participants(one: Side, other: Side, violence: int) -> list[dict[str, Any]]:
    second = "target" if violence == sides.ONE_SIDED else "side b"
    return [{"actor": one.ref, "role": "side a"}, {"actor": other.ref, "role": second}]


def _opposition(row: Row, one: Side, other: Side, violence: int) -> tuple[Entry, ...]:
    dyad = cells.count(row, "dyad_new_id")
    if dyad is None or not sides.oppose(one, other, violence):
        return ()
    return (sides.opposition(dyad, one, other),)


def _cautions(row: Row, toll: dict[str, int], days: int) -> tuple[str, ...]:
    odd = []
    bounds = [toll[part] for part in ("low", "best", "high") if part in toll]
    if bounds != sorted(bounds):
        odd.append("low, best and high deaths are not in that order")
    least, most = _DAYS_OF_PRECISION[cells.step(row, "date_prec", 5)]
    if not least <= days <= most:
        odd.append("date_prec does not fit the days from date_start to date_end")
    return tuple(odd)
