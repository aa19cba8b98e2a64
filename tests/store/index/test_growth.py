"""The index of a large store grows in another process, while questions are answered from what the store begins with."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from store.file import pieces
from store.index import cache, counted, growth
from store.index.growth import Growth
from store.situation import Growing, Situation
from tests.situations import Made, event, generate, write

ROOT = Path(__file__).parents[3]
SLOW = "print('30 100', flush=True); import sys; sys.stdin.read()"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Index in a folder of the test's own, and let every store be a long one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(growth, "LONG", 0)
    monkeypatch.setattr(counted, "GLIMPSE", 300_000)
    return tmp_path / "cache" / "sitroom" / "index"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return generate(tmp_path / "s.json", events=2_000)


def grown(situation: Situation) -> Situation:
    """Return the situation when its index has grown."""
    assert situation.growing
    situation.growing.wait()
    situation.take_over()
    return situation


def slow(path: Path, code: str = SLOW) -> Growth:
    return Growth(path, (sys.executable, "-c", code))


def until_told(growing: Growth) -> None:
    """Wait until it has told something, or ended."""
    told = Event()
    growing.tell(told.set)
    if not growing.done:
        assert told.wait(60)


def test_what_a_store_begins_with_is_answered_at_once_and_all_of_it_later(path: Path) -> None:
    situation = Situation.open(path, meanwhile=True)
    told: list[object] = []
    situation.subscribe(told.append)
    assert situation.title == "2,000 events"
    assert 0 < situation.counts()["event"] < 2_000
    assert situation.index("faction").rows
    assert grown(situation).growing is None
    assert situation.counts() == Situation.open(path).counts()
    assert situation.counts()["event"] == 2_000
    assert told == [frozenset()]


def test_an_index_that_is_kept_or_soon_made_need_not_grow(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grown(Situation.open(path, meanwhile=True))
    assert Situation.open(path, meanwhile=True).growing is None
    monkeypatch.setattr(growth, "LONG", 10**9)
    assert Situation.open(generate(path, events=1_000), meanwhile=True).growing is None


def test_a_store_of_which_no_part_can_be_read_alone_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_LONGEST", 2)
    path.write_text(json.dumps(json.loads(path.read_text())))
    situation = Situation.open(path, meanwhile=True)
    assert situation.growing is None
    assert situation.counts()["event"] == 2_000


def test_nothing_is_changed_before_all_is_known(path: Path) -> None:
    situation = Situation.open(path, meanwhile=True)
    with pytest.raises(Growing):
        situation.change([], ["event:e1"])
    grown(situation).change([], ["event:e1"])
    assert not situation.has("event:e1")


def changed_meanwhile(path: Path, *records: Made) -> Situation:
    """Return a situation whose store has been written anew after its index had grown, and which has noticed."""
    situation = Situation.open(path, meanwhile=True)
    assert situation.growing
    situation.growing.wait()
    write(path, *records)
    situation.take_over()
    return situation


def test_a_store_that_changes_meanwhile_is_indexed_again(path: Path) -> None:
    situation = changed_meanwhile(path, *(event(f"e{number}", f"Event {number}") for number in range(1_000)))
    assert grown(situation).growing is None
    assert situation.counts()["event"] == 1_000


def test_a_store_that_becomes_small_meanwhile_is_indexed_at_once(path: Path) -> None:
    situation = changed_meanwhile(path, event("only", "Only this"))
    assert situation.growing is None
    assert situation.counts()["event"] == 1


def test_a_store_that_becomes_small_and_cannot_be_read_says_so_and_what_was_read_stays(path: Path) -> None:
    situation = Situation.open(path, meanwhile=True)
    assert situation.growing
    situation.growing.wait()
    path.write_text("{")
    situation.take_over()
    assert situation.growing.problem
    assert situation.index("faction").rows


def test_a_store_that_is_broken_further_on_says_so_and_what_was_read_stays(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])
    situation = Situation.open(path, meanwhile=True)
    assert "cut short" in (grown(situation).growing or pytest.fail("it cannot be whole")).problem
    assert situation.index("faction").rows


def test_how_far_it_has_come_is_told(path: Path) -> None:
    growing = slow(path)
    until_told(growing)
    assert (growing.percent, growing.ended) == (30, False)
    growing.cancel()
    growing.wait()
    assert (growing.ended, growing.problem) == (True, "stopped")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("print('the disk is full'); raise SystemExit(1)", "the disk is full"),
        ("import os; os.kill(os.getpid(), 9)", "the program that makes the index has died (-9)"),
    ],
)
def test_what_is_wrong_is_told(path: Path, code: str, problem: str) -> None:
    growing = slow(path, code)
    growing.wait()
    assert growing.problem == problem


def test_who_listens_late_is_told_that_it_has_ended(path: Path) -> None:
    growing = slow(path, "")
    growing.wait()
    told = Event()
    growing.tell(told.set)
    assert told.is_set()


def test_a_situation_that_is_closed_leaves_nothing_half_made(path: Path, folder: Path) -> None:
    situation = Situation.open(path, meanwhile=True)
    situation.close()
    assert [kept for kept in folder.iterdir() if kept.suffix == ".part"] == []


def test_the_maker_dies_with_the_one_it_works_for_and_takes_its_work_away(path: Path, folder: Path) -> None:
    code = f"""
import os, threading
from pathlib import Path
from store.index import building, cache
def make_index(path, told):
    part = cache._place(path).with_name(f"{{cache._place(path).name}}.{{os.getpid()}}.1.part")
    part.touch()
    print(part, flush=True)
    threading.Event().wait()
building.make_index = make_index
building.main(Path({str(path)!r}))
"""
    maker = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with maker:
        assert maker.stdin is not None
        assert maker.stdout is not None
        part = Path(maker.stdout.readline().decode().strip())
        assert part.parent == folder
        assert part.is_file()
        maker.stdin.close()
    assert maker.returncode == 1
    assert not part.exists()


def test_a_maker_that_is_killed_leaves_nothing_when_the_other_notices(path: Path, folder: Path) -> None:
    situation = Situation.open(path, meanwhile=True)
    assert situation.growing
    unfinished = folder / f"{cache._place(path).name}.{situation.growing._process.pid}.1.part"  # type: ignore[union-attr]
    unfinished.touch()
    os.kill(situation.growing._process.pid, signal.SIGKILL)
    situation.growing.wait()
    assert situation.growing.problem
    assert not unfinished.exists()


def test_a_path_that_is_no_text_is_indexed_too(tmp_path: Path, folder: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json"))
    generate(path, events=500)
    Situation.open(path).close()
    assert Situation.open(path, meanwhile=True).growing is None
    assert len(list(folder.iterdir())) == 1


def test_what_another_has_done_to_a_large_store_is_indexed_elsewhere_first(path: Path) -> None:
    situation = Situation.open(path)
    write(path, *(event(f"e{number}", f"Event {number}") for number in range(1_000)))
    assert situation.is_behind
    situation.prepare()
    assert cache.kept_index(path)
    situation.catch_up()
    assert situation.timeline().total == 1_000


def test_what_is_not_worth_it_is_made_here(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "LONG", 10**9)
    assert not growth.make_elsewhere(path)
