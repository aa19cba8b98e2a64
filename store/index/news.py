"""What was added or changed in a store since a moment, by the stamps that its records carry.

No index is kept of stamps: they are asked for seldom, and looking through a million records takes a few seconds. It is
done a portion at a time, so that whoever waits can be told how far it has come, and can stop.
"""

import json
import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from heapq import heappush, heapreplace
from typing import NamedTuple

from store.index.cards import Card, cards
from store.index.documents import documents
from store.index.index import Index
from store.index.reading import Document, line, part, whole
from store.rows import NewsRow

MOST = 1_000
"""Records that are listed, the last ones; the others are counted."""
_PORTION = 10_000
_AT_ONCE = 200
_DAY = re.compile(rb'"(?:created|modified)"\s*:\s*"(\d{4}-\d\d-\d\d)')
"""A day that may be that of a stamp: it may also stand in an imported row, so a record that has one is read."""
_ZONES = timedelta(days=1)


class News(NamedTuple):
    """The records added and changed, the last ones first, and how many there are; `stamped` if any carries a stamp."""

    rows: tuple[NewsRow, ...]
    added: int
    changed: int
    stamped: bool


class Stamp(NamedTuple):
    """When a record was last touched, in seconds since 1970 (UTC), and whether it was new then."""

    moment: float
    new: bool


class Gleaning:
    """Looks through all records for what is newer than a moment, in seconds since 1970 (UTC)."""

    def __init__(self, index: Index, since: float) -> None:
        self._index = index
        self._since = since
        self._day = f"{datetime.fromtimestamp(since, UTC) - _ZONES:%Y-%m-%d}".encode()
        self._last: list[tuple[float, int]] = []
        self._counts = {True: 0, False: 0}
        self._stamped = False
        self._node = 0
        self.total = index.database.value("SELECT max(node) FROM documents") or 0

    @property
    def done(self) -> int:
        """How many records have been looked at, about."""
        return min(self._node, self.total)

    def step(self) -> bool:
        """Look at a portion more; False when there is none."""
        sql = "SELECT node, document FROM documents WHERE node > ? ORDER BY node LIMIT ?"
        portion = self._index.database.rows(sql, (self._node, _PORTION))
        for node, text in portion:
            days = _DAY.findall(text)
            if days:
                self._stamped = True
                if max(days) >= self._day:
                    self._take(node, _stamp(json.loads(text), self._since))
        self._node = portion[-1][0] if portion else self.total
        return len(portion) == _PORTION

    def _take(self, node: int, stamp: Stamp) -> None:
        if stamp.moment <= self._since:
            return
        self._counts[stamp.new] += 1
        if len(self._last) < MOST:
            heappush(self._last, (stamp.moment, node))
        elif (stamp.moment, node) > self._last[0]:
            heapreplace(self._last, (stamp.moment, node))

    def news(self) -> News:
        """Return what was found."""
        database = self._index.database
        nodes = [node for _, node in sorted(self._last, reverse=True)]
        rows: list[NewsRow] = []
        for start in range(0, len(nodes), _AT_ONCE):
            some = nodes[start : start + _AT_ONCE]
            kept = documents(database, some)
            rows += (self._row(card, kept[node]) for node, card in cards(database, some).items())
        return News(tuple(rows), self._counts[True], self._counts[False], self._stamped)

    def _row(self, card: Card, document: Document) -> NewsRow:
        stamp, origin = _stamp(document, self._since), part(document, "origin")
        return NewsRow(
            statement=card.ref,
            target=card.ref,
            kind=card.kind,
            title=card.title,
            detail=" · ".join(filter(None, (card.detail, card.near, card.when_with_year))),
            mark=card.mark_or_conflict,
            how="added" if stamp.new else "changed",
            day=f"{datetime.fromtimestamp(stamp.moment, UTC):%Y-%m-%d}",
            by=line(origin, "run") or line(origin, "tool") or line(origin, "by"),
            revision=whole(document, "revision") or 1,
        )


def _stamp(document: Document, since: float) -> Stamp:
    created, modified = _moment(line(document, "created")), _moment(line(document, "modified"))
    return Stamp(max(created, modified), created > since)


@lru_cache(maxsize=4_096)
def _moment(text: str) -> float:
    """Return a stamp in seconds since 1970; minus infinity for none, and for what is none."""
    try:
        told = datetime.fromisoformat(text)
        return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return float("-inf")
