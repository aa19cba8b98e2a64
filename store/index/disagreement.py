"""The conflicts of a store: found when it is indexed, kept with it, and found again where something changed."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from store.conflicts import RULES, Account, Conflict, conflicts, stated
from store.index.database import Condition, Database
from store.index.documents import each_document
from store.index.lookup import node_of
from store.index.reading import Document, line, part, ref, refs, time, whole
from store.index.shelves import ACCEPTED, CLAIMS, ESTIMATE, EVENT, HOLD, REJECTED
from store.refs import Ref


def record_conflicts(database: Database) -> None:
    """Find all conflicts anew."""
    marks = ", ".join(map(str, CLAIMS))
    telling = f"(shelf IN ({HOLD}, {ESTIMATE}) OR instr(document, 'conflicts_with'))"
    _record(database, Condition(f"shelf IN ({marks}) AND {telling} AND status < {REJECTED}"))


def record_conflicts_about(database: Database, subjects: frozenset[int]) -> None:
    """Find those conflicts anew that are about one of these nodes."""
    marks, shelves = ", ".join(map(str, subjects)), ", ".join(map(str, CLAIMS))
    database.run(f"DELETE FROM conflicts WHERE about IN ({marks})")
    naming = f"SELECT node FROM links WHERE target IN ({marks}) AND shelf IN ({shelves})"
    themselves = f"SELECT node FROM nodes WHERE node IN ({marks}) AND shelf IN ({shelves})"
    telling = f"node IN ({naming} UNION ALL {themselves})"
    _record(database, Condition(f"{telling} AND status < {REJECTED}"), only=subjects)


def about_of(document: Document) -> Ref:
    """Return what a claim is an account of."""
    return _account("", document).about


def _record(database: Database, which: Condition, only: frozenset[int] | None = None) -> None:
    accounts: list[Account] = []
    said: list[Conflict] = []
    for claim, status, document in each_document(database, which):
        account = _account(claim, document)
        if status == ACCEPTED and account.predicate in RULES:
            accounts.append(account)
        said.extend(stated(claim, account.about, refs(document, "conflicts_with")))
    accounts += _tolls(database, {account.subject for account in accounts if account.predicate == "deaths"})
    placed = cache(partial(_placed, database))  # an account may be in conflict with many others
    rows = [_numbered(placed, conflict) for conflict in (*conflicts(accounts), *said)]
    kept = (row for row in rows if row[0] and row[1] and (only is None or row[2] in only))
    database.run_each("INSERT OR REPLACE INTO conflicts VALUES (?, ?, ?, ?)", kept)


def _account(claim: Ref, document: Document) -> Account:
    return Account(
        ref=claim,
        subject=ref(document, "subject"),
        predicate=line(document, "predicate"),
        object=ref(document, "object"),
        value=line(document, "value"),
        edtf=time(document, "when").edtf,
    )


def _tolls(database: Database, events: set[Ref]) -> Iterator[Account]:
    """Yield the tolls that accepted events themselves tell."""
    nodes = ", ".join(str(node_of(database, event)) for event in events)
    for event, status, document in each_document(database, Condition(f"node IN ({nodes}) AND shelf = {EVENT}")):
        best = whole(part(document, "deaths"), "best")
        if best is not None and status == ACCEPTED:
            yield Account(event, event, "deaths", value=str(best), edtf=time(document, "when").edtf)


def _numbered(placed: Callable[[Ref], "_Placed"], conflict: Conflict) -> tuple[int, int, int, str]:
    """Return a row of the table: claims before events, then the older account first, so that a pair has one row."""
    this, other = sorted((placed(conflict.this), placed(conflict.other)))
    return this.node, other.node, placed(conflict.about).node, conflict.why


class _Placed(NamedTuple):
    """Where an account stands in the order of time, but an event's own toll last; and its node."""

    is_event: bool
    earliest: int
    latest: int
    ref: Ref
    node: int


def _placed(database: Database, account: Ref) -> _Placed:
    node = node_of(database, account)
    earliest, latest = database.row("SELECT earliest, latest FROM nodes WHERE node = ?", (node,)) or (0, 0)
    return _Placed(account.startswith("event:"), earliest, latest, account, node)
