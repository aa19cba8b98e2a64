"""The places of the map: where they are, who held them on the lens's day, and how much of the lens lies there."""

from collections.abc import Sequence

from store.index.called import cards_then, title_then
from store.index.cards import Card
from store.index.database import all_of
from store.index.documents import documents
from store.index.extent import span
from store.index.index import Index
from store.index.lookup import node_of
from store.index.narrowing import PLACED
from store.index.reading import Document, line, ref
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


def places(index: Index, lens: Lens, count: int) -> tuple[PlaceRow, ...]:
    """Return the places with a point in which something of the lens lies, those with the most of it first.

    A lens that narrows to nothing, or to a day alone, shows all places that have a point.
    """
    if lens.from_today.empty:
        rows = index.database.rows(
            "SELECT node, lat, lon, lying FROM places WHERE lat IS NOT NULL ORDER BY lying DESC, node LIMIT ?", (count,)
        )
        spots = [row[:3] for row in rows]
        touches = {row[0]: row[3] for row in rows}
    else:
        touches = index.kept(("touches", lens), lambda: _touches(index, lens))
        spots = _spots(index, lens, touches)[:count]
    day = span(index.database)[1] if lens.day is None else lens.day
    found = cards_then(index, lens, [spot[0] for spot in spots])
    holds = _holds(index, list(found), lens, Lens(as_of=day, known_by=lens.known_by))
    return tuple(
        _row(index, lens, found[spot[0]], spot, touches.get(spot[0], 0), holds.get(spot[0], [])) for spot in spots
    )


def _touches(index: Index, lens: Lens) -> dict[int, int]:
    shelves = shelves_of(lens.kinds) if lens.kinds else STATEMENTS
    links = index.narrow(lens).links(shelves, PLACED, columns="l.place, l.node")
    direct = index.database.rows(f"SELECT place, count(*) FROM ({links.sql}) GROUP BY place", links.values)
    return lying(withins(index.database), direct)


def _spots(index: Index, lens: Lens, touches: dict[int, int]) -> list[Spot]:
    about = {node_of(index.database, ref) for ref in lens.about if ref.startswith("location:")}
    rows = index.database.rows("SELECT node, lat, lon FROM places WHERE lat IS NOT NULL")
    spots = [(node, lat, lon) for node, lat, lon in rows if node in touches or node in about]
    return sorted(spots, key=lambda spot: (-touches.get(spot[0], 0), spot[0]))


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
