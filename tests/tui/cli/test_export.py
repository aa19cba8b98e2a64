"""`sitroom export`: a situation, whole or in part, that opens again as it was."""

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import fixtures
from store.formats.handed import Writer
from store.formats.registry import WRITABLE
from tests.situations import claim, event, faction, location, write
from tests.store.formats.ged import ged
from tests.tui.cli.conftest import Typed
from tests.tui.hostile import OBEYED


def held(path: Path) -> dict[str, dict[str, Any]]:
    """Return what a store's file holds, table by table."""
    tables: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    return tables


def test_an_export_is_equal_record_by_record_and_opens_again(typed: Typed, at_home: Path) -> None:
    answer = typed("export", "json", "-o", "copy.json")

    assert (answer.code, answer.out, answer.err) == (0, "", "sitroom: copy.json: Sirte 2016\n")
    assert held(at_home / "copy.json") == held(fixtures.SHIPPED)
    assert typed("stats", "copy.json").out.splitlines()[2:] == typed("stats").out.splitlines()[2:]
    assert typed("check", "copy.json").code == 0


def test_the_export_of_an_export_is_the_same_to_the_byte(typed: Typed, at_home: Path) -> None:
    typed("export", "json", "-o", "one.json")
    typed("export", "json", "--store", "one.json", "-o", "two.json")

    assert (at_home / "one.json").read_bytes() == (at_home / "two.json").read_bytes()


def test_without_a_file_it_goes_to_standard_output(typed: Typed) -> None:
    answer = typed("export", "json")

    assert (answer.code, answer.err) == (0, "")
    assert answer.json == held(fixtures.SHIPPED)


def test_an_empty_store_is_exported_too(typed: Typed, at_home: Path) -> None:
    write(at_home / "s.json", title="Nothing yet")

    assert typed("export", "json", "--store", "s.json", "-o", "copy.json").code == 0
    assert typed("stats", "copy.json").out.startswith("Nothing yet\n")


def test_an_imported_row_is_handed_on_to_the_letter(typed: Typed, at_home: Path) -> None:
    cells = {"ucdp": {"side_a": "Côte \x1b[31m\x9b\u202e d’Été 😀", "note": " two  blanks \r\n"}}
    store = write(at_home / "s.json", event("e", "Clash", external=cells))

    out = typed("export", "json", "--store", store)

    assert out.json["events"]["e"]["external"] == cells
    typed("export", "json", "--store", store, "-o", "copy.json")
    assert held(at_home / "copy.json")["events"]["e"]["external"] == cells


@pytest.mark.parametrize("query", ["actor:misrata", "kind:quote", "place:sirte since:2016-05", "bani walid"])
def test_a_lens_gives_an_excerpt_in_which_no_ref_leads_nowhere(typed: Typed, at_home: Path, query: str) -> None:
    assert typed("export", "json", "--lens", query, "-o", "part.json").code == 0

    assert typed("check", "part.json", "--json").json == typed("check", "--json").json == []
    part, whole = held(at_home / "part.json"), held(fixtures.SHIPPED)
    assert part.pop("situation") == whole.pop("situation")
    assert all(part[table].items() <= whole[table].items() for table in whole)
    assert sum(map(len, part.values())) < sum(map(len, whole.values()))


def test_a_lens_that_shows_nothing_gives_an_empty_situation_and_says_so(typed: Typed, at_home: Path) -> None:
    answer = typed("export", "json", "--lens", "zzzzzz", "-o", "part.json")

    assert (answer.code, answer.err.splitlines()[-1]) == (1, "sitroom: nothing answers zzzzzz: no record is in it")
    assert sum(typed("stats", "part.json", "--json").json["records"].values()) == 0


def test_an_excerpt_has_what_it_shows_and_what_that_names_and_nothing_else(typed: Typed, at_home: Path) -> None:
    store = write(
        at_home / "s.json",
        location("land", "Land"),
        location("town", "Town", within="location:land"),
        location("far", "Far"),
        faction("a"),
        faction("b"),
        event("clash", "Clash", where="location:town", who=["faction:a"]),
        claim("c", "faction:b", "backs", "faction:a"),
    )

    typed("export", "json", "--store", store, "--lens", "kind:event", "-o", "part.json")

    part = held(at_home / "part.json")
    kept = {table: set(part[table]) for table in ("events", "locations", "factions", "claims")}
    assert kept == {"events": {"clash"}, "locations": {"land", "town"}, "factions": {"a"}, "claims": set()}


def test_a_file_that_is_there_is_kept_unless_forced(typed: Typed, refused: Callable[..., str], at_home: Path) -> None:
    (at_home / "copy.json").write_text("mine")

    assert refused("export", "json", "-o", "copy.json") == (
        "copy.json: is there already; name another file, or --force to write over it"
    )
    assert (at_home / "copy.json").read_text() == "mine"
    assert typed("export", "json", "-o", "copy.json", "--force").code == 0
    assert held(at_home / "copy.json") == held(fixtures.SHIPPED)


def test_a_store_is_never_written_over_by_its_own_export(refused: Callable[..., str], mine: Path) -> None:
    before = mine.read_bytes()

    line = refused("export", "json", "--store", mine, "--lens", "tunisia", "-o", mine, "--force")

    assert line == f"{mine}: is the store itself; name another file"
    assert mine.read_bytes() == before
    shipped = fixtures.SHIPPED
    assert "is a situation that ships" in refused("export", "json", "--store", mine, "-o", shipped, "--force")


def test_where_nothing_can_be_written_it_is_told(refused: Callable[..., str], at_home: Path) -> None:
    (at_home / "folder").mkdir()

    assert "there is no such file or folder" in refused("export", "json", "-o", "nowhere/copy.json")
    assert "it is a folder" in refused("export", "json", "-o", "folder", "--force")
    assert "its name is too long" in refused("export", "json", "-o", "x" * 300)
    assert [path.name for path in at_home.iterdir()] == ["folder"]


def test_a_device_is_not_replaced_by_a_file(refused: Callable[..., str], at_home: Path) -> None:
    os.mkfifo(at_home / "pipe")

    told = refused("export", "json", "-o", "pipe", "--force")
    assert told == "pipe: it is no file; leave -o out for standard output"
    assert (at_home / "pipe").is_fifo()


def test_a_lens_that_is_none_writes_nothing(refused: Callable[..., str], at_home: Path) -> None:
    assert "no actor is called 'nobody'" in refused("export", "json", "--lens", "actor:nobody", "-o", "part.json")
    assert list(at_home.iterdir()) == []


def test_what_the_format_cannot_hold_is_told_on_standard_error_and_in_a_report(typed: Typed, at_home: Path) -> None:
    store = write(at_home / "s.json", faction("a"), faction("b", marking="red"), title="Sides")

    answer = typed(
        "export", "ucdp", "--store", store, "-o", "out.csv", "--report", "lost.json", "--lens", "kind:faction"
    )

    assert (answer.code, answer.out) == (0, "")
    assert answer.err.splitlines() == [
        "sitroom: out.csv: Sides",
        "sitroom: TLP:RED: 1 record is for the eyes of those who were given them alone",
        "sitroom: faction: 2 not handed on: not from a row of UCDP GED",
    ]
    assert json.loads((at_home / "lost.json").read_bytes()) == {
        "format": "ucdp",
        "file": "out.csv",
        "lens": "kind:faction",
        "warnings": ["TLP:RED: 1 record is for the eyes of those who were given them alone"],
        "losses": [{"kind": "faction", "field": "*", "why": "not from a row of UCDP GED", "records": 2}],
    }


def test_losses_do_not_mix_with_what_goes_to_standard_output(typed: Typed) -> None:
    answer = typed("export", "ucdp")

    assert answer.out == ""
    assert "not from a row of UCDP GED" in answer.err


def test_a_report_that_is_there_is_kept_unless_forced(refused: Callable[..., str], typed: Typed, at_home: Path) -> None:
    (at_home / "lost.json").write_text("mine")

    assert "is there already" in refused("export", "json", "-o", "copy.json", "--report", "lost.json")
    assert not (at_home / "copy.json").exists()
    assert typed("export", "json", "-o", "copy.json", "--report", "lost.json", "--force").code == 0
    assert json.loads((at_home / "lost.json").read_bytes())["losses"] == []


def test_the_report_is_not_written_where_the_export_is(refused: Callable[..., str], at_home: Path) -> None:
    line = refused("export", "json", "-o", "copy.json", "--report", "./copy.json", "--force")

    assert line == "copy.json: is both the export and its report; name two files"
    assert list(at_home.iterdir()) == []


def test_every_format_that_can_be_written_is_in_the_help(typed: Typed) -> None:
    told = typed("export", "--help").out

    assert [known.name for known in WRITABLE.values() if f"  {known.name} " not in told] == []


def test_who_stops_an_export_finds_nothing_half_written(
    refused: Callable[..., str], at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> Iterator[bytes]:
        yield b"{"
        raise KeyboardInterrupt

    monkeypatch.setattr("store.formats.sitroom_json.JSON", Writer(interrupted))

    assert refused("export", "json", "-o", "copy.json") == "stopped; copy.json was not written"
    assert list(at_home.iterdir()) == []


def test_a_file_that_was_brought_in_goes_back_out_cell_for_cell(typed: Typed, at_home: Path) -> None:
    text = ged({"id": "1"}, {"id": "2", "source_article": 'a "quoted", text\nof two lines'})
    (at_home / "ged.csv").write_text(text, encoding="utf-8", newline="")
    typed("import", "ucdp", "ged.csv", "--into", "s.json")

    answer = typed("export", "ucdp", "--store", "s.json", "-o", "back.csv")

    back = (at_home / "back.csv").read_text(encoding="utf-8")
    assert list(csv.reader(io.StringIO(back))) == list(csv.reader(io.StringIO(text)))
    assert answer.err.splitlines()[1:] == [
        "sitroom: of all records: created (13), origin (13): not in the row that came in, which goes back as it was"
    ]


@pytest.mark.parametrize("form", ["stix", "ftm", "jsonl", "geojson", "timelinejs"])
def test_json_of_any_format_has_escapes_for_what_a_terminal_would_obey(typed: Typed, at_home: Path, form: str) -> None:
    cells = {"ucdp-ged": {"side_a": "a\x1b[31m\x9b\u202e"}}
    made = (location("x", point=(1.0, 2.0)), event("e", "Clash", "2016", "location:x", external=cells))

    answer = typed("export", form, "--store", write(at_home / "s.json", *made))

    assert answer.code == 0
    assert "Clash" in answer.out
    assert OBEYED.findall(answer.out) == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("acled", "-o", "e.xlsx"), "e.xlsx: workbooks are read, not written; let its name end in .csv"),
        (("geojson", "-o", "e.ODS"), "e.ODS: workbooks are read, not written; let its name end in .geojson"),
        (
            ("csv", "-o", "e.csv"),
            "e.csv: one table is of one kind, say which with --kind; or end in .zip or / to have all",
        ),
        (("csv", "--kind", "event", "-o", "e.zip"), "e.zip: it would not be packed; let its name end in .csv"),
        (("stix", "-o", "e.json.gz"), "e.json.gz: it would not be packed; let its name end in .json"),
    ],
)
def test_a_name_that_promises_another_form_is_refused(
    typed: Typed, at_home: Path, asked: tuple[str, ...], told: str
) -> None:
    answer = typed("export", *asked)

    assert (answer.code, answer.err) == (2, f"sitroom: {told}\n")
    assert not (at_home / asked[-1]).exists()


def test_the_help_tells_what_is_written_not_what_is_read(typed: Typed) -> None:
    told = typed("export", "--help").out

    assert "the rows that came from ACLED, cell for cell, as CSV" in told
    assert "workbook" not in told
    assert "2.0" not in told
