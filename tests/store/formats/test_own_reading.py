"""Our own columns, lines and stores brought in: what a person may write, what comes back as it was, and who wins."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import records
from store.came import kept_in
from store.file.casefile import Casefile
from store.formats.account import Account, Tally
from store.formats.found import Format, NotThisFormat
from store.formats.own.cells import cells
from store.formats.own.columns import COLUMNS, KIND
from store.formats.own.merging import STORE
from store.formats.own.reading import CSV, JSONL
from store.formats.registry import reader, writer
from store.formats.ucdp import GED
from store.intake import bring_in
from store.meeting import Run
from store.refs import KIND_OF_TABLE, TABLES, Kind
from tests.situations import small, write
from tests.store.formats.both_ways import handed_on
from tests.store.formats.files import Held, found_in, items_of, reasons_in
from tests.store.formats.ged import ged
from tests.store.formats.pages import block
from tests.store.formats.workbook import workbook


def table(*rows: dict[str, str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in rows for name in row)), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def said(document: dict[str, Any]) -> dict[str, Any]:
    """Return what a sheet says of a record, without the note of that."""
    external = {name: row for name, row in document.get("external", {}).items() if name != kept_in("csv")}
    whole = {field: value for field, value in document.items() if field != "external"}
    return whole | ({"external": external} if external else {})


def one(**cells_: str) -> dict[str, Any]:
    [found] = found_in(CSV, table({name.replace("__", "."): cell for name, cell in cells_.items()}))
    return said(found.entry.document)


def bring(casefile: Casefile, form: Format, content: str | bytes) -> Account:
    run = Run("2026-01-02T00:00:00Z", {"by": "import", "tool": form.tool, "run": "r"})
    account = bring_in(casefile, form.read(Held(content)), run, form)
    assert account.adds_up
    return account


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return an empty store."""
    return Casefile.create(tmp_path / "mine.json", "Mine")


def content(casefile: Casefile) -> dict[str, dict[str, Any]]:
    """Return what a store says, as it is written, without who wrote it down and when."""
    stamps = {"created", "modified", "revision", "origin"}
    return {
        name: {key: _plain(KIND_OF_TABLE[name], document, stamps) for key, document in documents.items()}
        for name, documents in casefile.tables().items()
    }


def _plain(kind: Kind, document: dict[str, Any], stamps: set[str]) -> dict[str, Any]:
    written = records.write(records.read(kind, document))
    return {field: value for field, value in written.items() if field not in stamps}


def as_csv(path: Path) -> bytes:
    """Return a store as a zip of a CSV a kind, as it is handed on."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, documents in Casefile.open(path).tables().items():
            kind = KIND_OF_TABLE[name]
            text = io.StringIO()
            writer = csv.writer(text)
            writer.writerow([KIND, *(column.name for column in COLUMNS[kind])])
            writer.writerows(cells(kind, document) for document in documents.values())
            archive.writestr(f"{name}.csv", text.getvalue())
    return packed.getvalue()


def as_lines(path: Path) -> str:
    tables = Casefile.open(path).tables()
    return "\n".join(
        json.dumps({KIND: KIND_OF_TABLE[name], **document})
        for name, documents in tables.items()
        for document in documents.values()
    )


GIVEN: dict[str, tuple[Format, Callable[[Path], str | bytes]]] = {
    "csv": (CSV, as_csv),
    "lines": (JSONL, as_lines),
    "a store": (STORE, Path.read_bytes),
}


@pytest.mark.parametrize("how", GIVEN)
def test_a_whole_situation_comes_back_as_it_was_and_again_changes_nothing(
    how: str, casefile: Casefile, tmp_path: Path
) -> None:
    form, give = GIVEN[how]
    theirs = small(tmp_path / "theirs.json")

    account = bring(casefile, form, give(theirs))

    assert (account.skipped, account.cautions) == ((), ())
    assert content(casefile) == content(Casefile.open(theirs))
    before = casefile.path.read_bytes()
    assert not bring(casefile, form, give(theirs)).changed
    assert casefile.path.read_bytes() == before


def test_the_sheet_on_the_page_is_good() -> None:
    made = {found.entry.ref: said(found.entry.document) for found in found_in(CSV, block("sheet.md", "csv"))}

    assert made == {entry.pop("ref"): entry for entry in json.loads(block("sheet.md", "json"))}


def test_a_person_may_write_names_sides_and_citations_in_short() -> None:
    assert one(kind="faction", id="reds", names="The Reds; Red Front", tags="north; old") == {
        "id": "reds",
        "tags": ["north", "old"],
        "names": [{"text": "The Reds"}, {"text": "Red Front", "kind": "alias"}],
    }
    event = one(
        kind="event",
        id="clash",
        title="Clash",
        participants="faction:reds = attacker; faction:blues",
        citations="source:report, paragraph 4; source:radio",
    )
    assert event["participants"] == [{"actor": "faction:reds", "role": "attacker"}, {"actor": "faction:blues"}]
    assert event["citations"] == [
        {"source": "source:report", "locator": {"kind": "paragraph", "value": "4"}},
        {"source": "source:radio"},
    ]


@pytest.mark.parametrize(("north", "east"), [("lat", "lon"), ("latitude", "longitude"), ("LAT", "lng")])
def test_degrees_may_stand_under_the_names_that_people_have_for_them(north: str, east: str) -> None:
    place = one(kind="location", id="ford", name="Ford", **{north: "12.5", east: "-3,25"})

    assert place["point"] == {"lat": 12.5, "lon": -3.25}
    assert "external" not in place


@pytest.mark.parametrize(
    ("cells_", "when"),
    [
        ({"when": "2016-08"}, {"edtf": "2016-08"}),
        ({"when": "[2016-06-17..2016-08-05]"}, {"edtf": "[2016-06-17..2016-08-05]"}),
        ({"when": "early 2014"}, {"edtf": "2014-37", "said": "early 2014"}),
        (
            {"when": "last month", "when__anchor": "2016-08-12"},
            {"edtf": "2016-07", "said": "last month", "anchor": "2016-08-12"},
        ),
        ({"when__edtf": "2016"}, {"edtf": "2016"}),
    ],
)
def test_a_time_may_be_edtf_or_words(cells_: dict[str, str], when: dict[str, str]) -> None:
    assert one(kind="event", id="e", title="E", **cells_)["when"] == when


def test_an_id_may_be_left_to_the_name() -> None:
    assert one(kind="location", id="", name="Şabrātah")["id"] == "sabratah"


@pytest.mark.parametrize("numbered", ["", "Unnamed: 0"])
def test_what_r_and_pandas_add_or_write_for_nothing_is_nothing(numbered: str) -> None:
    plain = {"kind": "location", "id": "ford", "names": "Ford", "point.lat": "31.5", "point.lon": "16.5"}
    added = (
        {numbered: "7"} | plain | {"point.lat": "31,5", "summary": "NA", "tags": "NA", "precision": "NaN", "mine": "NA"}
    )

    [found], [expected] = found_in(CSV, table(added)), found_in(CSV, table(plain))
    assert said(found.entry.document) == said(expected.entry.document)


def test_a_text_that_looks_like_nothing_is_kept_where_it_is_ours() -> None:
    made = {"id": "e", "title": "NA"}
    [found] = found_in(CSV, table(dict(zip(["kind", *_names("event")], cells("event", made), strict=True))))
    assert found.entry.document["title"] == "NA"


def _names(kind: Kind) -> list[str]:
    return [column.name for column in COLUMNS[kind]]


def test_columns_are_known_in_capitals_too() -> None:
    [found] = found_in(CSV, table({"Kind": "faction", "ID": "reds", "Names": "Reds", "Mine": "kept"}))

    assert said(found.entry.document)["names"] == [{"text": "Reds"}]
    assert found.entry.document["external"]["csv"] == {"Mine": "kept"}


@pytest.mark.parametrize("text", ["[unnamed]", "[Sayf] al-Din", "{the} Reds", "[1]"])
def test_a_name_in_brackets_is_a_name(text: str) -> None:
    document = one(kind="faction", id="reds", names=f"{text}; Red Front", tags=text)

    assert [name["text"] for name in document["names"]] == [text, "Red Front"]
    assert document["tags"] == [text]


@pytest.mark.parametrize("cell", ['[{"text": "The Re', '["The Reds', '[{"text":"The Reds"}', "{ }"])
def test_json_that_was_cut_off_is_not_taken_for_a_name(cell: str) -> None:
    assert (
        reasons_in(CSV, table({"kind": "faction", "id": "reds", "names": cell}))[0][1].removeprefix("faction:reds: ")[
            :7
        ]
        == "names: "
    )


def test_columns_of_others_are_kept() -> None:
    assert one(kind="event", id="e", title="E", Colour="red", empty="")["external"] == {"csv": {"Colour": "red"}}


def test_a_workbook_reads_as_the_csv_does() -> None:
    [found] = found_in(CSV, workbook(["kind", "id", "names"], ["faction", "reds", "The Reds"]))
    assert found.entry.document["names"] == [{"text": "The Reds"}]


def test_every_sheet_of_a_workbook_that_is_a_table_of_records_is_read() -> None:
    factions, people = (
        [["kind", "id", "names"], ["faction", "reds", "Reds"]],
        [["id", "kind", "names"], ["al", "person", "Al"]],
    )
    found = found_in(CSV, workbook(*factions, notes=people))

    assert [one.entry.ref for one in found] == ["faction:reds", "person:al"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"kind": "army", "id": "a"}, "kind: 'army' is none of faction, person, location"),
        ({"kind": "", "id": "a"}, "kind: is empty"),
        ({"kind": "faction", "id": "A b", "names": "x"}, "faction:A b: id: ‘A b’ is no id: small letters"),
        ({"kind": "faction", "id": "a", "names": ""}, "faction:a: names: is missing"),
        ({"kind": "claim", "id": "", "subject": "faction:a"}, "id: is empty, and a claim has no name to make one of"),
        ({"kind": "event", "id": "e", "title": "E", "when": "soon"}, "when: ‘soon’ is no date"),
        ({"kind": "event", "id": "e", "title": "E", "when": "last month"}, "when: ‘last month’ is no date"),
        ({"kind": "event", "id": "e", "title": "E", "when.edtf": "-20000000-01"}, "event:e: when.edtf"),
        ({"kind": "location", "id": "l", "names": "L", "point.lat": "91", "point.lon": "0"}, "location:l: point.lat"),
        ({"kind": "location", "id": "l", "names": "L", "point.lat": "nan", "point.lon": "0"}, "location:l: point.lat"),
        ({"kind": "location", "id": "l", "names": "L", "point.lat": "1"}, "location:l: point.lon: is missing"),
        ({"kind": "event", "id": "e", "title": "E", "deaths.best": "many"}, "deaths.best: is not a number"),
        ({"kind": "event", "id": "e", "title": "E", "tags": "[" * 5000}, "tags: is not JSON"),
        ({"kind": "event", "id": "e", "title": "E", "location": "nonsense"}, "event:e: location"),
    ],
)
def test_a_row_that_is_no_record_is_skipped_with_the_field(row: dict[str, str], told: str) -> None:
    [(line, reason)] = reasons_in(CSV, table(row))
    assert (line, reason[: len(told)]) == (2, told)
    assert "\n" not in reason


def test_of_two_columns_of_one_name_it_is_told_in_which_table_they_are() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("events.csv", "kind,kind,id\n")
        archive.writestr("factions.csv", "kind,id\n")

    with pytest.raises(NotThisFormat, match=r"^events\.csv: it has two columns ‘kind’; remove one$"):
        items_of(CSV, packed.getvalue())


def test_a_cell_that_is_no_field_of_this_kind_is_kept_and_told() -> None:
    [event, source] = found_in(
        CSV,
        table(
            {"kind": "event", "id": "e", "title": "E", "when": "2016", "name": "Other", "published": "soon"},
            {"kind": "source", "id": "s", "title": "S", "when": "2016-08-18"},
        ),
    )

    assert said(event.entry.document)["external"] == {"csv": {"name": "Other", "published": "soon"}}
    assert said(source.entry.document)["external"] == {"csv": {"when": "2016-08-18"}}
    assert event.cautions == (
        "name: events have no such field, it is kept in external",
        "published: events have no such field, it is kept in external",
    )
    assert source.cautions == ("when: sources have no such field, it is kept in external",)


def test_the_times_of_a_source_may_be_written_in_words() -> None:
    source = one(kind="source", id="s", title="S", published="early 2014", retrieved="2016-08-18")

    assert source["published"] == {"edtf": "2014-37", "said": "early 2014"}
    assert source["retrieved"] == {"edtf": "2016-08-18"}


@pytest.mark.parametrize("text", ["", "id,name\n1,a\n", "kind,names\nfaction,a\n", "kind,id,id\n"])
def test_what_is_no_table_of_records_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(CSV, text)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"factions": {}}', '{"situation": {"about": {"format": 99}}}'])
def test_what_is_no_store_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(STORE, text)


def test_what_is_no_record_of_a_store_is_skipped_and_told(casefile: Casefile, tmp_path: Path) -> None:
    tables = json.loads(write(tmp_path / "t.json").read_bytes())
    tables["factions"] = {"a": {"id": "b"}, "c": 7, "d": {"id": "d", "names": []}}
    tables["_default"] = {"1": {}}

    account = bring(casefile, STORE, json.dumps(tables))

    assert [skip.reason.partition(";")[0][:50] for skip in account.skipped] == [
        "factions/a is not a record of that id",
        "factions/c is not a record of that id",
        "faction:d: names: is empty",
        "‘_default’ is no table of a store",
    ]


def test_refs_that_lead_nowhere_are_told_with_the_line(casefile: Casefile) -> None:
    rows = [
        {"kind": "event", "id": "e", "title": "E", "participants": "faction:a; faction:none"},
        {"kind": "faction", "id": "a", "names": "A"},
    ]
    [caution] = bring(casefile, CSV, table(*rows)).cautions
    assert caution == ("names a record that is neither in the file nor in the store", (2,), 1)


def test_a_sheet_that_is_corrected_corrects_what_it_brought_until_a_person_edits_that(casefile: Casefile) -> None:
    row = {"kind": "event", "id": "e", "title": "E", "summary": "One"}
    bring(casefile, CSV, table(row))
    assert bring(casefile, CSV, table(row | {"summary": "Two"})).rows == Tally(updated=1)
    with casefile.change() as change:
        change.put("events", {**casefile.tables()["events"]["e"], "summary": "Mine", "origin": {"by": "human"}})

    account = bring(casefile, CSV, table(row | {"summary": "Three", "event_kind": "raid"}))

    assert [(clash.field, clash.kept, clash.row) for clash in account.clashes] == [("summary", '"Mine"', '"Three"')]
    event = casefile.tables()["events"]["e"]
    assert (event["summary"], event["event_kind"]) == ("Mine", "raid")


def test_of_a_sheet_that_is_corrected_what_a_person_has_not_edited_is_taken(casefile: Casefile) -> None:
    row = {"kind": "event", "id": "e", "title": "E", "summary": "One", "event_kind": "raid"}
    bring(casefile, CSV, table(row))
    with casefile.change() as change:
        change.put("events", {**casefile.tables()["events"]["e"], "summary": "Mine", "origin": {"by": "human"}})
    corrected = table(row | {"title": "The raid", "summary": "Two", "event_kind": ""})

    account = bring(casefile, CSV, corrected)

    event = casefile.tables()["events"]["e"]
    assert (event["title"], event["summary"], "event_kind" in event) == ("The raid", "Mine", False)
    assert [(clash.field, clash.kept, clash.row) for clash in account.clashes] == [("summary", '"Mine"', '"Two"')]
    assert not bring(casefile, CSV, corrected).changed


def test_a_sheet_corrects_what_a_data_set_brought_and_takes_nothing_away(casefile: Casefile) -> None:
    bring(casefile, GED, ged({}))
    before = casefile.tables()["events"]["ucdp-101"]

    account = bring(casefile, CSV, table({"kind": "event", "id": "ucdp-101", "title": "The clash at the ford"}))

    event = casefile.tables()["events"]["ucdp-101"]
    assert (account.rows, account.clashes) == (Tally(updated=1), ())
    assert said(event)["external"] == before["external"]
    changed = {field for field in event if event[field] != before.get(field)}
    assert (event["title"], changed) == (
        "The clash at the ford",
        {"title", "external", "revision", "modified", "origin"},
    )

    bring(casefile, CSV, table({"kind": "event", "id": "ucdp-101", "title": "The clash at the ford", "note": "ask"}))
    assert {field for field in event if field not in casefile.tables()["events"]["ucdp-101"]} == set()

    account = bring(casefile, GED, ged({"best": "4", "where_coordinates": "Mill town"}))

    event = casefile.tables()["events"]["ucdp-101"]
    assert (event["title"], event["deaths"]["best"]) == ("The clash at the ford", 4)
    assert [clash.field for clash in account.clashes] == ["title"]


@pytest.mark.parametrize("form", ["stix", "ftm", "jsonl"])
def test_an_older_copy_of_a_record_does_not_undo_what_an_import_has_done_since(form: str, casefile: Casefile) -> None:
    bring(casefile, GED, ged({}))
    copy = handed_on(casefile.path, writer(form))
    bring(casefile, GED, ged({"best": "4"}))

    account = bring(casefile, reader(form), copy)

    assert casefile.tables()["events"]["ucdp-101"]["deaths"]["best"] == 4
    assert "deaths" in {clash.field for clash in account.clashes}


def test_a_sheet_of_the_revision_that_is_stored_may_change_what_a_person_wrote(casefile: Casefile) -> None:
    with casefile.change() as change:
        change.put("events", {"id": "e", "title": "E", "revision": 3})
    row = {"kind": "event", "id": "e", "title": "New", "revision": "3"}

    assert bring(casefile, CSV, table(row)).rows == Tally(updated=1)
    assert casefile.tables()["events"]["e"] == {
        "id": "e",
        "title": "New",
        "revision": 4,
        "modified": "2026-01-02T00:00:00Z",
        "origin": {"by": "human"},
    }
    assert len(bring(casefile, CSV, table(row | {"title": "Newer"})).clashes) == 1


def test_another_store_adds_what_is_new_and_later_and_overwrites_nothing(casefile: Casefile, tmp_path: Path) -> None:
    born = {"created": "2025-01-01T00:00:00Z"}
    mine: list[dict[str, Any]] = [
        {"id": "a", "title": "A"} | born,
        {"id": "b", "title": "B"} | born,
        {"id": "c", "title": "C", "revision": 2} | born,
    ]
    with casefile.change() as change:
        for document in mine:
            change.put("events", document)
    theirs = json.loads(write(tmp_path / "theirs.json").read_bytes())
    theirs["events"] = {
        "a": {"id": "a", "title": "A2", "revision": 3} | born,
        "b": {"id": "b", "title": "B2"},
        "c": {"id": "c", "title": "C2", "summary": "Theirs", "revision": 5} | born,
        "d": {"id": "d", "title": "D"},
    }

    account = bring(casefile, STORE, json.dumps(theirs))

    assert {name: event["title"] for name, event in casefile.tables()["events"].items()} == {
        "a": "A2",
        "b": "B",
        "c": "C",
        "d": "D",
    }
    assert [(clash.ref, clash.field) for clash in account.clashes] == [("event:b", "title"), ("event:c", "title")]
    assert casefile.tables()["events"]["c"]["summary"] == "Theirs"
    assert casefile.tables()["events"]["d"]["origin"] == {"by": "human"}


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["=1+1", "'=x", "@a", "-3", "a\nb", 'say "so"', "a,b;c", "غات", "[x", "{", " padded "]
)
EVENTS = st.builds(
    lambda title, summary, note, tags: {
        "id": "e",
        "title": f"t{title}",
        "summary": summary,
        "note": note,
        "tags": tags,
    },
    TEXT,
    TEXT,
    TEXT,
    st.lists(TEXT, max_size=2),
)


@given(EVENTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_record_says_comes_back_from_its_row(made: dict[str, Any]) -> None:
    document = records.write(records.read("event", made))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([KIND, *(column.name for column in COLUMNS["event"])])
    writer.writerow(cells("event", document))

    [found] = found_in(CSV, text.getvalue())
    assert {"revision": 1, "origin": {"by": "human"}} | document == found.entry.document


def test_every_table_has_its_kind() -> None:
    assert set(TABLES) == set(COLUMNS)
