"""What changed between two days: the difference of what a lens leaves as of the one and as of the other.

What begins stays for good, but for ties and holds, which also end; those that began and ended in between are in neither
of the two answers, and are told by themselves. Asked what became known, it is the difference of what was known by the
one day and by the other.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from store.index.called import cards_then, renamed_between
from store.index.cards import Card, cards
from store.index.database import Condition, all_of
from store.index.index import Index
from store.index.known import became_known
from store.index.lasting import begun
from store.index.narrowing import IN_ORDER, Narrowing, conditions_on_node
from store.index.shelves import (
    ASSESSMENT,
    ENDING,
    ESTIMATE,
    EVENT,
    FACTION,
    HOLD,
    LOCATION,
    PERSON,
    QUOTE,
    SOURCE,
    TIE,
    shelves_of,
)
from store.lens import Lens
from store.rows import ChangeRow, Heading, Slice
from store.when import Day

_NAMES = {
    HOLD: "Holds",
    TIE: "Ties",
    FACTION: "Factions",
    PERSON: "People",
    LOCATION: "Places",
    ESTIMATE: "Estimates",
    ASSESSMENT: "Assessments",
    EVENT: "Events",
    QUOTE: "Quotes",
    SOURCE: "Publications",
}
"""What changes, in the order in which it is told: first what the situation is, then what happened and was said."""

_BY_BEGINNING = "earliest, latest, rank, node"
_BY_END = "latest, earliest, rank, node"


class Between(NamedTuple):
    """After one day and by another; `known` asks when it became known, not when it held."""

    after: Day
    until: Day
    known: bool


class _Sort(NamedTuple):
    """Changes of one sort: those on a shelf for which something holds."""

    heading: str
    change: str
    shelf: int
    condition: Condition
    order: str


def changes(index: Index, lens: Lens, between: Between, start: int, count: int) -> Slice[ChangeRow]:
    """Return a slice of the changes, sort by sort, each in the order of time; what was renamed stands first."""
    renamed = _renamed(index, lens, between)
    rows = list(renamed[start : start + count])
    passed = len(renamed)
    for sort, number in _counted(index, lens, between):
        first, last = max(start, passed), min(start + count, passed + number)
        if first < last:
            rows += _rows(index, lens, between, sort, first - passed, last - first)
        passed += number
    return Slice(tuple(rows), start, passed)


def change_headings(index: Index, lens: Lens, between: Between) -> tuple[Heading, ...]:
    """Return the headings of the changes in their order, each with the number of rows under it."""
    renamed = len(_renamed(index, lens, between))
    names = (Heading(renamed, "Names"),) if renamed else ()
    return (*names, *(Heading(number, sort.heading) for sort, number in _counted(index, lens, between)))


def _renamed(index: Index, lens: Lens, between: Between) -> tuple[ChangeRow, ...]:
    if between.known or between.until <= between.after:
        return ()
    return index.kept(("renamed", lens, between), lambda: _find_renamed(index, lens, between))


def _find_renamed(index: Index, lens: Lens, between: Between) -> tuple[ChangeRow, ...]:
    """Return whom the lens leaves that was called otherwise on the one day than on the other."""
    names = renamed_between(index, between.after, between.until)
    if not names:
        return ()
    asked = all_of(conditions_on_node(index.narrow(_without_day(lens, between))))
    shelves = ", ".join(map(str, shelves_of(lens.kinds) if lens.kinds else _NAMES))
    nodes = index.database.rows(
        "SELECT l.node FROM nodes l WHERE l.node IN (SELECT value FROM json_each(?))"
        f" AND +l.shelf IN ({shelves}) AND {asked.sql} ORDER BY l.rank",
        (json.dumps(list(names)), *asked.values),
    )
    found = cards(index.database, [node for (node,) in nodes])
    return tuple(
        _row(card, "renamed")._replace(title=f"{names[node][0]} is called {names[node][1]}", when="")
        for node, card in found.items()
    )


def _counted(index: Index, lens: Lens, between: Between) -> tuple[tuple[_Sort, int], ...]:
    if between.known:
        index.look_back()
    return index.kept(("changes", lens, between), lambda: tuple(_count(index, lens, between)))


def _count(index: Index, lens: Lens, between: Between) -> Iterator[tuple[_Sort, int]]:
    narrowing = index.narrow(_without_day(lens, between))
    wanted = shelves_of(lens.kinds) if lens.kinds else tuple(_NAMES)
    for shelf in _NAMES:
        for sort in _sorts(shelf, between) if shelf in wanted else ():
            number = _tallied(index, narrowing, shelf, between)
            if number is None:
                links = narrowing.links((shelf,), sort.condition)
                number = int(index.database.value(f"SELECT count(*) FROM ({links.sql})", links.values))
            if number:
                yield sort, number


def _tallied(index: Index, narrowing: Narrowing, shelf: int, between: Between) -> int | None:
    """Return how much on a shelf that never ends began between the days, where tallies know it."""
    one = len(narrowing.targets) == 1 and narrowing.tallied and narrowing.bounds.all_time
    if not one or between.known or shelf in ENDING:
        return None
    return begun(index.database, narrowing.targets[0], shelf, between.after + 1, between.until)


def _without_day(lens: Lens, between: Between) -> Lens:
    """Return the lens without the day that the two days take the place of."""
    return lens._replace(known_by=None) if between.known else lens._replace(as_of=None)


def _sorts(shelf: int, between: Between) -> Iterator[_Sort]:
    name, (after, until, known) = _NAMES[shelf], between
    if known:
        yield _Sort(name, "became known", shelf, became_known(after, until), _BY_BEGINNING)
        return
    began = Condition("l.earliest > ? AND l.earliest <= ?", (after, until))
    if shelf not in ENDING:
        yield _Sort(name, "began", shelf, began, _BY_BEGINNING)
        return
    lasting = Condition(f"{began.sql} AND l.latest >= ?", (*began.values, until))
    ended = Condition("l.earliest <= ? AND l.latest >= ? AND l.latest < ?", (after, after, until))
    passing = Condition(f"{began.sql} AND l.latest < ?", (*began.values, until))
    yield _Sort(f"{name} that began", "began", shelf, lasting, _BY_BEGINNING)
    yield _Sort(f"{name} that ended", "ended", shelf, ended, _BY_END)
    yield _Sort(f"{name} that came and went", "came and went", shelf, passing, _BY_BEGINNING)


def _rows(index: Index, lens: Lens, between: Between, sort: _Sort, start: int, count: int) -> Iterator[ChangeRow]:
    narrowing = index.narrow(_without_day(lens, between))
    links = narrowing.links((sort.shelf,), sort.condition, columns=IN_ORDER)
    sql = f"SELECT node FROM ({links.sql}) ORDER BY {sort.order} LIMIT ? OFFSET ?"
    nodes = [node for (node,) in index.database.rows(sql, (*links.values, count, start))]
    then = Lens(known_by=between.until if between.known else lens.known_by)
    yield from (_row(card, sort.change) for card in cards_then(index, then, nodes).values())


def _row(card: Card, change: str) -> ChangeRow:
    return ChangeRow(
        statement=card.ref,
        target=card.ref,
        kind=card.kind,
        change=change,
        when=card.when_with_year,
        title=card.title,
        grade=card.grade,
        mark=card.mark_or_conflict,
    )
