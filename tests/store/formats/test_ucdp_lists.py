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
ALONE = STATE_BASED | {"year": "2015", "side_b": "River Front", "side_b_id": "32", "side_b_2nd": "", "gwno_b_2nd": ""}
DYADIC = STATE_BASED | {
    "dyad_id": "21",
    "side_b": "River Front",
    "side_b_id": "32",
    "start_date": "2015-03-03",
    "start_prec": "1",
}
ONE_SIDED = {
    "conflict_id": "12",
    "dyad_id": "22",
    "actor_id": "32",
    "actor_name": "RF",
    "actor_name_fulltext": "River Front",
    "actor_name_mothertongue": "n/a",
    "year": "2016",
    "best_fatality_estimate": "7",
    "low_fatality_estimate": "7",
    "high_fatality_estimate": "9",
    "is_government_actor": "0",
    "location": "Northland, Southland",
}
ACTOR = {
    "ActorId": "32",
    "NameData": "River Front",
    "NameOrig": "RF",
    "NameOrigFull": "n/a",
    "NameOrigFullEng": "Front of the River",
    "NameChange": "0",
    "NewName": "",
    "NewNameFullEng": "",
    "Org": "1",
    "Splinter": "0",
    "NamePrev": "",
    "ActorIdPrev": "",
}


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


@pytest.mark.parametrize("absent", ["n/a", "N/A", "n/a, n/a", ",", "-", "- , n/a"])
def test_what_names_nobody_is_no_name(absent: str) -> None:
    cells = NON_STATE | {"side_a_name_mothertongue": absent}

    names = next(entry.document["names"] for entry in row(cells).beside if entry.ref == "faction:ucdp-actor-32")
    assert [name["text"] for name in names] == ["RF", "River Front"]


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
    assert [(side["actor"][:18], side["role"]) for side in document["participants"]] == [
        ("faction:ucdp-actor", "side a"),
        ("faction:ucdp-named", "side b"),
        ("faction:ucdp-named", "side b"),
        ("faction:ucdp-named", "with side b"),
        ("faction:ucdp-named", "with side b"),
    ]
    assert next(entry.document["title"] for entry in row(STATE_BASED).beside if entry.kind == "event") == (
        "Northland: Ford Hills"
    )


def test_which_of_several_ids_is_whose_is_told_by_other_rows_and_not_by_their_places() -> None:
    # UCDP sorts names by the alphabet and ids as text: Hill Guard comes before River Front, and 32 before 33.
    several = STATE_BASED | {"side_b": "Hill Guard, River Front", "side_b_2nd": "", "gwno_b_2nd": ""}
    found = found_in(CONFLICTS, table(several, ALONE))[0]

    assert [side["actor"] for side in found.entry.document["participants"]][1:] == [
        "faction:ucdp-actor-33",
        "faction:ucdp-actor-32",
    ]
    assert found.cautions == ()


def test_what_is_told_of_one_list_tells_of_the_next() -> None:
    chain = [
        ALONE | {"year": f"{2000 + at}", "side_b": f"Band {at}, Band {at + 1}", "side_b_id": f"{at + 1}, {at}"}
        for at in range(5, 0, -1)
    ]
    found = found_in(CONFLICTS, table(*chain, ALONE | {"side_b": "Band 1", "side_b_id": "1"}))[0]

    assert [side["actor"] for side in found.entry.document["participants"]][1:] == [
        "faction:ucdp-actor-5",
        "faction:ucdp-actor-6",
    ]


def test_an_id_for_which_one_name_alone_is_left_in_all_of_its_lists_is_that_ones() -> None:
    one = ALONE | {"year": "2001", "side_b": "Band 1, Band 2", "side_b_id": "8, 9"}
    other = ALONE | {"year": "2002", "side_b": "Band 1, Band 3", "side_b_id": "7, 9"}
    found = found_in(CONFLICTS, table(one, other))[0]

    assert [side["actor"] for side in found.entry.document["participants"]][1:] == [
        "faction:ucdp-actor-9",
        "faction:ucdp-actor-8",
    ]


def test_a_list_without_end_is_taken_by_name() -> None:
    names, ids = (", ".join(f"{kind}{number}" for number in range(1, 5_001)) for kind in ("Band ", ""))
    assert len(row(ALONE | {"side_b": names, "side_b_id": ids}).entry.document["participants"]) == 5_001


def test_who_cannot_be_told_apart_stands_by_name_and_that_is_told() -> None:
    found = row(STATE_BASED)

    assert {name["text"] for entry in found.beside for name in entry.document.get("names", ())} >= {
        "River Front",
        "Hill Guard",
        "Government of Westland",
    }
    [caution] = found.cautions
    assert "no row tells which id is whose" in caution


def test_a_state_that_stands_beside_is_the_government_that_fights_elsewhere() -> None:
    beside = ALONE | {"conflict_id": "13", "side_a_2nd": "Government of Southland", "gwno_a_2nd": "998"}
    at_war = ALONE | {"conflict_id": "14", "side_a": "Government of Southland", "side_a_id": "38", "gwno_a": "998"}
    found = found_in(CONFLICTS, table(beside | {"gwno_a": "999"}, at_war | {"side_a_2nd": "", "gwno_a_2nd": ""}))[0]

    assert found.entry.document["participants"][1] == {"actor": "faction:ucdp-actor-38", "role": "with side a"}


def test_what_r_and_pandas_make_of_a_list_is_the_list() -> None:
    empty = dict.fromkeys(("side_a_2nd", "side_b_2nd", "gwno_b_2nd", "territory_name"), "")
    plain = row(ALONE | empty)
    saved = row(
        ALONE | empty | dict.fromkeys(empty, "NA") | {"conflict_id": "11.0", "side_b_id": "32.0", "year": "2015.0"}
    )

    assert (saved.entry.document | {"external": {}}) == (plain.entry.document | {"external": {}})
    assert saved.beside == plain.beside


def test_a_name_with_a_comma_is_one_actor_among_others_where_it_stands_alone_elsewhere() -> None:
    alone = ALONE | {"side_b": "Old Guard, ex-army", "side_b_id": "9"}
    both = ALONE | {"year": "2014", "side_b": "Hill Guard, Old Guard, ex-army", "side_b_id": "33, 9"}
    found = found_in(CONFLICTS, table(both, alone))[0]

    assert [side["actor"] for side in found.entry.document["participants"]][1:] == [
        "faction:ucdp-actor-33",
        "faction:ucdp-actor-9",
    ]


def claim_of(*rows: dict[str, str]) -> Found:
    found = found_in(CONFLICTS, table(*rows))[0]
    [claim] = [entry for entry in found.beside if entry.kind == "claim"]
    return found._replace(entry=claim)


def test_the_years_of_a_pair_are_events_and_say_who_opposes_whom() -> None:
    found = row(DYADIC)
    claim = claim_of(DYADIC).entry.document

    assert (found.entry.document["id"], found.entry.document["event_kind"]) == ("ucdp-dyad-21-2016", "war")
    assert found.entry.document["part_of"] == "event:ucdp-conflict-11"
    assert (claim["subject"], claim["predicate"], claim["object"]) == (
        "faction:ucdp-actor-31",
        "opposes",
        "faction:ucdp-actor-32",
    )
    assert claim["when"] == {"edtf": "2015-03-03/"}


def test_a_start_that_is_not_known_to_the_day_is_about_that_day() -> None:
    assert claim_of(DYADIC | {"start_prec": "5"}).entry.document["when"] == {"edtf": "2015-03-03~/"}


def test_a_spreadsheets_date_is_read_as_the_other_dates_of_the_file_are_written() -> None:
    doubtful, telling = DYADIC | {"start_date": "5-6-1967"}, DYADIC | {"year": "2015", "start_date": "29-5-1997"}

    assert claim_of(doubtful, telling).entry.document["when"] == {"edtf": "1967-06-05/"}
    alone = claim_of(doubtful)
    assert "when" not in alone.entry.document
    assert "start_date tells no day for certain: it is kept in external" in alone.cautions


def test_violence_against_civilians_is_a_year_of_whoever_did_it() -> None:
    found = row(ONE_SIDED)

    assert (found.entry.document["id"], found.entry.document["title"]) == (
        "ucdp-dyad-22-2016",
        "Northland, Southland: RF against civilians, 2016",
    )
    assert found.entry.document["participants"] == [
        {"actor": "faction:ucdp-actor-32", "role": "side a"},
        {"actor": "faction:ucdp-actor-1", "role": "target"},
    ]
    assert found.entry.document["deaths"] == {"low": 7, "best": 7, "high": 9}
    assert {entry.document.get("faction_kind") for entry in found.beside if entry.kind == "faction"} == {
        "armed group",
        "civilians",
    }
    assert not any(entry.kind == "claim" for entry in found.beside)


def test_a_government_that_kills_civilians_is_a_government() -> None:
    found = row(ONE_SIDED | {"is_government_actor": "1", "actor_name_fulltext": "Government of Northland"})

    assert found.beside[1].document["faction_kind"] == "government"


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
    [found] = found_in(ACTORS, table(ACTOR))

    assert found.entry.ref == "faction:ucdp-actor-32"
    assert found.entry.document["names"] == [
        {"text": "River Front"},
        {"text": "RF", "kind": "alias"},
        {"text": "Front of the River", "kind": "alias"},
    ]


def test_a_name_that_an_actor_has_given_up_is_a_former_one() -> None:
    changed = {"NameChange": "1", "NewName": "Ford Band, River Front", "NewNameFullEng": "Band of the Ford, Front"}
    [found] = found_in(ACTORS, table(ACTOR | changed))

    assert found.entry.document["names"] == [
        {"text": "River Front"},
        {"text": "Ford Band", "kind": "alias"},
        {"text": "Band of the Ford", "kind": "alias"},
        {"text": "Front", "kind": "alias"},
        {"text": "RF", "kind": "former"},
        {"text": "Front of the River", "kind": "former"},
    ]


def test_whom_an_actor_split_from_is_a_claim() -> None:
    [found] = found_in(ACTORS, table(ACTOR | {"Splinter": "1", "NamePrev": "Hill Guard", "ActorIdPrev": "33"}))
    _, guard, claim = found.beside

    assert (guard.ref, guard.document["names"]) == ("faction:ucdp-actor-33", [{"text": "Hill Guard"}])
    assert (claim.document["subject"], claim.document["predicate"], claim.document["object"]) == (
        "faction:ucdp-actor-32",
        "splinter-of",
        "faction:ucdp-actor-33",
    )


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


def test_a_release_that_tells_who_is_who_corrects_an_event_and_keeps_what_a_person_changed(tmp_path: Path) -> None:
    casefile = Casefile.create(tmp_path / "northland.json", "Northland")
    run = Run("2026-01-02T00:00:00Z", {"by": "import", "tool": CONFLICTS.tool, "run": "r"})
    bring_in(casefile, CONFLICTS.read(Held(table(STATE_BASED))), run, CONFLICTS)
    stored = casefile.get("events", "ucdp-conflict-11-2016")
    assert stored
    with casefile.change() as change:
        change.put("events", dict(stored) | {"title": "The war of the hills", "origin": {"by": "human"}})

    account = bring_in(casefile, CONFLICTS.read(Held(table(STATE_BASED, ALONE))), run, CONFLICTS)

    after = casefile.get("events", "ucdp-conflict-11-2016")
    assert after
    assert (after["title"], account.clashes) == ("The war of the hills", ())
    assert [side["actor"] for side in after["participants"]][1:3] == ["faction:ucdp-actor-32", "faction:ucdp-actor-33"]


def test_the_non_state_list_adds_up_and_comes_in_once(tmp_path: Path, samples: Path) -> None:
    path = samples / "data" / "ucdp" / "ucdp-nonstate-221.csv"
    casefile = Casefile.create(tmp_path / "s.json", "Non-state")

    first = import_file(casefile, path, CONFLICTS)

    assert (first.read, first.rows, first.skipped) == (1442, Tally(created=1442), ())
    assert first.beside["event"] == first.beside["claim"] == Tally(created=857)
    assert not import_file(casefile, path, CONFLICTS).changed
