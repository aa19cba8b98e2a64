"""The lens as a query to type, and the views that have a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.lens import EVERYTHING
from store.situation import Situation
from tests.situations import small
from tests.tui.driver import Reader, reading
from tui.state.views import Views


@pytest.fixture
def situation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Situation]:
    """Return a situation with views of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    opened = Situation.open(small(tmp_path / "town.json"))
    opened.views = Views(opened.path)
    yield opened
    opened.close()


def told(reader: Reader) -> str:
    return reader.part(reader.dialog.foot)[0].strip()


async def typed(reader: Reader, query: str) -> None:
    """Open the lens and type a query over the one that is there."""
    await reader.press("v", "ctrl+u", '"' + query)


async def test_a_query_narrows_every_pane_and_back_goes_back(situation: Situation) -> None:
    async with reading(situation) as reader:
        before = reader.lens
        await typed(reader, "place:sabratah since:2016-06")
        assert told(reader) == "Şabrātah · since June 2016"
        await reader.press("enter")
        assert reader.lens == situation.lens("place:sabratah since:2016-06")
        assert reader.context_line.endswith("lens: Şabrātah · since June 2016")
        await reader.press("backspace")
        assert reader.lens == before


async def test_it_shows_the_lens_that_there_is_as_a_query(situation: Situation) -> None:
    lens = EVERYTHING._replace(about=("faction:blues",), kinds=("event",), words=("talks",), without=("siege",))
    async with reading(situation, lens=lens, keys=["v"]) as reader:
        assert reader.dialog.line.value == "talks -siege kind:event about:faction:blues"
        await reader.press("enter")
        assert reader.lens == lens


async def test_a_query_that_makes_no_sense_is_told_and_taken_for_nothing(situation: Situation) -> None:
    async with reading(situation) as reader:
        await typed(reader, "actor:redds")
        assert told(reader) == "no actor is called 'redds'; did you mean 'The Reds'?"
        await reader.press("enter")
        assert reader.dialog.title_text == "Lens"
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_a_view_is_named_opened_and_removed(situation: Situation) -> None:
    async with reading(situation) as reader:
        await typed(reader, "clash kind:event")
        await reader.press("down", "enter", '"gate', "enter")
        assert told(reader) == "Kept as view:gate."
        assert dict(situation.views) == {"gate": "clash kind:event"}
        await reader.press("escape", "v", "down", "down")
        assert "gate" in reader.line_under_cursor()
        await reader.press("enter")
        assert reader.lens == situation.lens("clash kind:event")
        await reader.press("v", "down", "down", "ctrl+r")
        assert told(reader) == "The view gate is removed."
        assert reader.shows("No view has a name yet.")
        assert reader.dialog.line.value == "clash kind:event"
        assert not situation.views


async def test_a_name_that_is_taken_is_asked_for_twice(situation: Situation) -> None:
    assert isinstance(situation.views, Views)
    situation.views.save("gate", "siege")
    async with reading(situation) as reader:
        await typed(reader, "clash")
        await reader.press("down", "enter", '"a b', "enter")
        assert told(reader) == "One word of at most 40 letters, without quotes or a colon."
        await reader.press("ctrl+u", '"gate', "enter")
        assert told(reader).startswith("A view has this name already")
        assert situation.views["gate"] == "siege"
        await reader.press("enter")
        assert situation.views["gate"] == "clash"


async def test_a_view_can_be_typed_in_find(situation: Situation) -> None:
    assert isinstance(situation.views, Views)
    situation.views.save("gate", "clash kind:event")
    async with reading(situation, keys=["/", '"view:gate', "enter"]) as reader:
        assert reader.subject == "event:clash"


async def test_who_may_write_nothing_keeps_no_views(situation: Situation) -> None:
    async with reading(situation) as reader:
        reader.app.may_write = False
        await reader.press("v")
        assert not reader.shows("Name it")
