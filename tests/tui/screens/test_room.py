"""What keys do in the room itself: zoom, sources, copies, panes, leaving."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.situations import event, faction, quote, write
from tests.tui.driver import WIDE, reading
from tui.panes.arrangement import PANES


async def test_numbers_and_tab_lead_from_pane_to_pane(town: Situation) -> None:
    async with reading(town) as reader:
        for number, name in enumerate(PANES, start=1):
            await reader.press(str(number))
            assert (reader.pane.name_, reader.shown_panes()) == (name, [name])
            assert f"[{number} {name.capitalize()}]" in reader.screen()[1]
        seen = []
        for key in ("tab", "tab", "shift+tab", "shift+tab"):
            await reader.press(key)
            seen.append(reader.pane.name_)
        assert seen == ["index", "profile", "index", "quotes"]


async def test_zoom_gives_the_pane_the_screen_and_the_others_their_room_back(town: Situation) -> None:
    async with reading(town, WIDE, keys=["3"]) as reader:
        before = reader.screen()
        assert reader.shown_panes() == list(PANES)
        await reader.press("z")
        assert reader.shown_panes() == ["timeline"]
        assert reader.lines("timeline")[0].startswith("━3 Timeline")
        await reader.press("escape")
        assert reader.screen() == before
        await reader.press("z", "z")
        assert reader.screen() == before


async def test_the_active_pane_is_told_apart_without_colour(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        for number, name in enumerate(PANES, start=1):
            await reader.press(str(number))
            assert [pane for pane in PANES if reader.lines(pane)[0].startswith("━")] == [name]


async def test_sources_of_a_row_are_two_keys_away(town: Situation) -> None:
    async with reading(town, keys=["3", "down", "down"]) as reader:
        assert reader.row.statement == "event:clash"
        await reader.press("s")
        assert reader.shows("Report from the coast")
        assert reader.shows("The Gazette · 18 August 2016 · ¶1")
        await reader.press("enter")
        assert reader.subject == "source:report"


async def test_what_has_no_source_says_so(town: Situation) -> None:
    async with reading(town, keys=["3", "down", "s"]) as reader:
        assert reader.shows("No source is recorded for this.")
        await reader.press("enter")
        assert reader.dialog.title_text == "Sources"
        await reader.press("s")
        assert reader.app.screen is reader.room


async def test_what_is_told_in_the_line_of_keys_stays_until_the_next_key(town: Situation) -> None:
    async with reading(town, keys=["backspace"]) as reader:
        assert reader.keys_line == "This is where the trail begins."
        await reader.press("down")
        assert reader.keys_line.startswith("↵ follow")


async def test_the_timeline_turned_round_stays_on_its_row(town: Situation) -> None:
    async with reading(town, keys=["3", "down"]) as reader:
        row = reader.row
        await reader.press("S")
        assert reader.row == row
        assert reader.keys_line == "Now oldest first."
        assert "oldest first" in reader.lines("timeline")[0]


async def test_a_filter_in_the_profile_and_the_timeline_holds_words_of_their_rows(town: Situation) -> None:
    async with reading(town, keys=["2", "f", '"strength', "enter"]) as reader:
        text = "\n".join(reader.lines("profile"))
        assert "2,000" in text
        assert "Şabrātah" not in text
        await reader.press("3", "f", '"gate', "enter")
        assert reader.row_list.listing.rows == 1
        assert reader.line_under_cursor().endswith("B2")
        await reader.press("4", "f")
        assert reader.keys_line == "The Map has no list to filter."


async def test_it_begins_at_the_record_asked_for(town: Situation) -> None:
    async with reading(town, at="location:sabratah") as reader:
        assert (reader.subject, reader.pane.name_) == ("location:sabratah", "profile")
        assert reader.shows("Şabrātah")
        assert reader.lens.about == ("location:sabratah",)


async def test_it_begins_through_the_lens_asked_for(town: Situation) -> None:
    async with reading(town, WIDE, lens=town.lens("actor:blues since:2016-06")) as reader:
        assert "lens: " in reader.context_line
        text = "\n".join(reader.lines("timeline"))
        assert "Talks in the port" in text
        assert "Clash at the gate" not in text


async def test_the_map_is_walked_from_place_to_place(town: Situation) -> None:
    async with reading(town, keys=["x", "4", "right"]) as reader:
        first = reader.row.target
        assert town.title_of(first) in reader.lines("map")[-1]
        seen = {first}
        for key in ("right", "left", "left", "up", "down", "right"):
            await reader.press(key)
            seen.add(reader.row.target)
        assert {"location:sabratah", "location:port"} <= seen
        here = reader.row.target
        await reader.press("enter")
        assert reader.subject == here


async def test_q_leaves(town: Situation) -> None:
    async with reading(town) as reader:
        await reader.press("q")
        assert not reader.app.is_running
        assert reader.app.return_code == 0


async def test_q_in_a_dialog_leaves_the_dialog_and_in_a_line_is_a_letter(town: Situation) -> None:
    async with reading(town, keys=["?", "q", "s", "q"]) as reader:
        assert reader.app.screen is reader.room
        await reader.press("/", "q")
        assert reader.dialog.line.value == "q"


@pytest.mark.parametrize("title", ["[sic] [/] [red]", "a\nb", "  "])
async def test_a_title_is_shown_as_it_is_on_one_line(tmp_path: object, title: str) -> None:
    path = write(tmp_path / "odd.json", faction("a", title), event("b", title, "2016", "", ["faction:a"]))  # type: ignore[operator]
    async with reading(Situation.open(path), WIDE, keys=["enter"]) as reader:
        assert reader.shows(" ".join(title.split()) or "faction")


async def test_a_quote_of_several_lines_takes_one(tmp_path: Path) -> None:
    store = write(tmp_path / "poem.json", faction("reds"), quote("poem", "One line\nand another", "", ["faction:reds"]))
    async with reading(Situation.open(store), WIDE) as reader:
        assert "“One line and another”" in reader.lines("quotes")[1]
