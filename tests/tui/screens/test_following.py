"""Following a row: what it narrows, what it leaves, and where it cannot lead."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.situations import claim, event, faction, quote, source, write
from tests.tui.driver import WIDE, reading
from tui.app import SitroomApp


async def test_an_actor_a_place_or_a_source_narrows_every_pane(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        for ref in ("faction:blues", "person:spokesman", "location:sabratah", "source:report"):
            reader.room.follow(ref)
            await reader.settle()
            assert (reader.subject, reader.lens.about, reader.pane.name_) == (ref, (ref,), "profile")
            assert town.title_of(ref) in reader.context_line


async def test_an_event_a_claim_or_a_quote_leaves_the_timeline_to_be_walked(town: Situation) -> None:
    async with reading(town, WIDE, keys=["3", "down", "down"]) as reader:
        timeline = reader.lines("timeline")[1:]
        for ref in ("event:clash", "claim:oppose", "quote:few"):
            reader.room.follow(ref)
            await reader.settle()
            assert (reader.subject, reader.lens.about) == (ref, ("faction:reds",))
            await reader.press("3")
            assert reader.lines("timeline")[1:] == timeline


async def test_an_event_followed_shows_its_own_quotes_and_profile(town: Situation) -> None:
    async with reading(town, WIDE, keys=["3", "down", "down", "enter"]) as reader:
        assert reader.subject == "event:clash"
        assert any("Clash at the gate" in line for line in reader.lines("profile"))
        assert "No quote by or about it" in " ".join(reader.lines("quotes"))


async def test_following_what_the_lens_was_cleared_of_narrows_again(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x"]) as reader:
        assert reader.lens.empty
        assert reader.keys_line.startswith("The lens is clear")
        await reader.press("enter")
        assert reader.lens.about == ("faction:reds",)


async def test_back_returns_to_the_pane_from_which_one_went_to_the_profile(town: Situation) -> None:
    async with reading(town, WIDE, keys=["down", "enter"]) as reader:
        assert reader.pane.name_ == "profile"
        await reader.press("backspace")
        assert (reader.pane.name_, reader.subject) == ("index", "faction:blues")
        assert reader.line_under_cursor().startswith("The Blues")


async def test_crumbs_name_each_step_once(town: Situation) -> None:
    async with reading(town, WIDE, keys=["enter", "enter", "1", "enter"]) as reader:
        assert reader.context_line.count("›") == 2
        assert "The Reds › The Blues › The Reds" in reader.context_line


async def test_forward_is_forgotten_when_one_goes_elsewhere(town: Situation) -> None:
    async with reading(
        town, WIDE, keys=["enter", "enter", "backspace", "backspace", "3", "down", "enter", "]"]
    ) as reader:
        assert reader.keys_line.startswith("Nothing is ahead")


async def test_keys_that_come_faster_than_the_screen_are_all_obeyed(town: Situation) -> None:
    async with reading(town) as reader:
        for key in ("down", "enter", "enter", "s", "enter"):
            reader.send(key)
        await reader.settle()
        assert reader.app.screen is reader.room or reader.dialog.title_text == "Sources"


async def test_what_a_pane_asks_gives_way_to_a_key_and_is_asked_again(
    town: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = [True, True, True]
    monkeypatch.setattr("store.index.database._STEPS", 1)
    async with reading(town, WIDE, keys=["down"]) as undisturbed:
        expected = undisturbed.screen()
    monkeypatch.setattr(SitroomApp, "key_waits", property(lambda _: bool(waiting) and waiting.pop()))
    async with reading(town, WIDE, keys=["down"]) as reader:
        assert not waiting
        assert reader.screen() == expected


async def test_a_filter_gives_way_to_the_next_letter_and_lists_what_it_leaves_in_the_end(
    town: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[bool] = []
    monkeypatch.setattr("store.index.database._STEPS", 1)
    monkeypatch.setattr(SitroomApp, "key_waits", property(lambda _: bool(waiting) and waiting.pop()))
    async with reading(town, WIDE) as reader:
        waiting.extend([True, True])
        await reader.press("f", "b")
        await reader.until(lambda: reader.room.floor.index.list.listing.rows == 1)
        await reader.settle()
        assert not waiting
        assert reader.subject == "faction:blues"


@pytest.fixture
def broken(tmp_path: Path) -> Situation:
    """Return a situation that names records it does not hold."""
    return Situation.open(
        write(
            tmp_path / "broken.json",
            faction("reds", country="location:atlantis"),
            claim("backed", "faction:ghosts", "backs", "faction:reds", "2016"),
            claim("holds", "faction:reds", "controls", "location:atlantis", "2016"),
            event("raid", "A raid", "2016-05", "location:atlantis", ["faction:ghosts", "faction:reds"]),
            quote("said", "We were not there", "person:nobody", ["faction:reds"], "2016"),
            source("paper"),
            event("cited", "A cited raid", "2016-06", "", ["faction:reds"], citations=[{"source": "source:lost"}]),
        )
    )


async def test_a_ref_that_leads_nowhere_is_told_in_the_line_of_keys(broken: Situation) -> None:
    async with reading(broken, WIDE, keys=["enter"]) as reader:
        nowhere = 0
        for _ in range(reader.row_list.listing.rows):
            target = reader.row.target
            if target and not broken.has(target):
                nowhere += 1
                await reader.press("enter")
                assert reader.keys_line.startswith(f"{target} is named here but not in this store")
                assert reader.subject == "faction:reds"
            await reader.press("down")
        assert nowhere >= 2


async def test_every_pane_shows_a_store_that_names_what_it_does_not_hold(broken: Situation) -> None:
    async with reading(broken) as reader:
        for pane in "12345":
            await reader.press(pane, "end", "enter", "s", "enter", "escape")
        assert reader.screen()


async def test_a_citation_of_a_lost_source_is_shown_and_leads_nowhere(broken: Situation) -> None:
    async with reading(broken, WIDE) as reader:
        reader.room.follow("event:cited")
        await reader.settle()
        await reader.press("s")
        assert reader.shows("source:lost")
        await reader.press("enter")
        assert reader.keys_line.startswith("source:lost is named here but not in this store")


async def test_an_empty_store_says_so_in_every_pane(tmp_path: Path) -> None:
    empty = Situation.open(write(tmp_path / "empty.json"))
    async with reading(empty, WIDE) as reader:
        text = " ".join(" ".join(reader.screen()).split())
        for said in ("This situation is empty as yet:", "No record with a time", "No place", "No quote"):
            assert said in text
        for pane in "12345":
            await reader.press(pane, "down", "end", "enter", "s", "y", "right", "pagedown")
        assert reader.app.screen is reader.room


async def test_however_often_a_cursor_rests_panes_follow_one_at_a_time(
    town: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(town, WIDE) as reader:
        floor = reader.room.floor
        monkeypatch.setattr("tui.panes.floor.BREATH", 3_600)
        before = set(floor._timers)
        for _ in range(3):
            floor.follow(reader.room.view)
        await reader.pilot.pause()
        breathing = [timer for timer in floor._timers if timer not in before and timer._task and not timer._task.done()]
        assert len(breathing) == 1
