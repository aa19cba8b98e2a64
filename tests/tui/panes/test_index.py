"""The Index: kinds side by side, a filter, an order; the other panes follow its cursor when it rests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.situation import GaveWay, Situation
from tests.tui.driver import WIDE, Reader, reading
from tui.contents.index import LISTED, tabs
from tui.panes import index


def names(reader: Reader) -> list[str]:
    """Return the titles listed."""
    rows = reader.room.floor.index.list.listing
    return [rows.row(number).title for number in range(rows.rows)]  # type: ignore[attr-defined]


async def test_it_begins_with_the_factions_most_named_first(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        assert names(reader) == ["The Reds", "The Blues", "القوات الخضراء"]
        assert reader.line_under_cursor().split() == ["The", "Reds", "8"]
        assert reader.subject == "faction:reds"


async def test_left_and_right_turn_to_the_other_kinds_and_round_again(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        seen = [reader.room.floor.index.kind]
        for _ in LISTED:
            await reader.press("right")
            seen.append(reader.room.floor.index.kind)
        assert tuple(seen) == (*LISTED, LISTED[0])
        await reader.press("h")
        assert reader.room.floor.index.kind == LISTED[-1]
        assert reader.line_under_cursor().startswith(("Report from the coast", "Evening radio"))


async def test_the_count_of_a_kind_stands_above_its_records(town: Situation) -> None:
    async with reading(town) as reader:
        for count in (3, 1, 4, 5, 2):
            assert reader.lines("index")[1].split()[-1] == str(count)
            assert len(names(reader)) == count
            await reader.press("right")


async def test_letters_narrow_the_list_as_they_are_typed(town: Situation) -> None:
    async with reading(town, WIDE, keys=["f", '"blu']) as reader:
        assert names(reader) == ["The Blues"]
        assert "1 found" in reader.lines("index")[0]
        assert reader.subject == "faction:blues"


async def test_enter_keeps_the_filter_and_escape_drops_it(town: Situation) -> None:
    async with reading(town, WIDE, keys=["f", '"blu', "enter"]) as reader:
        assert names(reader) == ["The Blues"]
        assert reader.app.focused is None
        await reader.press("escape")
        assert len(names(reader)) == 3
        assert "filter" not in reader.lines("index")[1]
        await reader.press("f", '"red', "escape")
        assert len(names(reader)) == 3


async def test_keys_that_are_letters_are_letters_while_one_filters(town: Situation) -> None:
    async with reading(town, WIDE, keys=["f", '"q[x?/S1']) as reader:
        assert reader.room.floor.index.filter == "q[x?/S1"
        assert "No factions with “q[x?/S1”" in " ".join(" ".join(reader.lines("index")).split())


async def test_what_is_typed_behind_enter_is_not_for_the_filter(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        await reader.rush("3", "f", *"the", "enter", "down", "z")
        assert reader.room.floor.pane("timeline").filter == "the"
        assert reader.pane.list.cursor == 1
        assert reader.shown_panes() == ["timeline"]


async def test_backspace_in_the_filter_takes_a_letter_and_not_a_step(town: Situation) -> None:
    async with reading(town, WIDE, keys=["enter", "1", "f", '"xy']) as reader:
        trail = reader.room.history
        await reader.press("backspace", "backspace", "backspace", "backspace")
        assert reader.room.history == trail
        assert reader.pane.name_ == "index"


async def test_a_filter_that_nobody_typed_on_leaves_no_empty_line_behind(town: Situation) -> None:
    async with reading(town, WIDE, keys=["f", "tab", "1"]) as reader:
        assert "filter" not in reader.lines("index")[1]


async def test_accents_and_scripts_are_no_obstacle_to_the_filter(town: Situation) -> None:
    async with reading(town, WIDE, keys=["right", "right", "f", '"sabratah']) as reader:
        assert names(reader) == ["Şabrātah"]
        await reader.press("escape", "f", '"صبراتة')
        assert names(reader) == ["Şabrātah"]


async def test_another_order_is_told(town: Situation) -> None:
    async with reading(town, WIDE, keys=["S"]) as reader:
        assert reader.keys_line == "Now by name."
        assert "by name" in reader.lines("index")[0]
        assert names(reader)[:2] == ["The Blues", "The Reds"]
        await reader.press("S")
        assert reader.keys_line == "Now by time."


async def test_the_other_panes_follow_the_cursor_when_it_rests_and_keys_stay_in_the_index(town: Situation) -> None:
    async with reading(town, WIDE, keys=["down"]) as reader:
        assert reader.subject == "faction:blues"
        assert reader.lens.about == ("faction:blues",)
        assert "The Blues" in reader.lines("profile")[1]
        assert any("Talks in the port" in line for line in reader.lines("timeline"))
        assert reader.pane.name_ == "index"
        assert reader.app.focused is None


async def test_a_cursor_that_runs_drags_nothing_behind_it(town: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(town, WIDE) as reader:
        monkeypatch.setattr(index, "REST", 3600)
        for _ in range(2):
            reader.send("down")
        await reader.until(lambda: reader.room.floor.index.list.cursor == 2)
        assert reader.subject == "faction:reds"
        reader.room.floor.index.settle()


async def test_moving_about_in_the_index_is_no_step_of_the_trail(town: Situation) -> None:
    async with reading(town, WIDE, keys=["down", "down", "right", "down", "backspace"]) as reader:
        assert reader.keys_line == "This is where the trail begins."


async def test_an_event_under_the_cursor_narrows_the_others_to_what_belongs_to_it(town: Situation) -> None:
    async with reading(town, WIDE, keys=["right", "right", "right", "f", '"gate', "enter"]) as reader:
        assert reader.lens.about == ("event:clash",)


@given(st.integers(0, 4), st.integers(1, 60))
def test_the_kind_listed_is_always_among_the_titles_that_have_room(at: int, width: int) -> None:
    titles = ["Factions", "People", "Places", "Events", "Sources"]
    line = "".join(run.text for run in tabs(titles, at, width)).rstrip()
    assert titles[at] in line
    assert len(line) <= max(width, len(titles[at]) + 5)
    assert "…" in line or all(title in line for title in titles)


async def test_a_cursor_that_moves_on_leaves_the_panes_behind_and_they_follow_when_it_rests(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        floor = reader.room.floor
        await reader.press("down")
        followed = reader.lines("profile")
        floor.follow(reader.room.view.looking_at("faction:reds"))
        reader.send("up")
        reader.send("down")
        await reader.settle()
        assert not floor.follows
        assert reader.lines("profile") == followed


async def test_of_letters_that_gave_way_only_the_last_asks_again(
    town: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(town, keys=["f", "b"]) as reader:
        pane = reader.pane
        monkeypatch.setattr("tui.panes.pane.AGAIN", 3_600)

        def give_way() -> None:
            raise GaveWay("something else waits")

        before = set(pane._timers)
        monkeypatch.setattr(pane, "redraw", give_way)
        for _ in range(3):
            pane.list_filtered()
        await reader.pilot.pause()
        asking = [timer for timer in pane._timers if timer not in before and timer._interval == 3_600]
        due = [timer for timer in asking if timer._task and not timer._task.done()]
        assert len(due) == 1
