"""The places of the map: where they are, who held them on the lens's day, and how much of the lens lies there."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.index.called import cards_then, title_then
from store.index.cards import Card
from store.index.database import all_of
from store.index.documents import documents
from store.index.extent import span
from store.index.index import Index
from store.index.lookup import node_of
from store.index.reading import Document, line, ref
from store.index.runs import Run
from store.index.schema import UNDATED
from store.index.shelves import HOLD, OBJECT, STATEMENTS, shelves_of
from store.index.tallying import lying, withins
from store.lens import Lens
from store.rows import PlaceRow

_STANDINGS = {"contests": "contested", "controls": "held", "present-in": "present", "moved-to": "present"}
"""What a hold makes of a place; the first of these that is so on the day counts."""

Hold = tuple[Card, Document]
Spot = tuple[int, float, float]
"""A place's node, and its degrees north and east."""
MANY = 10_000
"""Statements of a lens of which it is asked where they lie; of more, the newest of them. It takes 10 ms."""


_POINTS = """
SELECT node, lat, lon FROM json_each(?) CROSS JOIN places ON node = value WHERE lat IS NOT NULL ORDER BY key
"""


class Places(NamedTuple):
    """Places, those with most in them first; `more` tells that there are more.

    If `newest`, what lies in them was counted in so many of the newest statements.
    """

    rows: tuple[PlaceRow, ...]
    newest: int
    more: bool = False


class _Found(NamedTuple):
    """The spots of a lens, one more than are wanted if there are more; what lies in each, and `newest` as of Places."""

    spots: tuple[Spot, ...]
    touches: Mapping[int, int]
    newest: int


def places(index: Index, lens: Lens, count: int) -> Places:
    """Return the places with a point in which something of the lens lies, those with the most of it first.

    A lens that narrows to nothing, or to a day alone, shows all places that have a point.
    """
    everywhere = lens.from_today.empty
    found = _all(index, count) if everywhere else index.kept(("places", lens, count), lambda: _left(index, lens, count))
    day = span(index.database)[1] if lens.day is None else lens.day
    spots = found.spots[:count]
    told = cards_then(index, lens, [spot[0] for spot in spots])
    holds = _holds(index, list(told), lens, Lens(as_of=day, known_by=lens.known_by))
    rows = (
        _row(index, lens, told[spot[0]], spot, found.touches.get(spot[0], 0), holds.get(spot[0], [])) for spot in spots
    )
    return Places(tuple(rows), found.newest, len(found.spots) > count)


def _all(index: Index, count: int) -> _Found:
    sql = "SELECT node, lat, lon, lying FROM places WHERE lat IS NOT NULL ORDER BY lying DESC, node LIMIT ?"
    rows = index.database.rows(sql, (count + 1,))
    return _Found(tuple(row[:3] for row in rows), {row[0]: row[3] for row in rows}, 0)


def _left(index: Index, lens: Lens, count: int) -> _Found:
    run = Run(index, lens, shelves_of(lens.kinds) if lens.kinds else STATEMENTS)
    lie_in = run.newest("l.place", MANY + 1)
    touches = lying(index.kept("withins", lambda: withins(index.database)), Counter(lie_in[:MANY]).items())
    return _Found(_spots(index, lens, touches, count), touches, MANY if len(lie_in) > MANY else 0)


def _spots(index: Index, lens: Lens, touches: Mapping[int, int], count: int) -> tuple[Spot, ...]:
    about = {node_of(index.database, ref) for ref in lens.about if ref.startswith("location:")}
    most_first = sorted({*touches, *about}, key=lambda node: (-touches.get(node, 0), node))
    found: list[Spot] = []
    for start in range(0, len(most_first), max(count, 1)):
        wanted = json.dumps(most_first[start : start + count])
        found += index.database.rows(_POINTS, (wanted,))
        if len(found) > count:
            break
    return tuple(found[: count + 1])


def _holds(index: Index, nodes: Sequence[int], lens: Lens, on_the_day: Lens) -> dict[int, list[Hold]]:
    """Return by place the claims that somebody held, contested or was in it on the day, newest first."""
    marks = ", ".join("?" * len(nodes))
    left = all_of(index.narrow(on_the_day).conditions)
    rows = index.database.rows(
        f"SELECT l.target, l.node FROM links l WHERE l.target IN ({marks}) AND l.shelf = {HOLD} AND l.role & {OBJECT}"
        f" AND {left.sql} ORDER BY l.earliest = {UNDATED}, l.earliest DESC",
        (*nodes, *left.values),
    )
    claims = cards_then(index, lens, [claim for _, claim in rows])
    kept = documents(index.database, list(claims))
    held: dict[int, list[Hold]] = {}
    for place, claim in rows:
        held.setdefault(place, []).append((claims[claim], kept[claim]))
    return held


def _row(index: Index, lens: Lens, card: Card, spot: Spot, touches: int, holds: list[Hold]) -> PlaceRow:
    standing, counting = _standing(holds)
    holders = dict.fromkeys(title_then(index, lens, ref(document, "subject")) for _, document in counting)
    return PlaceRow(
        statement=counting[0][0].ref if counting else card.ref,
        target=card.ref,
        title=card.title,
        location_kind=card.detail,
        within=card.near,
        lat=spot[1],
        lon=spot[2],
        standing=standing,
        holders=", ".join(holders),
        touches=touches,
        mark="conflict" if any(claim.in_conflict for claim, _ in counting) else "",
    )


def _standing(holds: list[Hold]) -> tuple[str, list[Hold]]:
    """Return how a place stands, and the claims that make it so; it is contested, too, if several control it."""
    by_standing: dict[str, list[Hold]] = {standing: [] for standing in _STANDINGS.values()}
    for hold in holds:
        by_standing[_STANDINGS.get(line(hold[1], "predicate"), "present")].append(hold)
    controllers = {ref(document, "subject") for _, document in by_standing["held"]}
    if by_standing["contested"] or len(controllers) > 1:
        return "contested", by_standing["held"] + by_standing["contested"]
    return next(((standing, counting) for standing, counting in by_standing.items() if counting), ("", []))
