"""Counts of links, kept so that no question has to count them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.index.database import Database
from store.index.schema import EVERYTHING, UNDATED
from store.index.shelves import REJECTED, STATEMENTS

BUSY = 16_384
"""A target with more dated links than this has them counted by day; to count fewer takes 3 ms."""


class Sizes(NamedTuple):
    """How many of some records have a date, and how many have none."""

    dated: int
    undated: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.dated + self.undated


_LYING = """
WITH RECURSIVE around (node) AS (
    SELECT ?1 UNION SELECT within FROM places JOIN around USING (node) WHERE within IS NOT NULL
)
UPDATE places SET lying = lying + ?2 WHERE node IN around
"""
_LYING_IN = f"""
WITH RECURSIVE inside (node) AS (
    SELECT ?1 UNION SELECT places.node FROM places JOIN inside ON places.within = inside.node
)
UPDATE places SET lying = (
    SELECT count(*) FROM links WHERE target = ?1 AND place IN inside AND status < {REJECTED}
    AND shelf IN ({", ".join(map(str, STATEMENTS))})
) WHERE node = ?1
"""
_BUSY = "SELECT target FROM tallies GROUP BY target HAVING sum(dated) > {busy}"
_BY_DAY = "INSERT INTO days SELECT {target}, shelf, earliest, count(*) FROM {those} GROUP BY {order}shelf, earliest"
_BY_SPAN = (
    "INSERT INTO spans SELECT {target}, shelf, earliest, latest, count(*) FROM {those} AND latest > earliest"
    " GROUP BY {order}shelf, earliest, latest"
)


def tally_links(database: Database, tallies: Iterable[tuple[int, int, int, int]]) -> None:
    """Count all links: how many there are on which shelf is told (see `bundles`)."""
    database.run_each("INSERT INTO tallies VALUES (?, ?, ?, ?)", tallies)
    of_the_busy = f"links WHERE target IN ({_BUSY.format(busy=BUSY)}) AND earliest < {UNDATED} AND status < {REJECTED}"
    for sql in (_BY_DAY, _BY_SPAN):
        database.run(sql.format(target="target", those=of_the_busy, order="target, "))


def count_touches(database: Database) -> None:
    """Write down how often each node is named, when links have been counted."""
    database.run(
        "UPDATE nodes SET touches = (SELECT sum(dated + undated) FROM tallies WHERE target = nodes.node)"
        " WHERE node IN (SELECT target FROM tallies)"
    )


def tally_nodes(database: Database) -> None:
    """Count all nodes."""
    database.run(
        f"INSERT INTO tallies SELECT {EVERYTHING}, shelf, sum(earliest < {UNDATED}), sum(earliest = {UNDATED})"
        f" FROM nodes WHERE status < {REJECTED} GROUP BY shelf"
    )
    all_dated = f"nodes WHERE status < {REJECTED} AND earliest < {UNDATED}"
    for sql in (_BY_DAY, _BY_SPAN):
        database.run(sql.format(target=EVERYTHING, those=all_dated, order=""))


def by_day(database: Database, target: int) -> bool:
    """Tell whether the dated links of a target are counted by day."""
    return database.value("SELECT 1 FROM days WHERE target = ?", (target,)) is not None


def tallied(database: Database, target: int, shelves: Sequence[int]) -> Sizes:
    """Return how many records on these shelves name a target, itself counted, without those that are rejected."""
    marks = ", ".join("?" * len(shelves))
    values = (target, *shelves)
    row = database.row(
        f"SELECT total(dated), total(undated) FROM tallies WHERE target = ? AND shelf IN ({marks})",
        values,
    )
    dated, undated = row or (0, 0)
    own = own_of(database, target, shelves)
    if own is None:
        return Sizes(int(dated), int(undated))
    return Sizes(int(dated) + (own.earliest < UNDATED), int(undated) + (own.earliest == UNDATED))


class Own(NamedTuple):
    """On which shelf a target itself stands, and its first and last day."""

    shelf: int
    earliest: int
    latest: int


def own_of(database: Database, target: int, shelves: Sequence[int]) -> Own | None:
    """Return where a target itself stands, if it does so on one of these shelves and is not rejected."""
    marks = ", ".join("?" * len(shelves))
    sql = f"SELECT shelf, earliest, latest FROM nodes WHERE node = ? AND shelf IN ({marks}) AND status < {REJECTED}"
    row = database.row(sql, (target, *shelves))
    return Own(*row) if row else None


def withins(database: Database) -> dict[int, int | None]:
    """Return which place each place lies directly within."""
    return dict[int, int | None](database.rows("SELECT node, within FROM places"))


def lying(within: dict[int, int | None], direct: Iterable[tuple[int | None, int]]) -> dict[int, int]:
    """Return how many things lie in each place, counting those in the places within it."""
    total: dict[int, int] = {}
    for place, number in direct:
        passed: set[int] = set()
        while place is not None and place not in passed:
            passed.add(place)
            total[place] = total.get(place, 0) + number
            place = within.get(place)
    return total


def count_lying(database: Database) -> None:
    """Count anew how much lies in each place."""
    shelves = ", ".join(map(str, STATEMENTS))
    direct = database.rows(
        f"SELECT place, count(*) FROM nodes WHERE shelf IN ({shelves}) AND place IS NOT NULL AND status < {REJECTED}"
        " GROUP BY place"
    )
    numbers = ((number, place) for place, number in lying(withins(database), direct).items())
    database.run_each("UPDATE places SET lying = ? WHERE node = ?", numbers)


def recount(database: Database, node: int, links: Iterable[tuple[int, dict[int, int]]], change: int) -> None:
    """Count the links of a node that are added (+1) or taken away (-1), while the node is there."""
    row = database.row("SELECT shelf, earliest, latest, status, place FROM nodes WHERE node = ?", (node,))
    if row is None or row[3] == REJECTED:
        return
    shelf, earliest, latest, _, place = row
    dated = earliest != UNDATED
    for target in (EVERYTHING, *(named for _, roles in links for named in roles)):
        database.run(
            "INSERT INTO tallies VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT DO UPDATE SET dated = dated + ?3, undated = undated + ?4",
            (target, shelf, change * dated, change * (not dated)),
        )
        if dated and by_day(database, target):
            database.run(
                "INSERT INTO days VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET number = number + ?4",
                (target, shelf, earliest, change),
            )
            if latest > earliest:
                database.run(
                    "INSERT INTO spans VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET number = number + ?5",
                    (target, shelf, earliest, latest, change),
                )
        database.run("UPDATE nodes SET touches = touches + ? WHERE node = ?", (change, target))
    if shelf in STATEMENTS:
        database.run(_LYING, (place, change))


def count_lying_in(database: Database, place: int) -> None:
    """Count anew how much lies in one place: all of it names the place."""
    database.run(_LYING_IN, (place,))
