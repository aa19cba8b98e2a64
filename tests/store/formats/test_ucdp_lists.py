"""UCDP's lists of conflicts and of actors: what their rows become, beside events of GED and on their own."""

import csv
import io
from pathlib import Path

import pytest

from store import records
from store.file.casefile import Casefile
from store.formats.account import Tally
from store.formats.found import Found, NotThisFormat
from store.formats.ucdp import GED
from store.formats.ucdp_lists import ACTORS, CONFLICTS
from store.importing import import_file
from store.intake import bring_in
from store.meeting import Run
from store.refs import KIND_OF_TABLE
from tests.store.formats.files import Held, found_in, items_of, reasons_in
from tests.store.formats.ged import ged
from tests.store.formats.pages import block, is_told

NON_STATE = dict(zip(*csv.reader(io.StringIO(block("ucdp-lists.md", "csv"))), strict=True))
STATE_BASED = {
    "conflict_id": "11",
    "location": "Northland",
    "side_a": "Government of Northland",
    "side_a_id": "31",
    "side_a_2nd": "",
    "side_b": "River Front, Hill Guard",
    "side_b_id": "32, 33",
    "side_b_2nd": "Government of Southland, Government of Westland",
    "gwno_b_2nd": "998, 997",
    "incompatibility": "1",
    "territory_name": "Ford Hills",
    "year": "2016",
    "intensity_level": "2",
}
ACTOR = {"ActorId": "32", "NameData": "River Front", "NameFull": "Front of the River", "NameOrig": "RF", "Org": "1"}


def table(*rows: dict[str, str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def row(cells: dict[str, str]) -> Found:
    [found] = found_in(CONFLICTS, table(cells))
    return found


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    assert is_told("ucdp-lists.md", row(NON_STATE))


def test_a_side_has_its_name_in_full_and_in_its_own_language() -> None:
    cells = NON_STATE | {"side_a_name_mothertongue": "Jabhat al-Nahr"}

    assert next(entry.document["names"] for entry in row(cells).beside if entry.ref == "faction:ucdp-actor-32") == [
        {"text": "RF"},
        {"text": "River Front", "kind": "alias"},
        {"text": "Jabhat al-Nahr", "kind": "alias"},
    ]


def test_a_conflict_in_several_countries_lies_in_none_of_them() -> None:
    found = row(NON_STATE | {"location": "Northland, Southland"})

    assert "location" not in found.entry.document
    assert not any(entry.kind == "location" for entry in found.beside)


def test_a_year_of_a_state_based_conflict_names_all_of_its_actors() -> None:
    document = row(STATE_BASED).entry.document

    assert (document["id"], document["event_kind"], document["part_of"]) == (
        "ucdp-conflict-11-2016",
        "war",
        "event:ucdp-conflict-11",
    )
    assert [(side["actor"], side["role"]) for side in document["participants"]] == [
        ("faction:ucdp-actor-31", "side a"),
        ("faction:ucdp-actor-32", "side b"),
        ("faction:ucdp-actor-33", "side b"),
        ("faction:ucdp-gwno-998", "with side b"),
        ("faction:ucdp-gwno-997", "with side b"),
    ]
    assert next(entry.document["title"] for entry in row(STATE_BASED).beside if entry.kind == "event") == (
        "Northland: Ford Hills"
    )


def test_a_name_with_a_comma_and_one_id_is_one_actor() -> None:
    document = row(STATE_BASED | {"side_b_id": "32"}).entry.document

    assert [side["actor"] for side in document["participants"]][1] == "faction:ucdp-actor-32"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (NON_STATE | {"year": "20166"}, "year ‘20166’ cannot be: the year 20166 is out of reach"),
        (NON_STATE | {"side_a_name": ""}, "side_a_name is empty"),
        (NON_STATE | {"best_fatality_estimate": "nan"}, "best_fatality_estimate ‘nan’ is not a whole number"),
        (STATE_BASED | {"intensity_level": "3"}, "intensity_level ‘3’ is not a code from 1 to 2"),
        (STATE_BASED | {"side_b_id": "1, 2, 3"}, "side_b_id ‘1, 2, 3’ names another number of actors than the side"),
    ],
)
def test_a_row_whose_cells_cannot_be_what_they_mean_is_skipped(cells: dict[str, str], told: str) -> None:
    [(line, reason)] = reasons_in(CONFLICTS, table(cells))
    assert (line, reason.startswith(told)) == (2, True), reason


def test_events_brought_as_a_list_and_a_list_as_events_are_refused_with_the_right_word() -> None:
    with pytest.raises(NotThisFormat, match="`sitroom import ucdp` takes events"):
        items_of(CONFLICTS, ged({}))
    with pytest.raises(NotThisFormat, match="`sitroom import ucdp-conflicts` takes lists of conflicts"):
        items_of(GED, table(NON_STATE))


def test_an_actor_has_all_of_its_names() -> None:
    [found] = found_in(ACTORS, table(ACTOR | {"NameFormer": "Ford Band"}))

    assert found.entry.ref == "faction:ucdp-actor-32"
    assert found.entry.document["names"] == [
        {"text": "River Front"},
        {"text": "Front of the River", "kind": "alias"},
        {"text": "RF", "kind": "alias"},
        {"text": "Ford Band", "kind": "former"},
    ]


def test_what_lists_and_events_name_is_one_record_to_which_each_adds(tmp_path: Path) -> None:
    casefile = Casefile.create(tmp_path / "northland.json", "Northland")
    for form, text in ((GED, ged({})), (CONFLICTS, table(NON_STATE)), (ACTORS, table(ACTOR))) * 2:
        run = Run("2026-01-02T00:00:00Z", {"by": "import", "tool": form.tool, "run": "r"})
        account = bring_in(casefile, form.read(Held(text)), run, form)
        assert account.adds_up

    assert not account.changed
    front = casefile.get("factions", "ucdp-actor-32")
    assert front
    assert {name["text"] for name in front["names"]} == {"River Front", "RF", "Front of the River"}
    assert front["faction_kind"] == "armed group"
    for name, documents in casefile.tables().items():
        for document in documents.values():
            assert records.write(records.read(KIND_OF_TABLE[name], document)) == document


def test_the_non_state_list_adds_up_and_comes_in_once(tmp_path: Path, samples: Path) -> None:
    path = samples / "data" / "ucdp" / "ucdp-nonstate-221.csv"
    casefile = Casefile.create(tmp_path / "s.json", "Non-state")

    first = import_file(casefile, path, CONFLICTS)

    assert (first.read, first.rows, first.skipped) == (1442, Tally(created=1442), ())
    assert first.beside["event"] == first.beside["claim"] == Tally(created=857)
    assert not import_file(casefile, path, CONFLICTS).changed
