"""What is tallied is what one would count: after any change, too."""

from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index.database import Database
from store.index.schema import EVERYTHING, UNDATED
from store.index.shelves import REJECTED
from store.records import Event, Record
from store.situation import Situation
from store.values import When
from tests import situations

_TIMES = ["", "2013", "2016-05-10", "2016-06/..", "../2016-03", "2016-05-01/2016-05-31", "[2016-06-17..2016-08-05]"]
Day: TypeAlias = tuple[int, int, int]
Lasting: TypeAlias = tuple[int, int, int, int]
CHANGES = st.lists(
    st.tuples(st.sampled_from(["clash", "talks", "shot", "siege", "new"]), st.sampled_from(_TIMES), st.booleans()),
    min_size=1,
    max_size=4,
)


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.index.tallying.BUSY", 2)


def tallied(database: Database) -> tuple[Counter[Day], Counter[Lasting]]:
    """Return what the tallies tell of days and of spans; nothing of what there was and is no more."""
    days = Counter({tuple(row): number for *row, number in database.rows("SELECT * FROM days")})
    spans = Counter({tuple(row): number for *row, number in database.rows("SELECT * FROM spans")})
    return +days, +spans


def sizes(database: Database) -> dict[tuple[int, int], tuple[int, int]]:
    """Return how much the tallies tell that is dated, and undated, by target and shelf."""
    rows = database.rows("SELECT target, shelf, dated, undated FROM tallies WHERE dated + undated > 0")
    return {(target, shelf): (dated, undated) for target, shelf, dated, undated in rows}


def counted_sizes(database: Database) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the same of a look at every link and node."""
    links = "SELECT target, shelf, earliest FROM links WHERE status < ?2"
    nodes = "SELECT ?1, shelf, earliest FROM nodes WHERE status < ?2"
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for target, shelf, earliest in database.rows(f"{links} UNION ALL {nodes}", (EVERYTHING, REJECTED)):
        dated, undated = found.get((target, shelf), (0, 0))
        found[target, shelf] = (dated + (earliest < UNDATED), undated + (earliest == UNDATED))
    return found


def counted(database: Database) -> tuple[Counter[Day], Counter[Lasting]]:
    """Return what a look at every link and node tells of them."""
    busy = {target for (target,) in database.rows("SELECT DISTINCT target FROM days")}
    links = database.rows("SELECT target, shelf, earliest, latest, status FROM links")
    nodes = database.rows("SELECT 0, shelf, earliest, latest, status FROM nodes")
    dated = [
        (target, shelf, earliest, latest)
        for target, shelf, earliest, latest, status in (*links, *nodes)
        if target in busy and earliest < UNDATED and status < REJECTED
    ]
    return Counter(row[:3] for row in dated), Counter(row for row in dated if row[3] > row[2])


def test_links_are_tallied_but_for_those_that_are_rejected(tmp_path: Path) -> None:
    database = Situation.open(situations.small(tmp_path / "s.json"))._index.database
    assert database.value("SELECT count(*) FROM links WHERE status = ?", (REJECTED,))
    assert database.value("SELECT count(*) FROM links WHERE earliest = ?", (UNDATED,))
    assert sizes(database) == counted_sizes(database)


def test_some_targets_are_tallied_day_by_day_and_span_by_span(tmp_path: Path) -> None:
    database = Situation.open(situations.small(tmp_path / "s.json"))._index.database
    assert len({target for target, *_ in tallied(database)[1]} - {EVERYTHING}) > 1
    assert tallied(database) == counted(database)


@settings(max_examples=25)
@given(changes=CHANGES)
def test_changes_are_tallied(tmp_path_factory: pytest.TempPathFactory, changes: Any) -> None:  # noqa: ANN401
    situation = Situation.open(situations.small(tmp_path_factory.mktemp("tally") / "s.json"))
    for name, edtf, goes in changes:
        if goes and situation.has(f"event:{name}"):
            situation.change([], [f"event:{name}"])
        else:
            situation.change([_event(situation, name, edtf)])
    database = situation._index.database
    assert sizes(database) == counted_sizes(database)
    assert tallied(database) == counted(database)


def _event(situation: Situation, name: str, edtf: str) -> Record:
    known = situation.record(f"event:{name}") if situation.has(f"event:{name}") else Event(id=name, title=name)
    return known.model_copy(update={"when": When(edtf=edtf)})
