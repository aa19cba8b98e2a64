"""What was added or changed since a moment, as the records' own stamps tell."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.index import news as module
from store.index.news import News
from store.situation import Situation
from tests.situations import event, faction, write

NOON = datetime(2016, 8, 18, 12, tzinfo=UTC)


def news(situation: Situation, since: datetime = NOON) -> News:
    gleaning = situation.gleaning(since.timestamp())
    while gleaning.step():
        assert gleaning.done <= gleaning.total
    return gleaning.news()


def told(found: News) -> list[tuple[str, str]]:
    return [(row.target, row.how) for row in found.rows]


def test_what_came_after_is_listed_the_last_first_and_says_how(tmp_path: Path) -> None:
    situation = Situation.open(
        write(
            tmp_path / "s.json",
            faction("old", created="2016-08-18T11:59:59Z"),
            faction("seen", created="2016-08-18T12:00:00Z"),
            faction("new", created="2016-08-18T12:00:01Z", origin={"by": "import", "tool": "ucdp", "run": "GED.csv"}),
            faction("edited", created="2016-01-01T00:00:00Z", modified="2016-08-19T00:00:00Z", revision=3),
            faction("bare"),
        )
    )
    found = news(situation)
    assert told(found) == [("faction:edited", "changed"), ("faction:new", "added")]
    assert (found.added, found.changed, found.stamped) == (1, 1, True)
    told_of = [(row.day, row.by, row.revision) for row in found.rows]
    assert told_of == [("2016-08-19", "", 3), ("2016-08-18", "GED.csv", 1)]


def test_stamps_of_other_zones_are_read_as_what_they_are(tmp_path: Path) -> None:
    situation = Situation.open(
        write(
            tmp_path / "s.json",
            event("before", "Before", modified="2016-08-18T21:59:00+10:00"),
            event("after", "After", modified="2016-08-18T02:01:00-10:00"),
            event("odd", "Odd", modified="2016-08-99"),
        )
    )
    assert told(news(situation)) == [("event:after", "changed")]


def test_a_day_in_an_imported_row_is_no_stamp(tmp_path: Path) -> None:
    row = {"acled": {"created": "2026-01-01T00:00:00Z", "modified": "2026-01-01"}}
    situation = Situation.open(write(tmp_path / "s.json", event("e", "E", external=row)))
    assert told(news(situation)) == []


def test_where_nothing_is_stamped_it_says_so(tmp_path: Path) -> None:
    found = news(Situation.open(write(tmp_path / "s.json", event("e", "E"))))
    assert found == News((), 0, 0, stamped=False)
    assert news(Situation.open(write(tmp_path / "empty.json"))) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.integers(-3, 3), max_size=12), st.integers(1, 4), st.integers(1, 5))
def test_whatever_the_portions_the_last_are_listed_and_all_are_counted(
    tmp_path: Path, minutes: list[int], portion: int, most: int
) -> None:
    records = [
        event(f"e{number}", "E", created=f"{datetime.fromtimestamp(NOON.timestamp() + 60 * minute, UTC).isoformat()}")
        for number, minute in enumerate(minutes)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_PORTION", portion)
        patch.setattr(module, "MOST", most)
        found = news(Situation.open(write(tmp_path / "s.json", *records)))
    new = [minute for minute in minutes if minute > 0]
    assert found.added == len(new)
    assert [minutes[int(row.target.removeprefix("event:e"))] for row in found.rows] == sorted(new, reverse=True)[:most]
