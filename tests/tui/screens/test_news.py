"""What came since the reader last looked: told when they come back, and listed when they ask."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.index import news as gleaning
from store.situation import Situation
from tests.situations import Made, cited, event, faction, source, write
from tests.tui.driver import Reader, reading
from tui.state.look import look_at
from tui.state.session import Session, read, written

OLD = (faction("reds", "The Reds", created="2016-01-01T00:00:00Z"), event("talks", "Talks", who=["faction:reds"]))
NEW = event("clash", "Clash", who=["faction:reds"], created="2999-01-01T00:00:00Z")


def told(reader: Reader) -> str:
    return reader.part(reader.dialog.foot)[0].strip()


async def left(path: Path, *records: Made) -> Session:
    """Look at a store, leave it, and return the session as it comes back from its file."""
    situation = Situation.open(write(path, *records))
    async with reading(situation) as reader:
        session = reader.room.session
        assert session is not None
        session = session._replace(look=look_at(situation))
    situation.close()
    return read(written(session))


Opened = Callable[..., Situation]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.json"


async def test_who_comes_back_to_a_changed_store_is_told_and_n_lists_it(store: Path) -> None:
    session = await left(store, *OLD)
    async with reading(Situation.open(write(store, *OLD, NEW)), session=session) as reader:
        assert reader.keys_line.startswith("This situation has changed since ")
        assert reader.keys_line.endswith(": N lists what.")
        await reader.press("N")
        assert reader.shows("added    event     Clash")
        assert not reader.shows("added    faction")
        assert told(reader).startswith("1 added, 0 changed since ")
        await reader.press("enter")
        assert reader.subject == "event:clash"
        await reader.press("backspace")
        assert reader.subject == "faction:reds"


async def test_where_nothing_has_changed_nothing_is_told(store: Path) -> None:
    session = await left(store, *OLD)
    async with reading(Situation.open(store), session=session) as reader:
        assert "has changed" not in reader.keys_line
        await reader.press("N")
        assert reader.keys_line.startswith("Nothing has changed since you last looked, on ")


async def test_records_without_stamps_are_told_in_numbers(store: Path) -> None:
    session = await left(store, faction("reds"), faction("blues"), event("e", "E"))
    changed = write(store, faction("reds"), event("e", "E"), event("f", "F"), event("g", "G"))
    async with reading(Situation.open(changed), session=session, keys=["N"]) as reader:
        assert reader.shows("No record here says when it was written down.")
        assert reader.shows("1 factions fewer")
        assert reader.shows("2 events more")


async def test_who_was_never_here_is_told_so(town: Situation) -> None:
    async with reading(town, keys=["N"]) as reader:
        assert reader.keys_line == "Nobody here has looked at this situation before: all of it is new."


async def test_looking_through_many_tells_how_far_it_is_and_can_be_left(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gleaning, "_PORTION", 1)
    session = await left(store, *OLD)
    async with reading(Situation.open(write(store, *OLD, NEW)), session=session) as reader:
        await reader.press("N")
        assert told(reader).startswith("1 added")
        reader.send("escape")
        reader.send("N")
        reader.send("escape")
        await reader.settle()
        assert reader.app.screen is reader.room


async def test_news_that_come_while_they_are_listed_are_listed_too(store: Path) -> None:
    session = await left(store, *OLD)
    situation = Situation.open(write(store, *OLD, NEW))
    async with reading(situation, session=session, keys=["N"]) as reader:
        assert told(reader).startswith("1 added, 0 changed")
        write(store, *OLD, NEW, event("raid", "Raid", created="2999-01-02T00:00:00Z"))
        situation.catch_up()
        await reader.settle()
        assert told(reader).startswith("2 added, 0 changed")


async def test_s_shows_who_says_so(store: Path) -> None:
    session = await left(store, *OLD)
    paper = source("paper", "The paper")
    raid = event("raid", "Raid", created="2999-01-02T00:00:00Z", citations=cited("source:paper"))
    situation = Situation.open(write(store, *OLD, paper, raid))
    async with reading(situation, session=session, keys=["N", "s"]) as reader:
        assert reader.dialog.title_text == "Sources"
        await reader.press("enter")
        assert reader.subject == "source:paper"
