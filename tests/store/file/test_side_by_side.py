"""Several programs at one file: nobody's change is lost, and who must wait is told."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.file.casefile import Casefile
from store.file.errors import Conflict, Locked, NotWritten
from store.file.fingerprint import fingerprint
from store.file.reading import read_tables

PROJECT = Path(__file__).resolve().parents[3]

PLAIN_TINYDB = """
import sys
from tinydb import TinyDB
with TinyDB(sys.argv[1], encoding="utf-8") as database:
    database.table("sources").insert({"title": "from elsewhere"})
"""


def start(*words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.file.writers", *words]
    return subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def put_while(casefile: Casefile, happening: Callable[[], object]) -> None:
    with casefile.change() as change:
        change.put("events", {"id": "mine"})
        happening()


@pytest.mark.parametrize("task", ["add", "add-with-journal"])
def test_two_writers_who_retry_lose_nothing(path: Path, task: str) -> None:
    Casefile.create(path, "Sirte")
    writers = [start(task, str(path), name, "25") for name in ("one", "two")]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    expected = {f"{name}-{number}" for name in ("one", "two") for number in range(25)}
    assert read_tables(path)["events"].keys() == expected


def test_another_writer_at_work_is_named_after_a_short_wait(casefile: Casefile, path: Path) -> None:
    before = path.read_bytes()
    holder = start("hold", str(path))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with (
        pytest.raises(Locked, match=rf"process {holder.pid} on .* is writing to it"),
        casefile.change(wait=0.05) as change,
    ):
        change.title = "mine"
    assert path.read_bytes() == before
    holder.communicate("thank you\n")
    with casefile.change() as change:
        change.title = "mine"
    assert read_tables(path)["situation"]["about"]["title"] == "mine"


def test_readers_need_no_lock(casefile: Casefile, path: Path) -> None:
    with casefile.change() as change:
        change.title = "not yet"
        assert Casefile.open(path).title == "Sirte"


def test_a_change_by_another_program_survives(casefile: Casefile, path: Path) -> None:
    subprocess.run([sys.executable, "-c", PLAIN_TINYDB, str(path)], check=True)
    with pytest.raises(Conflict, match="reload"), casefile.change() as change:
        change.put("events", {"id": "mine"})
    assert read_tables(path)["sources"] == {"1": {"id": "1", "title": "from elsewhere"}}
    assert casefile.get("events", "mine") is None
    casefile.reload()
    with casefile.change() as change:
        change.put("events", {"id": "mine"})
    tables = read_tables(path)
    assert tables["sources"].keys() == {"1"}
    assert tables["events"].keys() == {"mine"}


def test_a_program_that_ignores_the_lock_is_noticed_before_the_file_is_replaced(casefile: Casefile, path: Path) -> None:
    theirs = path.read_text().replace("Sirte", "Surt!")
    with pytest.raises(Conflict):
        put_while(casefile, lambda: path.write_text(theirs))
    assert path.read_text() == theirs
    assert casefile.get("events", "mine") is None


def test_an_edit_that_hides_behind_size_and_time_is_noticed(casefile: Casefile, path: Path) -> None:
    def hide_an_edit() -> None:
        moment = path.stat().st_mtime_ns
        path.write_text(path.read_text().replace("Sirte", "Surt!"))
        os.utime(path, ns=(moment, moment))

    with pytest.raises(Conflict):
        put_while(casefile, hide_an_edit)
    assert fingerprint(path) == casefile.fingerprint
    assert "Surt!" in path.read_text()


def test_a_touched_file_with_the_same_content_is_no_conflict(casefile: Casefile, path: Path) -> None:
    path.touch()
    with casefile.change() as change:
        change.title = "after the touch"
    assert Casefile.open(path).title == "after the touch"


def test_a_file_that_was_moved_away_is_not_made_again(casefile: Casefile, path: Path) -> None:
    path.rename(path.with_name("elsewhere.json"))
    with pytest.raises(Conflict, match="moved or deleted"), casefile.change() as change:
        change.title = "mine"
    assert not path.exists()


def test_a_file_that_became_a_folder_is_left_alone(casefile: Casefile, path: Path) -> None:
    path.unlink()
    path.mkdir()
    with (
        pytest.raises(NotWritten, match="what is there now cannot be read: it is a folder"),
        casefile.change() as change,
    ):
        change.title = "mine"
    assert path.is_dir()


def test_a_change_within_a_change_waits_for_itself_no_longer_than_for_others(casefile: Casefile) -> None:
    with casefile.change() as outer:
        outer.title = "outer"
        with pytest.raises(Locked), casefile.change(wait=0) as inner:
            inner.title = "inner"
    assert casefile.title == "outer"
