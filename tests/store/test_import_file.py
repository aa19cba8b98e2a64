"""Bringing in a file: its encoding, its progress, and the files that are refused."""

import os
import zipfile
from pathlib import Path

import pytest

from store.documents import Document
from store.file.casefile import Casefile
from store.file.errors import Unreadable
from store.formats.account import Tally
from store.formats.own.reading import CSV
from store.formats.registry import reader
from store.formats.ucdp import GED
from store.importing import import_file
from tests.store.formats.ged import ged


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return an empty store."""
    return Casefile.create(tmp_path / "northland.json", "Northland")


def stored(casefile: Casefile, table: str, name: str) -> Document:
    document = casefile.get(table, name)
    assert document is not None
    return document


def write(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "ged.csv"
    path.write_bytes(content)
    return path


def test_a_file_is_brought_in_with_its_name_and_encoding(casefile: Casefile, tmp_path: Path) -> None:
    account = import_file(casefile, write(tmp_path, ged({}).encode()), GED)

    assert (account.file, account.encoding, account.read) == (str(tmp_path / "ged.csv"), "utf-8", 1)
    assert stored(casefile, "events", "ucdp-101")["origin"]["run"].startswith("ged.csv 20")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_letters_arrive_in_whatever_encoding(casefile: Casefile, tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, ged({"side_b": "Côte d’Été"}).encode(encoding))

    account = import_file(casefile, path, GED)

    assert account.encoding == encoding.removesuffix("-sig")
    assert stored(casefile, "factions", "ucdp-actor-32")["names"] == [{"text": "Côte d’Été"}]


def test_a_letter_that_was_cut_in_two_does_not_make_all_others_wrong(casefile: Casefile, tmp_path: Path) -> None:
    whole = ged({"id": "1", "side_b": "Côte d’Été"}, {"id": "2", "side_b": "Ünï"}).encode()
    account = import_file(casefile, write(tmp_path, whole.replace("ï".encode(), "ï".encode()[:1])), GED)

    assert account.encoding == "utf-8, in which 1 byte is part of no letter"
    assert [name["text"] for name in stored(casefile, "factions", "ucdp-actor-32")["names"]] == [
        "Côte d’Été",
        "Ün\ufffd",
    ]


@pytest.mark.parametrize("as_zip", [True, False])
def test_the_encoding_of_tables_that_come_together_is_told_too(
    casefile: Casefile, tmp_path: Path, as_zip: bool
) -> None:
    tables = {"a.csv": "kind,id,names\nfaction,reds,Reds\n", "b.csv": "kind,id,names\nfaction,ete,Côte d’Été\n"}
    path = tmp_path / "tables"
    if as_zip:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in tables.items():
                archive.writestr(name, text.encode("windows-1252"))
    else:
        path.mkdir()
        for name, text in tables.items():
            (path / name).write_bytes(text.encode("windows-1252"))

    assert import_file(casefile, path, CSV).encoding == "windows-1252"
    assert stored(casefile, "factions", "ete")["names"] == [{"text": "Côte d’Été"}]


def test_a_file_may_hold_the_sign_for_broken_letters(casefile: Casefile, tmp_path: Path) -> None:
    assert import_file(casefile, write(tmp_path, ged({"side_b": "R\ufffdver"}).encode()), GED).encoding == "utf-8"
    assert stored(casefile, "factions", "ucdp-actor-32")["names"] == [{"text": "R\ufffdver"}]


def test_bytes_that_are_no_utf_8_are_seen_however_late_they_come(casefile: Casefile, tmp_path: Path) -> None:
    content = ged({"id": "1", "source_article": "x" * 3_000_000}, {"id": "2", "side_b": "É"}).encode("windows-1252")

    assert import_file(casefile, write(tmp_path, content), GED).encoding == "windows-1252"
    assert "É" in [name["text"] for name in stored(casefile, "factions", "ucdp-actor-32")["names"]]


def test_progress_runs_from_the_first_byte_to_the_last(casefile: Casefile, tmp_path: Path) -> None:
    path = write(tmp_path, ged(*({"id": f"{number}"} for number in range(3000))).encode())
    told: list[tuple[int, int]] = []

    import_file(casefile, path, GED, lambda done, size: told.append((done, size)))

    assert told == sorted(told)
    assert {size for _, size in told} == {path.stat().st_size}
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


def test_a_file_of_another_format_is_refused_by_name_and_nothing_is_written(casefile: Casefile, tmp_path: Path) -> None:
    before = casefile.path.read_bytes()
    path = write(tmp_path, b"a,b\n1,2\n")

    with pytest.raises(Unreadable, match=r"ged\.csv: not a UCDP GED file: no column ‘id’"):
        import_file(casefile, path, GED)
    assert casefile.path.read_bytes() == before


def test_a_file_of_another_format_is_told_to_look_like_that(casefile: Casefile, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"or `import ucdp`, which it looks like$"):
        import_file(casefile, write(tmp_path, ged({}).encode()), reader("stix"))
    with pytest.raises(Unreadable) as refused:
        import_file(casefile, write(tmp_path, b"type_of_violence,date_prec\n1,1\n"), GED)
    assert "looks like" not in str(refused.value)


@pytest.mark.parametrize("form", ["ftm", "stix"])
def test_whoever_waits_can_stop_it_before_there_is_a_row(form: str, casefile: Casefile, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _: int) -> None:
        assert done == 0
        raise Stopped

    before = casefile.path.read_bytes()
    with pytest.raises(Stopped):
        import_file(casefile, write(tmp_path, b" " * 2_000_000), reader(form), stop)
    assert casefile.path.read_bytes() == before


def test_a_file_that_cannot_be_opened_is_refused_in_one_line(casefile: Casefile, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path, words in (
        (tmp_path, "it is a folder"),
        (tmp_path / "none.csv", "there is no such file"),
        (pipe, "it is a pipe or a device"),
    ):
        with pytest.raises(Unreadable, match=words) as refusal:
            import_file(casefile, path, GED)
        assert str(refusal.value).startswith(str(path))
        assert "\n" not in str(refusal.value)


def test_the_bangladesh_file_adds_up_and_comes_in_once(casefile: Casefile, samples: Path) -> None:
    path = samples / "data" / "ucdp" / "ged_BGD_conflict_data.csv"

    first = import_file(casefile, path, GED)
    content = casefile.path.read_bytes()
    second = import_file(Casefile.open(casefile.path), path, GED)

    assert (first.read, first.rows, first.skipped) == (601, Tally(created=601), ())
    assert first.beside["faction"] == Tally(created=16)
    assert (second.rows, second.changed) == (Tally(unchanged=601), False)
    assert casefile.path.read_bytes() == content
