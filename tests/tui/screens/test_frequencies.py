"""How often kinds, actors and places occur; enter looks into a count."""

from store.situation import Situation
from tests.tui.driver import SMALL, WIDE, Reader, reading


def box(reader: Reader) -> list[str]:
    return [line.strip("▌ ") for line in reader.part(reader.dialog.list)]


async def test_kinds_actors_and_places_are_counted_and_drawn(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "F"]) as reader:
        lines = box(reader)
        assert lines[0] == "14 statements, 2 publications"
        reds, blues = (next(line for line in lines if line.startswith(name)) for name in ("The Reds", "The Blues"))
        assert reds.count("█") > blues.count("█") > 0
        assert any(line.startswith("§ publications") and " 2 " in line for line in lines)
        assert "Places" in lines


async def test_enter_looks_into_an_actor_then_into_a_place_of_it_and_back_leads_out(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "F"]) as reader:
        while not box(reader)[reader.row_list.listing.lines_of(reader.row_list.cursor).start].startswith("The Blues"):
            await reader.press("down")
        await reader.press("enter")
        assert (reader.lens.about, reader.pane.name_) == (("faction:blues",), "timeline")
        await reader.press("F", "end")
        while "Port" not in reader.line_under_cursor():
            await reader.press("down")
        await reader.press("enter")
        assert list(reader.lens.also) == ["location:port"]
        assert "The Blues · with Port" in reader.context_line
        assert reader.row.target == "event:talks"
        await reader.press("backspace")
        assert list(reader.lens.also) == []
        await reader.press("backspace")
        assert reader.lens.empty


async def test_enter_on_a_kind_narrows_to_it(town: Situation) -> None:
    async with reading(town, SMALL, keys=["x", "F", "down", "down", "enter"]) as reader:
        assert reader.lens.kinds == ("quote",)
        assert "They are few" in "\n".join(reader.lines("timeline"))


async def test_what_is_counted_next_is_counted_within(town: Situation) -> None:
    async with reading(town, WIDE, lens=town.lens("place:port kind:event"), keys=["F"]) as reader:
        assert box(reader)[0] == "2 statements: Port · events"
        assert not any(line.startswith("The Reds") for line in box(reader))


async def test_nothing_to_count_is_said(town: Situation) -> None:
    async with reading(town, WIDE, lens=town.lens("nowhere-at-all"), keys=["F", "enter"]) as reader:
        assert box(reader)[0].startswith("0 statements")
        await reader.press("escape")
        assert reader.app.screen is reader.room
