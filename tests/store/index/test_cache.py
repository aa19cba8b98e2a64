"""Where an index is kept, and what becomes of one that is stale, damaged, foreign or half made."""

import os
import signal
import subprocess
import sys
import time
from io import FileIO
from pathlib import Path

import pytest

from store.errors import StoreError
from store.file import room
from store.file.casefile import Casefile
from store.index import cache, spool
from store.records import Event
from store.situation import Situation
from tests import situations
from tests.situations import event, generate, write

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every index, in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LARGE", 0)
    return tmp_path / "cache" / "sitroom" / "index"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return situations.small(tmp_path / "coast.json")


def built(path: Path) -> int:
    """Open a store and return 1 if it was indexed for that, else 0."""
    times = []
    Situation.open(path, progress=lambda done, total: times.append(done)).close()
    return min(1, len(times))


def test_an_index_is_made_once_for_one_state_of_the_file(path: Path, folder: Path) -> None:
    assert built(path) == 1
    assert built(path) == 0
    assert len(list(folder.iterdir())) == 1


def test_a_file_that_has_changed_is_indexed_anew(path: Path, folder: Path) -> None:
    built(path)
    write(path, event("only", "Only this"))
    assert Situation.open(path).timeline().rows[0].title == "Only this"
    assert len(list(folder.iterdir())) == 1


def test_a_small_store_is_indexed_in_memory(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGE", 10**9)
    built(path)
    assert not folder.exists()


@pytest.mark.parametrize(
    "damage", [b"", b"not a database at all, but some text", b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_damaged_index_is_thrown_away(path: Path, folder: Path, damage: bytes) -> None:
    built(path)
    [kept] = folder.iterdir()
    kept.write_bytes(damage)
    assert Situation.open(path).title == "A situation"
    assert built(path) == 0


def test_an_index_of_another_version_is_thrown_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(path)
    monkeypatch.setattr(cache, "VERSION", -1)
    assert built(path) == 1


def test_where_nothing_can_be_kept_it_is_made_in_memory(path: Path, folder: Path) -> None:
    folder.parent.parent.write_text("a file where the folder should be")
    assert Situation.open(path).title == "A situation"


def test_a_store_can_be_read_though_the_disk_of_the_cache_is_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "TemporaryFile", lambda **_: FileIO("/dev/full", "r+"))
    assert Situation.open(path).title == "A situation"


def test_a_build_that_is_given_up_leaves_nothing(path: Path, folder: Path) -> None:
    class Enough(StoreError):
        pass

    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        Situation.open(path, progress=stop)
    assert list(folder.iterdir()) == []


def test_a_build_that_is_killed_leaves_no_index_and_is_swept_up_later(tmp_path: Path, folder: Path) -> None:
    path = generate(tmp_path / "s.json", events=6_000)
    code = f"""
import os, signal
from pathlib import Path
from store.index import cache
from store.situation import Situation
cache.LARGE = 0
Situation.open(Path({str(path)!r}), progress=lambda done, total: os.kill(os.getpid(), signal.SIGKILL))
"""
    died = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    [part] = folder.iterdir()
    assert part.suffix == ".part"
    long_ago = time.time() - 100_000
    os.utime(part, (long_ago, long_ago))
    assert built(path) > 0
    assert [kept.suffix for kept in folder.iterdir()] == [".sqlite"]


def test_processes_that_build_at_once_do_no_harm(tmp_path: Path, folder: Path) -> None:
    path = generate(tmp_path / "s.json", events=500)
    code = f"""
from pathlib import Path
from store.index import cache
from store.situation import Situation
cache.LARGE = 0
print(Situation.open(Path({str(path)!r})).timeline().total)
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = {process.communicate()[0] for process in running}
    assert told == {f"{Situation.open(path).timeline().total}\n"}
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("moment", [1, 5, -1])
def test_a_change_that_comes_while_a_store_is_indexed_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    monkeypatch.setattr(room, "LARGE", 0)
    path = generate(tmp_path / "s.json", events=1_500)
    told: list[int] = []
    cache.make_index(path, lambda done, total: told.append(done)).close()
    calls = iter(range(1, 10**6))

    def change(done: int, total: int) -> None:
        if next(calls) == moment % (len(told) + 1):
            with Casefile.open(path).change() as change:
                change.put("events", {"id": "meanwhile", "title": "Meanwhile"})

    cache.make_index(path, change).close()
    assert [row.target for row in Situation.open(path).find("meanwhile").rows] == ["event:meanwhile"]


def test_all_who_read_an_index_see_what_one_of_them_changes(path: Path, folder: Path) -> None:
    writer, *readers = (Situation.open(path) for _ in range(4))
    assert [reader.find("ceasefire").total for reader in readers] == [0, 0, 0]
    writer.change([Event(id="truce", title="A ceasefire")])
    assert [reader.find("ceasefire").total for reader in readers] == [1, 1, 1]
    assert len(list(folder.iterdir())) == 1


def test_a_reader_of_a_replaced_index_reads_on(path: Path) -> None:
    reader = Situation.open(path)
    write(path, event("only", "Only this"))
    assert Situation.open(path).counts()["event"] == 1
    assert reader.counts()["event"] == 5
