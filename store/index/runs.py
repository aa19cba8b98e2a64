"""A run: what a lens leaves of some shelves, in the order of time, with the undated at its end."""
# ruff: noqa: S608 - the SQL is put together from names and numbers of ours

from collections.abc import Sequence

from store.index.database import Condition
from store.index.index import Index
from store.index.narrowing import DATED, UNDATED_ONLY
from store.index.schema import UNDATED
from store.index.tallying import Sizes, tallied
from store.lens import Lens

_FORWARDS = "earliest, latest, rank, node"
_BACKWARDS = "earliest DESC, latest DESC, rank DESC, node DESC"
_BY_TITLE = "rank, node"


class Run:
    """A list in the order of time, oldest or newest first, read in slices by position.

    `shelves` are those of what has a date; what has none is listed by title from `undated` (the same shelves if it is
    None), whichever way time runs. `roles` keeps only links in one of these roles (bits of `shelves`).
    """

    def __init__(
        self,
        index: Index,
        lens: Lens,
        shelves: Sequence[int],
        undated: Sequence[int] | None = None,
        *,
        newest_first: bool = True,
        roles: int = 0,
    ) -> None:
        self._index = index
        self._lens = lens
        self._narrowing = index.narrow(lens)
        self._shelves = {DATED: tuple(shelves), UNDATED_ONLY: tuple(shelves if undated is None else undated)}
        self._newest_first = newest_first
        self._roles = roles

    @property
    def sizes(self) -> Sizes:
        """How long it is; counted once for each lens."""
        return self._index.kept(("sizes", self._lens, self._roles, *self._shelves.values()), self._count)

    def nodes(self, start: int, count: int) -> list[int]:
        """Return the nodes from a position on."""
        dated, undated = self.sizes
        end = min(start + count, dated + undated)
        found: list[int] = []
        if start < min(end, dated):
            found += self._dated(start, min(end, dated) - start)
        if end > dated:
            first = max(start, dated)
            found += self._read(UNDATED_ONLY, _BY_TITLE, first - dated, end - first)
        return found

    def position(self, node: int) -> int | None:
        """Return where a node stands; None if it is not in the run."""
        row = self._index.database.row("SELECT earliest, latest, rank, node FROM nodes WHERE node = ?", (node,))
        if row is None:
            return None
        which = UNDATED_ONLY if row[0] == UNDATED else DATED
        if not self._counted(which, Condition("(l.earliest, l.latest, l.rank, l.node) = (?, ?, ?, ?)", row)):
            return None
        if which is UNDATED_ONLY:
            return self.sizes.dated + self._counted(which, Condition("(l.rank, l.node) < (?, ?)", row[2:]))
        ahead = f"(l.earliest, l.latest, l.rank, l.node) {'>' if self._newest_first else '<'} (?, ?, ?, ?)"
        return self._counted(which, Condition(ahead, row))

    def _dated(self, start: int, count: int) -> list[int]:
        """Read from whichever end is nearer, because what is skipped has to be walked over."""
        behind = self.sizes.dated - start - count
        if start <= behind:
            return self._read(DATED, _BACKWARDS if self._newest_first else _FORWARDS, start, count)
        return self._read(DATED, _FORWARDS if self._newest_first else _BACKWARDS, behind, count)[::-1]

    def _read(self, which: Condition, order: str, start: int, count: int) -> list[int]:
        links = self._links(which)
        sql = f"{links.sql} ORDER BY {order} LIMIT ? OFFSET ?"
        return [row[3] for row in self._index.database.rows(sql, (*links.values, count, start))]

    def _counted(self, which: Condition, *more: Condition) -> int:
        links = self._links(which, *more)
        sql = f"SELECT count(*) FROM ({links.sql})"
        return int(self._index.database.value(sql, links.values))

    def _links(self, *conditions: Condition) -> Condition:
        in_role = (Condition("l.role & ?", (self._roles,)),) if self._roles else ()
        return self._narrowing.links(self._shelves[conditions[0]], *conditions, *in_role)

    def _count(self) -> Sizes:
        if self._narrowing.tallied and len(self._narrowing.targets) == 1 and not self._roles:
            target = self._narrowing.targets[0]
            return Sizes(
                tallied(self._index.database, target, self._shelves[DATED]).dated,
                tallied(self._index.database, target, self._shelves[UNDATED_ONLY]).undated,
            )
        return Sizes(self._counted(DATED), self._counted(UNDATED_ONLY))
