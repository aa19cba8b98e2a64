"""A second process helps to make the index of a large store, and makes no difference but to the time."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import StoreError
from store.file import room
from store.file.casefile import Casefile
from store.file.errors import Unreadable
from store.index import cache, counted, hand
from store.index.another import begin
from store.index.changing import apply
from store.index.hand import Hand
from store.index.messages import send
from store.index.spool import Piles
from store.situation import Situation
from tests.situations import claim, event, faction, generate, location, write

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Index in a folder of the test's own, with a second process for every store."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LARGE", 0)
    with_two_processors(monkeypatch)
    return tmp_path / "cache" / "sitroom" / "index"


def with_two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand, "LONG", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return generate(tmp_path / "s.json", events=4_000)


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> list[Hand]:
    """Return the list of the second processes that are begun from now on."""
    begun: list[Hand] = []

    class Watched(Hand):
        def __init__(self, index: Path, store: int, piles: Piles) -> None:
            super().__init__(index, store, piles)
            begun.append(self)

    monkeypatch.setattr(counted, "Hand", Watched)
    return begun


def tables(kept: Path) -> dict[str, Any]:
    """Return all that is in an index but its stamp; of its words, which are in which record where."""
    index = sqlite3.connect(kept)
    made = {name for (name,) in index.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    bare = {name for name in made if name.partition("_")[0] not in ("names", "words")} - {"about"}
    found: dict[str, Any] = {name: index.execute(f"SELECT * FROM {name}").fetchall() for name in bare}  # noqa: S608
    for name in ("names", "words"):
        index.execute(f"CREATE VIRTUAL TABLE temp.of_{name} USING fts5vocab('main', '{name}', 'instance')")
        found[name] = index.execute(f"SELECT * FROM temp.of_{name}").fetchall()  # noqa: S608
    found["trees"] = set(index.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'"))
    index.close()
    return found


def made_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the index of a store that this process makes alone."""
    with monkeypatch.context() as alone:
        alone.setattr(hand, "LONG", 10**12)
        return made(path)


def made(path: Path) -> dict[str, Any]:
    cache.make_index(path, lambda done, total: None).close()
    place = cache._place(path)
    assert place
    assert [kept.name for kept in place.parent.iterdir()] == [place.name]
    return tables(place)


def test_two_processes_make_what_one_makes(path: Path, monkeypatch: pytest.MonkeyPatch, hands: list[Hand]) -> None:
    alone = made_alone(path, monkeypatch)
    assert not hands
    assert made(path) == alone
    assert len(hands) == 1


def test_changes_that_wait_are_in_it(path: Path, monkeypatch: pytest.MonkeyPatch, hands: list[Hand]) -> None:
    monkeypatch.setattr(room, "LARGE", 0)
    with Casefile.open(path).change() as change:
        change.put("events", {"id": "e3", "title": "Quite elsewhere"})
        change.put("events", {"id": "e-new", "title": "New"})
        change.remove("quotes", "q1")
    alone = made_alone(path, monkeypatch)
    assert made(path) == alone
    assert hands
    assert [row.target for row in Situation.open(path).find("elsewhere").rows] == ["event:e3"]


def test_ids_and_titles_that_are_not_as_they_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: list[Hand]
) -> None:
    path = write(
        tmp_path / "s.json",
        event("raid\x1b", "", "2016"),
        event("raid", "", "2017"),
        event(" raid", "", "nobody knows"),
        faction("f"),
        location("l", within="location:l"),
        claim("c", "event:raid~2", "deaths", "3"),
        claim("b", "claim:c", "backs", "claim:nobody"),
    )
    alone = made_alone(path, monkeypatch)
    assert made(path) == alone
    assert hands
    kept = cache.kept_index(path)
    assert kept
    with kept.transaction():
        apply(kept, {"event:raid~2": None})
    assert kept.value("SELECT count(*) FROM words WHERE words MATCH 'raid'") == 2


def test_a_store_with_next_to_nothing_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: list[Hand]) -> None:
    path = write(tmp_path / "s.json")
    alone = made_alone(path, monkeypatch)
    assert made(path) == alone
    assert hands


@pytest.mark.parametrize("moment", [1, 2, 5, -1])
def test_where_it_is_killed_all_is_done_without_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, hands: list[Hand], moment: int
) -> None:
    alone = made_alone(path, monkeypatch)
    told: list[int] = []
    cache.make_index(path, lambda done, total: told.append(done)).close()
    last = len(told) - 2  # what follows is done without it
    hands.clear()
    calls = iter(range(1, 10**6))

    def kill(done: int, total: int) -> None:
        if next(calls) == (moment if moment > 0 else last):
            hands[0]._process.kill()
            hands[0]._process.wait()

    cache.make_index(path, kill).close()
    assert made(path) == alone


@pytest.mark.parametrize("command", [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_where_it_cannot_be_had_all_is_done_without_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    alone = made_alone(path, monkeypatch)
    monkeypatch.setattr(hand, "WORKER", command)
    assert made(path) == alone


def test_it_is_not_begun_where_it_is_no_use(path: Path, monkeypatch: pytest.MonkeyPatch, hands: list[Hand]) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0})
    made(path)
    with_two_processors(monkeypatch)
    monkeypatch.setattr(hand, "LONG", path.stat().st_size + 1)
    made(path)
    assert not hands


def test_what_is_wrong_in_a_store_is_told_as_ever(path: Path, hands: list[Hand], folder: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-1000])
    with pytest.raises(Unreadable, match="cut short"):
        made(path)
    middle = len(whole) // 2
    path.write_bytes(whole[:middle] + b"\x00" + whole[middle + 1 :])
    with pytest.raises(Unreadable):
        made(path)
    assert hands
    assert not list(folder.iterdir())
    assert {one._process.poll() for one in hands} == {-signal.SIGKILL}


@pytest.mark.parametrize("moment", [1, 4, 6, 8])
def test_a_build_that_is_given_up_leaves_no_process_and_no_file(
    path: Path, folder: Path, hands: list[Hand], moment: int
) -> None:
    class Enough(StoreError):
        pass

    calls = iter(range(1, 10**6))

    def stop(done: int, total: int) -> None:
        if next(calls) >= moment:
            raise Enough

    with pytest.raises(Enough):
        cache.make_index(path, stop)
    assert not list(folder.iterdir())
    assert [one._process.poll() for one in hands] == [-signal.SIGKILL]


@pytest.mark.parametrize("moment", [1, 4, 6, 8])
def test_it_ends_with_a_process_that_is_killed_and_takes_away_what_was_made(
    path: Path, folder: Path, moment: int
) -> None:
    code = f"""
import os, signal
from pathlib import Path
from store.index import cache, counted, hand
cache.LARGE = hand.LONG = 0
os.sched_getaffinity = lambda process: {{0, 1}}
calls = iter(range(1, 10**6))
class Watched(hand.Hand):
    def __init__(self, *given):
        super().__init__(*given)
        print(self._process.pid, flush=True)
counted.Hand = Watched
def kill(done, total):
    if next(calls) == {moment}:
        os.kill(os.getpid(), signal.SIGKILL)
cache.make_index(Path({str(path)!r}), kill)
"""
    died = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL
    until(lambda: not Path(f"/proc/{int(died.stdout)}").exists())
    assert not list(folder.iterdir())


def test_it_tidies_up_even_if_nobody_hears_it_any_more(tmp_path: Path) -> None:
    made, piece, its = (tmp_path / "index", tmp_path / "beside"), tmp_path / "piece", tmp_path / "its"
    piece.write_text('"a": {"id": "a"}')
    for one in made:
        one.touch()
    with piece.open("rb") as store, (tmp_path / "mine").open("w+b") as mine, its.open("w+b") as pile:
        files = [file.fileno() for file in (store, mine, pile)]
        with begin([*hand.WORKER, *map(str, (*made, *files))], keeping=files) as worker:
            assert worker.stdin
            assert worker.stdout
            worker.stdout.close()
            send(worker.stdin.fileno(), ("read", "event", 0, piece.stat().st_size))
            until(lambda: its.stat().st_size > 0)  # it is about to tell
            worker.stdin.close()
    assert worker.returncode == 1
    assert not [one for one in made if one.exists()]


def test_it_loads_nothing_of_the_screen_and_does_not_read_the_store_with_tinydb() -> None:
    code = "import sys, store.index.handiwork; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert not {"textual", "rich", "tui", "tinydb", "pydantic"} & set(loaded.split())


def until(true: Callable[[], bool]) -> None:
    """Wait until something that another process does is done."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < 60
        os.sched_yield()
