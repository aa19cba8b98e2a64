"""Index cards: what lists show of a record, read for a screenful of nodes at a time."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from store.index.database import Database
from store.index.lookup import ref_of
from store.index.schema import OPEN_BEGIN, OPEN_END, UNDATED
from store.index.shelves import ACCEPTED, MISSING, STATUSES
from store.refs import KINDS, Kind, Ref
from store.scales import grade
from store.when import Day, brief, civil, parse, phrase
from store.when.brief import WITH_YEAR
from store.when.words import year_name

NO_BEGINNING = "beginning unknown"
UNDATED_YEAR = "undated"
"""The headings of a timeline that are no years."""


class Card(NamedTuple):
    """One record. `near` is the title of the record that helps to tell it; `grade` that of its first citation.

    `reliability` is that of a source itself.
    """

    node: int
    ref: Ref
    kind: Kind
    title: str
    detail: str
    near: str
    status: int
    shelf: int
    earliest: Day | None
    latest: Day | None
    edtf: str
    said: str
    grade: str
    reliability: str
    touches: int
    in_conflict: bool

    @property
    def when(self) -> str:
        """The time in short, or as it was said, or nothing."""
        return _brief(self.edtf) if self.edtf else self.said

    @property
    def when_with_year(self) -> str:
        """The time in short, as it stands where no heading says the year; or as it was said, or nothing."""
        return brief(parse(self.edtf), WITH_YEAR) if self.edtf else self.said

    @property
    def phrase(self) -> str:
        """The time in words, or as it was said, or nothing."""
        return _phrase(self.edtf) if self.edtf else self.said

    @property
    def year(self) -> str:
        """The year it stands under in a timeline."""
        if self.earliest is not None:
            return year_name(civil(self.earliest)[0])
        return NO_BEGINNING if self.latest is not None else UNDATED_YEAR

    @property
    def mark(self) -> str:
        """The status, unless it is accepted."""
        return "" if self.status in (ACCEPTED, MISSING) else STATUSES[self.status]

    @property
    def mark_or_conflict(self) -> str:
        """The status unless accepted, or that another account contradicts it."""
        return self.mark or ("conflict" if self.in_conflict else "")


@lru_cache(maxsize=4096)
def _brief(edtf: str) -> str:
    return brief(parse(edtf))


@lru_cache(maxsize=4096)
def _phrase(edtf: str) -> str:
    return phrase(parse(edtf))


_SELECT = """
SELECT n.node, n.kind, n.id, n.title, n.detail, near.title, n.status, n.shelf, n.earliest, n.latest, n.edtf, n.said,
    source.reliability, n.credibility, n.reliability, n.touches,
    EXISTS (SELECT 1 FROM conflicts WHERE node = n.node) OR EXISTS (SELECT 1 FROM conflicts WHERE other = n.node)
FROM nodes n LEFT JOIN nodes near ON near.node = n.near LEFT JOIN nodes source ON source.node = n.cited
WHERE n.node IN ({marks})
"""
_AT_ONCE = 500


def cards(database: Database, nodes: Iterable[int]) -> dict[int, Card]:
    """Return the cards of nodes, in the order asked for; a node that is nobody's has none."""
    wanted = list(dict.fromkeys(nodes))
    found: dict[int, Card] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        sql = _SELECT.format(marks=", ".join("?" * len(some)))
        found.update((row[0], _card(*row)) for row in database.rows(sql, some))
    return {node: found[node] for node in wanted if node in found}


def card(database: Database, node: int) -> Card | None:
    """Return the card of one node."""
    return cards(database, (node,)).get(node)


def _card(
    node: int,
    kind: int,
    name: str,
    title: str,
    detail: str,
    near: str | None,
    status: int,
    shelf: int,
    earliest: int,
    latest: int,
    edtf: str,
    said: str,
    reliability: str | None,
    credibility: int | None,
    own_reliability: str | None,
    touches: int,
    in_conflict: int,
) -> Card:
    dated = earliest != UNDATED
    return Card(
        node=node,
        ref=ref_of(kind, name),
        kind=KINDS[kind],
        title=title,
        detail=detail,
        near=near or "",
        status=status,
        shelf=shelf,
        earliest=earliest if dated and earliest > OPEN_BEGIN else None,
        latest=latest if dated and latest < OPEN_END else None,
        edtf=edtf,
        said=said,
        grade=grade(reliability, credibility),
        reliability=own_reliability or "",
        touches=touches,
        in_conflict=bool(in_conflict),
    )
