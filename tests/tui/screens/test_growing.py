"""A large store is on the screen while it is being indexed: what it begins with first, then all of it."""

import os
import sys
from pathlib import Path
from threading import Event

import pytest

from store.index import counted, growth
from store.situation import Situation
from tests.situations import generate
from tests.tui.driver import WIDE, reading

# Tells that a third is done, and does the rest when it is let go.
MAKER = """
import sys
from pathlib import Path
from store.index import building
make = building.make_index
def make_index(path, told):
    told(34, 100)
    open({gate!r}).read()
    return make(path, told)
building.make_index = make_index
sys.exit(building.main(Path(sys.argv[1])))
"""


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a pipe that lets the maker of the index go on when somebody writes into it."""
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(growth, "LONG", 0)
    monkeypatch.setattr(growth, "MAKER", (sys.executable, "-c", MAKER.format(gate=str(gate))))
    monkeypatch.setattr(counted, "GLIMPSE", 300_000)
    return gate


@pytest.fixture
def growing(tmp_path: Path, gate: Path) -> Situation:
    """Return a situation of which a third is indexed."""
    situation = Situation.open(generate(tmp_path / "large.json", events=2_000), meanwhile=True)
    told = Event()
    assert situation.growing
    situation.growing.tell(told.set)
    assert situation.growing.done or told.wait(60)
    return situation


def is_whole(situation: Situation) -> bool:
    return situation.growing is None


async def test_the_screen_is_there_before_the_index_and_shows_all_when_that_is(growing: Situation, gate: Path) -> None:
    async with reading(growing, WIDE, keys=["down", "down", "3"]) as reader:
        assert "indexing 34 % · what is listed is not yet all · esc stops" in reader.context_line
        under, some = reader.room.floor.index.row, growing.timeline().total
        assert under
        gate.write_text("go on")
        assert growing.growing
        growing.growing.wait()
        await reader.settle()
        assert is_whole(growing)
        assert growing.timeline().total > some
        assert "indexing" not in reader.context_line
        now = reader.room.floor.index.row
        assert now
        assert now.target == under.target
        assert reader.pane.name_ == "timeline"
        await reader.press("x")
        assert f"{growing.timeline().total:,}" in reader.lines("timeline")[0]


async def test_esc_stops_it_once_there_is_nothing_else_to_leave(growing: Situation) -> None:
    async with reading(growing, WIDE, keys=["z", "escape"]) as reader:
        assert "esc stops" in reader.context_line
        await reader.press("escape")
        assert growing.growing
        growing.growing.wait()
        await reader.settle()
        assert "indexing: stopped · what is listed is not all" in reader.context_line
        assert growing.index("faction").rows


async def test_who_leaves_meanwhile_stops_it(growing: Situation, tmp_path: Path) -> None:
    async with reading(growing, WIDE):
        pass
    growing.close()
    assert growing.growing
    assert growing.growing.ended
    assert not list((tmp_path / "cache").rglob("*.part"))
