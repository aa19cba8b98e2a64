"""The web of an actor: its ties, the ties of those it is tied to, and how two actors are linked."""

from collections.abc import Iterator
from itertools import pairwise

from store.index.called import title_then
from store.index.cards import card
from store.index.database import Database
from store.index.documents import document
from store.index.index import Index
from store.index.lookup import NOBODY, known_node_of, ref_of
from store.index.profiles.sections import MOST, ties
from store.index.profiles.subject import Subject
from store.index.shelves import FACTION, PERSON
from store.lens import Lens
from store.refs import Ref
from store.rows import ProfileRow, TieRow

MOST_STEPS = 8
"""Ties between two actors that are still called a link."""
MOST_TIES = 1_000
"""Ties of one actor that are looked along for a link."""
MOST_MET = 5_000
"""Actors that are looked through for one; who has met so many is linked to anybody."""


def web(index: Index, actor: int, lens: Lens) -> tuple[TieRow, ...]:
    """Return the ties of an actor, and under each those of the other end, in the light of a lens.

    An actor that stands in the web already is named again where it is tied, but its own ties are told once.
    """
    return tuple(_web(index, actor, lens))


def link(index: Index, one: int, other: int, lens: Lens) -> tuple[TieRow, ...]:
    """Return the shortest chain of ties from one actor to another, a row a tie; nothing where there is none.

    Of several that are as short, the one through the ties that profiles tell first.
    """
    database = index.database
    steps: dict[Ref, ProfileRow] = {}
    start, goal = _ref(database, one), _ref(database, other)
    before: dict[Ref, Ref] = {start: ""}
    edge = [start]
    for _ in range(MOST_STEPS):
        met: list[Ref] = []
        for here in edge:
            for row in _ties(index, here, lens, MOST_TIES):
                if row.target not in before:
                    before[row.target], steps[row.target] = here, row
                    met.append(row.target)
        if goal in before or not met or len(before) > MOST_MET:
            break
        edge = met
    if goal not in before or goal == start:
        return ()
    chain = [goal]
    while before[chain[-1]]:
        chain.append(before[chain[-1]])
    return tuple(
        _row(index, lens, steps[there], here, depth)
        for depth, (here, there) in enumerate(pairwise(reversed(chain)), start=1)
    )


def _web(index: Index, actor: int, lens: Lens) -> Iterator[TieRow]:
    database = index.database
    middle = _ref(database, actor)
    first = _ties(index, middle, lens)
    told = {middle}
    for row in first:
        yield _row(index, lens, row, middle, 1)
        if row.target in told:
            continue
        told.add(row.target)
        for further in _ties(index, row.target, lens):
            if further.target != middle:
                yield _row(index, lens, further, row.target, 2)


def _ties(index: Index, actor: Ref, lens: Lens, most: int = MOST) -> tuple[ProfileRow, ...]:
    node = known_node_of(index.database, actor)
    shown = card(index.database, node) if node != NOBODY else None
    if shown is None or shown.shelf not in (FACTION, PERSON):
        return ()
    return ties(Subject(index, shown, document(index.database, node), lens), most).rows


def _row(index: Index, lens: Lens, row: ProfileRow, near: Ref, depth: int) -> TieRow:
    return TieRow(
        statement=row.statement,
        target=row.target,
        depth=depth,
        near=near,
        from_=title_then(index, lens, near),
        label=row.label,
        text=row.text,
        when=row.when,
        grade=row.grade,
        mark=row.mark,
    )


def _ref(database: Database, node: int) -> Ref:
    return ref_of(*database.rows("SELECT kind, id FROM nodes WHERE node = ?", (node,))[0])
