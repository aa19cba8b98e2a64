"""`sitroom export csv`: one kind as plain CSV, or all kinds in a folder; whole, or not at all."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.file.errors import FileError
from store.file.taking import take_folder
from store.formats.handed import Writer
from store.refs import KINDS, TABLES
from tests.situations import event, faction, write
from tests.tui.cli.conftest import Typed

FILES = sorted(f"{table}.csv" for table in TABLES.values())


@pytest.fixture
def store(at_home: Path) -> Path:
    """Return a store of two sides and an event."""
    made = (faction("a", "=Reds", marking="amber"), faction("b", "Blues"), event("e", "Clash", marking="amber"))
    return write(at_home / "s.json", *made)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_kind_goes_to_standard_output_as_plain_csv(typed: Typed, store: Path) -> None:
    answer = typed("export", "csv", "--kind", "faction", "--store", store)

    assert [row["id"] for row in rows(answer.out)] == ["a", "b"]
    assert answer.err.startswith("sitroom: TLP:AMBER: 1 record is for")
    assert answer.err.count("\n") == 1


def test_one_kind_goes_to_a_file_and_comes_in_again(typed: Typed, store: Path, at_home: Path) -> None:
    assert typed("export", "csv", "--kind", "event", "--store", store, "-o", "events.csv").code == 0

    assert rows((at_home / "events.csv").read_text(encoding="utf-8"))[0]["title"] == "Clash"
    assert (
        "1 rows read = 0 created + 0 updated + 1 unchanged" in typed("import", "csv", "events.csv", "--into", store).out
    )


def test_a_lens_narrows_a_table_too(typed: Typed, store: Path) -> None:
    answer = typed("export", "csv", "--kind", "faction", "--store", store, "--lens", "kind:event")
    assert rows(answer.out) == []


def test_all_kinds_go_into_a_folder_that_is_made(typed: Typed, store: Path, at_home: Path) -> None:
    answer = typed("export", "csv", "--store", store, "-o", "tables/")

    assert sorted(path.name for path in (at_home / "tables").iterdir()) == FILES
    assert rows((at_home / "tables" / "events.csv").read_text(encoding="utf-8"))[0]["id"] == "e"
    assert answer.err.splitlines()[1].startswith("sitroom: TLP:AMBER: 2 records are for")


def test_into_a_folder_that_is_there_they_go_beside_what_is_in_it(typed: Typed, store: Path, at_home: Path) -> None:
    (at_home / "tables").mkdir()
    (at_home / "tables" / "mine.txt").write_text("mine")

    assert typed("export", "csv", "--store", store, "-o", "tables").code == 0

    assert sorted(path.name for path in (at_home / "tables").iterdir()) == sorted([*FILES, "mine.txt"])


def test_the_folder_one_stands_in_will_do_and_nothing_is_left_beside_it(
    typed: Typed, store: Path, at_home: Path
) -> None:
    beside = sorted(path.name for path in at_home.parent.iterdir())

    assert typed("export", "csv", "--store", store, "-o", ".").code == 0

    assert sorted(path.name for path in at_home.iterdir()) == sorted([*FILES, store.name])
    assert sorted(path.name for path in at_home.parent.iterdir()) == beside


def test_a_table_that_is_there_keeps_all_of_them_away_unless_forced(
    typed: Typed, refused: Callable[..., str], store: Path, at_home: Path
) -> None:
    (at_home / "tables").mkdir()
    (at_home / "tables" / "sources.csv").write_text("mine")

    line = refused("export", "csv", "--store", store, "-o", "tables")

    assert line == "tables/sources.csv: there is a file of this name already; name another one"
    assert [path.name for path in (at_home / "tables").iterdir()] == ["sources.csv"]
    assert typed("export", "csv", "--store", store, "-o", "tables", "--force").code == 0
    assert sorted(path.name for path in (at_home / "tables").iterdir()) == FILES
    assert (at_home / "tables" / "sources.csv").read_text(encoding="utf-8") != "mine"


def test_a_file_is_no_folder(refused: Callable[..., str], store: Path, at_home: Path) -> None:
    (at_home / "tables").write_text("mine")

    assert "there is a file of this name already" in refused(
        "export", "csv", "--store", store, "-o", "tables/", "--force"
    )
    assert (at_home / "tables").read_text() == "mine"
    assert sorted(path.name for path in at_home.iterdir() if path.name != store.name) == ["tables"]


def test_who_stops_it_finds_no_folder(
    refused: Callable[..., str], store: Path, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> Iterator[bytes]:
        yield b"kind"
        raise KeyboardInterrupt

    monkeypatch.setattr("store.formats.own.spreadsheets.WRITER", Writer(interrupted, of_kind=interrupted))

    assert refused("export", "csv", "--store", store, "-o", "tables/") == "stopped; tables/ was not written".replace(
        "/", ""
    )
    assert [path.name for path in at_home.iterdir()] == [store.name]


def test_a_folder_that_cannot_be_made_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileError) as told:
        take_folder(tmp_path / "no" / "tables", [("a.csv", [b"a"])], store=tmp_path / "s.json")
    assert str(told.value).startswith(f"{tmp_path}/no/tables: nothing was written: there is no such file or folder")


def test_other_formats_have_no_table_a_kind(typed: Typed, store: Path) -> None:
    answer = typed("export", "stix", "--kind", "event", "--store", store)

    assert answer.code == 2
    assert "--kind: stix has no table a kind; --lens kind:event narrows it" in answer.err


def test_a_folder_comes_in_again_as_it_was_handed_on(typed: Typed, store: Path) -> None:
    assert typed("export", "csv", "--store", store, "-o", "tables/").code == 0

    answer = typed("import", "csv", "tables", "--into", "copy.json")
    assert answer.out.startswith("tables: 3 rows read = 3 created + 0 updated + 0 unchanged + 0 skipped")
    assert "0 updated + 3 unchanged" in typed("import", "csv", "tables/", "--into", "copy.json").out
    for kind in KINDS:
        one, other = (
            rows(typed("export", "csv", "--kind", kind, "--store", where).out) for where in (store, "copy.json")
        )
        assert [_said(row) for row in other] == [_said(row) for row in one]


def _said(row: dict[str, str]) -> dict[str, str]:
    """Return what a row says, in the shortest words, without who brought it in and when."""
    stamps = ("created", "origin.by")
    return {name: cell.replace(', "kind": "primary"', "") for name, cell in row.items() if name not in stamps}


def test_a_folder_without_tables_is_refused(refused: Callable[..., str], at_home: Path) -> None:
    (at_home / "some").mkdir()
    (at_home / "some" / "notes.txt").write_text("no table")

    assert refused("import", "csv", "some", "--into", "copy.json") == (
        "some: cannot be read: it is a folder without a table, a file whose name ends in .csv; name another"
    )
    assert not (at_home / "copy.json").exists()


def test_a_format_that_takes_one_file_takes_no_folder(typed: Typed, store: Path) -> None:
    typed("export", "csv", "--store", store, "-o", "tables/")

    answer = typed("import", "acled", "tables", "--into", "copy.json")
    assert (answer.code, answer.err) == (2, "sitroom: tables: cannot be read: it is a folder; name a file in it\n")


def test_a_file_of_a_folder_that_is_no_table_of_records_is_named(typed: Typed, store: Path, at_home: Path) -> None:
    typed("export", "csv", "--store", store, "-o", "tables/")
    (at_home / "tables" / "notes.csv").write_text("a,b\n1,2\n")

    answer = typed("import", "csv", "tables", "--into", "copy.json")
    assert answer.err.startswith("sitroom: tables: notes.csv: not a table of records: no column ‘kind’")
