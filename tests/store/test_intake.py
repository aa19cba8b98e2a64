"""Bringing a file into a store: what is new, what is the same, what people changed, and what goes wrong."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import records, shared
from store.documents import Document
from store.file import pile
from store.file.casefile import Casefile
from store.formats.account import Account, Tally
from store.formats.found import Item, Skipped
from store.formats.ucdp import GED, read
from store.intake import bring_in
from store.meeting import Run
from store.refs import KIND_OF_TABLE
from tests.store.formats.ged import NEW, OLD, ged, large

TODAY = Run.of("ucdp-ged", "ged.csv", datetime(2026, 1, 2, tzinfo=UTC))
LATER = Run.of("ucdp-ged", "ged.csv", datetime(2026, 3, 4, tzinfo=UTC))


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return an empty store."""
    return Casefile.create(tmp_path / "northland.json", "Northland")


def bring(casefile: Casefile, text: str, run: Run = TODAY) -> Account:
    account = bring_in(casefile, read(io.StringIO(text, newline="")), run, GED)
    assert account.adds_up
    return account


def stored(casefile: Casefile, table: str, name: str) -> Document:
    document = casefile.get(table, name)
    assert document is not None
    return document


def edit(casefile: Casefile, table: str, name: str, **fields: object) -> None:
    with casefile.change() as change:
        change.put(table, stored(casefile, table, name) | fields)


def test_a_first_import_creates_the_rows_and_what_they_share(casefile: Casefile) -> None:
    account = bring(casefile, ged({"id": "1"}, {"id": "2"}))

    assert account.rows == Tally(created=2)
    assert account.beside == {
        "faction": Tally(created=2),
        "location": Tally(created=4),
        "event": Tally(created=1),
        "claim": Tally(created=1),
        "source": Tally(created=2),
    }
    event = stored(casefile, "events", "ucdp-1")
    assert event["created"] == "2026-01-02T00:00:00Z"
    assert event["origin"] == {"by": "import", "tool": "ucdp-ged", "run": "ged.csv 2026-01-02T00:00:00Z"}


def test_all_that_was_brought_in_is_valid(casefile: Casefile) -> None:
    bring(casefile, ged({"id": "1"}, {"id": "2", "type_of_violence": "3"}))

    for table, documents in casefile.tables().items():
        for document in documents.values():
            assert records.write(records.read(KIND_OF_TABLE[table], document)) == document


def test_the_same_file_again_changes_no_byte(casefile: Casefile) -> None:
    text = ged({"id": "1"}, {"id": "2", "side_a": "Northland’s government"}, {"id": "3", "where_prec": "9"})
    bring(casefile, text)
    before, status = casefile.path.read_bytes(), casefile.path.stat()

    account = bring(casefile, text, LATER)

    assert account.rows == Tally(unchanged=2)
    assert not account.changed
    assert casefile.path.read_bytes() == before
    assert (casefile.path.stat().st_mtime_ns, casefile.path.stat().st_ino) == (status.st_mtime_ns, status.st_ino)


def test_the_same_events_in_another_layout_and_order_keep_their_ids(casefile: Casefile) -> None:
    bring(casefile, ged({"id": "1"}, {"id": "2"}))

    account = bring(casefile, ged({"id": "2"}, {"id": "1"}, columns=OLD), LATER)

    assert account.rows == Tally(updated=2)  # a layout of fewer columns is another row to keep
    assert all(not (tally.created or tally.updated) for tally in account.beside.values())


def test_a_revised_row_is_the_next_revision_of_its_event(casefile: Casefile) -> None:
    bring(casefile, ged({}))
    account = bring(casefile, ged({"best": "4"}), LATER)

    event = stored(casefile, "events", "ucdp-101")
    assert account.rows == Tally(updated=1)
    assert event["deaths"]["best"] == 4
    assert (event["revision"], event["created"], event["modified"]) == (
        2,
        "2026-01-02T00:00:00Z",
        "2026-03-04T00:00:00Z",
    )
    assert event["origin"]["run"] == "ged.csv 2026-03-04T00:00:00Z"


def test_a_draft_that_ucdp_has_checked_is_one_no_longer(casefile: Casefile) -> None:
    bring(casefile, ged({"code_status": "Check dyad"}))
    assert stored(casefile, "events", "ucdp-101")["status"] == "draft"

    bring(casefile, ged({}), LATER)
    assert "status" not in stored(casefile, "events", "ucdp-101")


def test_what_people_added_to_an_event_outlives_a_revised_row(casefile: Casefile) -> None:
    bring(casefile, ged({}))
    edit(casefile, "events", "ucdp-101", tags=["ford"], note="ask the miller", marking="amber")

    assert bring(casefile, ged({"best": "4"}), LATER).rows == Tally(updated=1)
    event = stored(casefile, "events", "ucdp-101")
    assert (event["tags"], event["note"], event["marking"]) == (["ford"], "ask the miller", "amber")


def test_an_edited_event_is_kept_when_the_same_row_comes_again(casefile: Casefile) -> None:
    bring(casefile, ged({}))
    edit(casefile, "events", "ucdp-101", title="The clash at the ford")

    account = bring(casefile, ged({}), LATER)

    assert account.rows == Tally(unchanged=1, kept=1)
    assert account.cautions == ()
    assert stored(casefile, "events", "ucdp-101")["title"] == "The clash at the ford"


@pytest.mark.parametrize("origin", [{"by": "human"}, {"by": "import", "tool": "ucdp-ged"}])
def test_a_revised_row_changes_what_nobody_edited_and_leaves_the_rest(
    casefile: Casefile, origin: dict[str, str]
) -> None:
    bring(casefile, ged({}))
    edit(casefile, "events", "ucdp-101", title="The clash at the ford", tags=["ford"], origin=origin)

    account = bring(casefile, ged({"best": "4", "type_of_violence": "2"}), LATER)

    event = stored(casefile, "events", "ucdp-101")
    assert (account.rows, account.clashes) == (Tally(updated=1), ())
    assert (event["title"], event["tags"], event["deaths"]["best"]) == ("The clash at the ford", ["ford"], 4)
    assert event["event_kind"] == "non-state violence"
    assert event["external"]["ucdp-ged"]["best"] == "4"
    assert event["origin"]["by"] == origin["by"]


def test_where_both_a_person_and_the_row_changed_something_the_person_wins_and_that_is_told_once(
    casefile: Casefile,
) -> None:
    bring(casefile, ged({}))
    edit(casefile, "events", "ucdp-101", deaths={"best": 7}, when={}, origin={"by": "human"})
    revised = ged({"best": "4", "type_of_violence": "2"})

    account = bring(casefile, revised, LATER)

    assert [(clash.line, clash.ref, clash.field, clash.kept) for clash in account.clashes] == [
        (2, "event:ucdp-101", "deaths", '{"best":7}')
    ]
    assert account.clashes[0].row == '{"low":3,"best":4,"high":5,"side_a":1,"side_b":2,"civilians…'
    assert stored(casefile, "events", "ucdp-101")["deaths"] == {"best": 7}
    again = bring(casefile, revised, LATER)
    assert (again.rows, again.clashes, again.changed) == (Tally(unchanged=1, kept=1), (), False)


def test_what_a_person_took_out_stays_out(casefile: Casefile) -> None:
    bring(casefile, ged({}))
    without = {field: value for field, value in stored(casefile, "events", "ucdp-101").items() if field != "deaths"}
    with casefile.change() as change:
        change.put("events", without)

    bring(casefile, ged({"date_end": "2015-03-04", "date_prec": "2"}), LATER)

    event = stored(casefile, "events", "ucdp-101")
    assert ("deaths" in event, event["when"]) == (False, {"edtf": "[2015-03-03..2015-03-04]"})


def test_a_record_of_that_id_that_never_was_a_row_is_kept_and_that_is_told(casefile: Casefile) -> None:
    mine = {"id": "ucdp-101", "title": "The clash at the ford"}
    with casefile.change() as change:
        change.put("events", mine)

    account = bring(casefile, ged({"best": "4"}), LATER)

    assert account.rows == Tally(unchanged=1, kept=1)
    [caution] = account.cautions
    assert (caution.what, caution.lines) == ("edited here, and another row came for it: the edit was kept", (2,))
    assert stored(casefile, "events", "ucdp-101") == mine


def test_other_names_of_an_actor_are_added_and_none_is_replaced(casefile: Casefile) -> None:
    bring(casefile, ged({"id": "1"}, {"id": "2", "side_b": "RF"}))
    bring(casefile, ged({"id": "3", "side_b": "River Front (RF)"}), LATER)

    assert stored(casefile, "factions", "ucdp-actor-32")["names"] == [
        {"text": "River Front"},
        {"text": "RF", "kind": "alias"},
        {"text": "River Front (RF)", "kind": "alias"},
    ]


def test_a_later_row_fills_in_what_is_not_known_of_a_place(casefile: Casefile) -> None:
    bring(casefile, ged({"id": "1"}))
    district = next(name for name in casefile.tables()["locations"] if "lower-district" in name)
    assert "point" not in stored(casefile, "locations", district)

    known = {"where_prec": "3", "where_coordinates": "Lower District"}
    bring(casefile, ged({"id": "2"} | known), LATER)
    bring(casefile, ged({"id": "3", "latitude": "13"} | known), LATER)
    assert stored(casefile, "locations", district)["point"] == {"lat": 12.5, "lon": -3.25}


def test_a_shared_record_that_a_person_wrote_is_left_alone(casefile: Casefile) -> None:
    with casefile.change() as change:
        change.put("factions", {"id": "ucdp-actor-32", "names": [{"text": "The Front"}]})

    account = bring(casefile, ged({}))

    assert account.beside["faction"] == Tally(created=1, unchanged=1, kept=1)
    assert stored(casefile, "factions", "ucdp-actor-32") == {"id": "ucdp-actor-32", "names": [{"text": "The Front"}]}


def test_a_second_row_of_one_id_is_skipped_and_says_where_the_first_is(casefile: Casefile) -> None:
    account = bring(casefile, ged({}, {"best": "4"}))

    assert account.rows == Tally(created=1)
    assert [*account.skipped] == [Skipped(3, "the same id as line 2, which was taken")]
    assert stored(casefile, "events", "ucdp-101")["deaths"]["best"] == 3


def test_the_order_of_rows_makes_no_other_store(tmp_path: Path) -> None:
    rows = [
        {"id": "1"},
        {"id": "2", "side_b": "River Front!"},
        {"id": "3", "where_prec": "6", "where_coordinates": "Northland"},
    ]
    stores: list[object] = []
    for order in (rows, rows[::-1]):
        casefile = Casefile.create(tmp_path / f"{len(stores)}.json", "Northland")
        bring(casefile, ged(*order))
        tables = {table: dict(documents) for table, documents in casefile.tables().items()}
        names = tables["factions"].pop("ucdp-actor-32")["names"]
        stores.append((tables, {name["text"] for name in names}))

    assert stores[0] == stores[1]


def test_how_many_documents_are_known_by_sight_makes_no_other_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(large(60))
    many = Casefile.create(tmp_path / "many.json", "Northland")
    accounts = [bring(many, text)]
    monkeypatch.setattr(shared, "_IN_SIGHT", 1)
    monkeypatch.setattr(shared, "_REPORTS_IN_SIGHT", 1)
    monkeypatch.setattr(pile, "_IN_MEMORY", 1)
    few = Casefile.create(tmp_path / "few.json", "Northland")
    accounts.append(bring(few, text))
    assert accounts[0] == accounts[1]
    assert many.tables() == few.tables()


@given(st.lists(st.dictionaries(st.sampled_from(NEW), st.sampled_from(["1", "2", "x", "", "2015-03-05"]), max_size=3)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_the_account_adds_up_and_a_second_run_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    casefile = Casefile.create(tmp_path_factory.mktemp("store") / "northland.json", "Northland")

    first = bring(casefile, ged(*rows))
    second = bring(casefile, ged(*rows), LATER)

    assert first.read == second.read == len(rows)
    assert second.rows.unchanged == first.rows.created
    assert second.skipped == first.skipped
    assert not second.changed


def test_a_file_that_fails_half_way_leaves_the_store_as_it_was(casefile: Casefile) -> None:
    before = casefile.path.read_bytes()

    def failing() -> Iterator[Item]:
        yield from read(io.StringIO(ged({}, {"id": "2"})))
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        bring_in(casefile, failing(), TODAY)
    assert casefile.path.read_bytes() == before
