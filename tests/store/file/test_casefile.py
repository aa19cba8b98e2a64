"""The file as its user sees it: put, remove, read again."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.table import Table

from store.file.casefile import Casefile
from store.file.errors import NotWritten
from store.file.fingerprint import fingerprint
from store.file.layout import TABLES
from store.file.reading import read_contents, read_tables
from store.file.storage import DurableStorage


def test_a_new_situation_is_empty_and_titled(path: Path) -> None:
    casefile = Casefile.create(path, "Sirte 2016")
    assert casefile.title == "Sirte 2016"
    assert casefile.tables() == {name: {} for name in TABLES}
    about = read_tables(path)["situation"]["about"]
    assert about["format"] == 1
    assert about["created"].endswith("Z")


@pytest.mark.parametrize("what", ["a store", "any file", "a folder", "a link to itself"])
def test_what_is_there_is_never_made_anew(path: Path, what: str) -> None:
    if what == "a store":
        Casefile.create(path, "Sirte")
    elif what == "any file":
        path.write_text("letters")
    elif what == "a folder":
        path.mkdir()
    else:
        path.symlink_to(path)
    before = path.lstat()
    with pytest.raises(NotWritten, match="there is such a file already"):
        Casefile.create(path, "Mine")
    assert path.lstat() == before


def test_what_is_put_is_there_now_and_after_opening_again(casefile: Casefile, path: Path) -> None:
    event = {"id": "siege", "title": "Siege", "tags": ["a"], "deaths": {"low": 1, "best": None}, "clear": True}
    with casefile.change() as change:
        change.put("events", event)
        change.remove("factions", "misrata")
        change.title = "Sirte 2016"
    for reader in (casefile, Casefile.open(path)):
        assert reader.get("events", "siege") == event
        assert reader.get("factions", "misrata") is None
        assert reader.get("locations", "sirte") is not None
        assert reader.title == "Sirte 2016"
        assert reader.tables()["events"] == {"siege": event}


def test_what_its_maker_or_reader_alters_later_is_not_altered_in_the_store(casefile: Casefile) -> None:
    event: dict[str, Any] = {"id": "siege", "tags": ["a"]}
    with casefile.change() as change:
        change.put("events", event)
    event["tags"].append("b")
    got = casefile.get("events", "siege")
    assert got is not None
    got["tags"].append("c")
    assert casefile.get("events", "siege") == {"id": "siege", "tags": ["a"]}


def test_a_view_of_the_tables_stays_at_its_state(casefile: Casefile) -> None:
    view = casefile.tables()
    with casefile.change() as change:
        change.put("events", {"id": "siege"})
    assert view["events"] == {}


def test_a_change_that_raises_changes_nothing(casefile: Casefile, path: Path) -> None:
    def think_better_of_it() -> None:
        with casefile.change() as change:
            change.put("events", {"id": "siege"})
            raise InterruptedError

    before = path.read_bytes()
    with pytest.raises(InterruptedError):
        think_better_of_it()
    assert path.read_bytes() == before
    assert casefile.get("events", "siege") is None


@pytest.mark.parametrize(
    ("table", "document", "problem"),
    [
        ("event", {"id": "a"}, "event: no table of a store"),
        ("situation", {"id": "about"}, "situation: no table of a store"),
        ("events", {"title": "x"}, "events: a document has no id"),
        ("events", {"id": ""}, "a document has no id"),
        ("events", {"id": 7}, "a document has no id"),
        ("events", {"id": "a", "lat": float("nan")}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "lat": [{"deep": float("inf")}]}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "note": "\ud800"}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "set": {1}}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "day": date(2016, 5, 1)}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "lat": [None, float("nan")]}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "where": Path("x")}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "large": 2**70}, "events/a: holds what JSON cannot"),
        ("events", {"id": "a", "keys": {1: 2}}, "events/a: holds what JSON cannot"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_table_and_record(
    casefile: Casefile, path: Path, table: str, document: dict[str, Any], problem: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(NotWritten, match=problem), casefile.change() as change:
        change.put(table, document)
    assert path.read_bytes() == before


def test_nesting_that_the_file_cannot_hold_is_refused(casefile: Casefile, path: Path) -> None:
    before = path.read_bytes()
    for depth in (252, 300, 100_000):
        nested: list[Any] = []
        for _ in range(depth):
            nested = [nested]
        with pytest.raises(NotWritten, match=r"[Rr]ecursion"), casefile.change() as change:
            change.put("events", {"id": "deep", "note": nested})
        assert path.read_bytes() == before


def test_tuples_are_kept_as_lists(casefile: Casefile) -> None:
    with casefile.change() as change:
        change.put("events", {"id": "a", "tags": ("x", "y")})
    assert casefile.get("events", "a") == {"id": "a", "tags": ["x", "y"]}


def test_to_remove_what_is_not_there_is_refused(casefile: Casefile) -> None:
    with pytest.raises(NotWritten, match="events/siege: there is no such record"), casefile.change() as change:
        change.remove("events", "siege")
    with casefile.change() as change:
        change.remove("factions", "misrata")
        with pytest.raises(NotWritten, match="factions/misrata: there is no such"):
            change.remove("factions", "misrata")
    assert casefile.get("factions", "misrata") is None


def test_a_change_that_comes_to_nothing_leaves_the_file_alone(casefile: Casefile, path: Path) -> None:
    before = fingerprint(path)
    was = casefile.get("factions", "misrata")
    assert was is not None
    with casefile.change() as change:
        change.title = "Sirte"
        change.put("factions", {**was, "note": "for a moment"})
        change.put("factions", was)
        change.put("events", {"id": "brief"})
        change.remove("events", "brief")
        change.remove("locations", "sirte")
        change.put("locations", casefile.get("locations", "sirte") or {})
    assert fingerprint(path) == before == casefile.fingerprint


def test_values_that_python_takes_for_equal_are_told_apart(casefile: Casefile, path: Path) -> None:
    for value in (1, True, 1.0):
        with casefile.change() as change:
            change.put("events", {"id": "a", "value": value})
        assert type(read_tables(path)["events"]["a"]["value"]) is type(value)


def test_every_write_has_its_own_fingerprint_even_at_the_same_size(casefile: Casefile, path: Path) -> None:
    seen = set()
    later = 0
    for number in range(10, 60):
        with casefile.change() as change:
            change.title = str(number)
        assert casefile.fingerprint == fingerprint(path) == read_contents(path).fingerprint
        assert casefile.fingerprint.mtime_ns > later
        later = casefile.fingerprint.mtime_ns
        seen.add(casefile.fingerprint)
    assert len(seen) == 50


def test_the_clock_may_go_back_and_fingerprints_do_not(casefile: Casefile, path: Path) -> None:
    future = path.stat().st_mtime_ns + 10**15
    os.utime(path, ns=(future, future))
    casefile.reload()
    with casefile.change() as change:
        change.title = "later"
    assert casefile.fingerprint.mtime_ns > future


def test_many_records_are_one_write(casefile: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renames = []
    true = Path.replace

    def replace(old: Path, new: Path) -> Path:
        renames.append(new)
        return true(old, new)

    monkeypatch.setattr(Path, "replace", replace)
    with casefile.change() as change:
        for number in range(2_000):
            for table in TABLES:
                change.put(table, {"id": f"r{number}"})
    assert renames == [path]
    assert len(Casefile.open(path).tables()["quotes"]) == 2_000


def test_a_large_file_is_not_kept_in_memory_and_is_there_when_asked_for(
    casefile: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.file.storage._KEPT", 0)
    for number in range(3):
        with casefile.change() as change:
            change.put("events", {"id": "siege", "number": number})
        assert casefile.fingerprint == fingerprint(path)
        assert casefile.get("events", "siege") == {"id": "siege", "number": number}
        assert casefile.tables() == {name: read_tables(path)[name] for name in TABLES}


def test_the_file_is_in_order_and_a_field_a_line(casefile: Casefile, path: Path) -> None:
    with casefile.change() as change:
        change.put("events", {"id": "b", "title": "second"})
        change.put("events", {"id": "a", "title": "first"})
    text = path.read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["situation", *TABLES]
    assert text.index('"a": {\n      "id": "a",\n      "title": "first"\n    }') < text.index('"b": {')
    assert "سرت" in text


def test_a_link_stays_a_link_and_its_target_is_written(casefile: Casefile, path: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "mine.json"
    link.symlink_to(path)
    linked = Casefile.open(link)
    with linked.change() as change:
        change.title = "through the link"
    assert link.is_symlink()
    assert Casefile.open(path).title == "through the link"
    assert linked.fingerprint == fingerprint(link) == fingerprint(path)
    assert [entry.name for entry in (tmp_path / "links").iterdir()] == ["mine.json"]


def test_rights_and_owner_stay(casefile: Casefile, path: Path) -> None:
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12345, 23456)
    before = path.stat()
    with casefile.change() as change:
        change.title = "after"
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_what_killed_writers_left_is_cleared_and_nothing_else(casefile: Casefile, path: Path) -> None:
    left = path.with_name(".sirte.json.0123456789abcdef.new")
    others = [".sirte.json.new", ".sirte.json.0123456789abcdeX.new", ".tripoli.json.0123456789abcdef.new", "notes.new"]
    for name in (left.name, *others):
        path.with_name(name).write_text("half a sto")
    with casefile.change() as change:
        change.title = "after"
    assert not left.exists()
    assert all(path.with_name(name).exists() for name in others)


def test_a_plain_tinydb_file_opens_and_is_ours_after_a_change(path: Path) -> None:
    with TinyDB(path) as database:
        database.table("events").insert_multiple([{"title": "one"}, {"title": "two", "id": "siege"}])
        database.table("_default").truncate()
    casefile = Casefile.open(path)
    assert casefile.title == "sirte"
    assert casefile.tables()["events"] == {"1": {"id": "1", "title": "one"}, "siege": {"title": "two", "id": "siege"}}
    with casefile.change() as change:
        change.remove("events", "1")
        change.put("events", {"id": "siege", "title": "three"})
    tables = read_tables(path)
    assert tables["events"] == {"siege": {"id": "siege", "title": "three"}}
    assert tables["situation"]["about"]["title"] == "sirte"


class Named(Table):
    """A table with the ids of our files, as anyone who opens them with TinyDB declares it."""

    document_id_class = str  # type: ignore[assignment]


def test_tinydb_opens_our_file(casefile: Casefile, path: Path) -> None:
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        assert database.tables() == {"situation", *TABLES}
        (row,) = Named(database.storage, "factions").all()
        assert str(row.doc_id) == "misrata"
        assert row == casefile.get("factions", "misrata")


def test_tinydb_works_on_our_storage(casefile: Casefile, path: Path) -> None:
    database = TinyDB(path, storage=DurableStorage)
    factions = Named(database.storage, "factions")
    factions.update({"summary": "from Misrata"}, where("id") == "misrata")
    assert read_tables(path)["factions"]["misrata"]["summary"] == "from Misrata"
    with pytest.raises(NotWritten, match="_default: nothing was written"):
        database.insert({"title": "in no table of ours"})


def test_reading_for_the_first_frame_loads_neither_tinydb_nor_pydantic() -> None:
    asked = "import sys, store.file.reading; print({'tinydb', 'pydantic', 'filelock', 'sqlite3'} & {*sys.modules})"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"
