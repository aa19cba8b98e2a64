"""A mouse is welcome and never needed."""

from store.situation import Situation
from tests.tui.driver import SMALL, WIDE, reading


async def test_a_click_selects_and_a_second_one_follows(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        timeline = reader.room.floor.pane("timeline")
        y = timeline.list.listing.lines_of(2).start
        await reader.click(timeline.list, y=y)
        assert (reader.pane.name_, reader.pane.list.cursor) == ("timeline", 2)
        assert reader.row.target == "event:clash"
        await reader.click(timeline.list, y=y)
        assert (reader.subject, reader.pane.name_) == ("event:clash", "profile")


async def test_a_click_on_a_heading_only_makes_the_pane_active(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        await reader.click(reader.room.floor.pane("profile").list, y=0)
        assert (reader.pane.name_, reader.subject) == ("profile", "faction:reds")


async def test_a_click_below_the_last_row_does_nothing(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        rows = reader.room.floor.index.list
        await reader.click(rows, y=rows.size.height - 1)
        assert rows.cursor == 0


async def test_the_wheel_scrolls_and_leaves_the_cursor_where_it_is(shipped: Situation) -> None:
    async with reading(shipped) as reader:
        rows = reader.room.floor.index.list
        await reader.wheel(rows, down=True)
        assert (rows.cursor, rows.top) == (0, 3)
        await reader.wheel(rows, down=False)
        await reader.wheel(rows, down=False)
        assert (rows.cursor, rows.top) == (0, 0)
        for _ in range(30):
            await reader.wheel(rows, down=True)
        assert rows.top == rows.listing.height - rows.size.height


async def test_a_place_that_is_clicked_is_selected(town: Situation) -> None:
    async with reading(town, keys=["x", "4"]) as reader:
        view = reader.room.floor.pane("map").query_one("#map-view")
        y, x = next((y, line.index("●")) for y, line in enumerate(reader.part(view)) if "●" in line)
        await reader.click(view, x=x, y=y)
        assert reader.row.target == "location:sabratah"
        assert reader.pane.name_ == "map"


async def test_a_result_of_find_is_followed_by_two_clicks(town: Situation) -> None:
    async with reading(town, keys=["/", '"the']) as reader:
        rows = reader.dialog.list
        second = rows.listing.row(1)
        await reader.click(rows, y=1)
        await reader.click(rows, y=1)
        assert reader.subject == second.target  # type: ignore[attr-defined]


async def test_a_kind_that_is_clicked_is_listed(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        tabs = reader.room.floor.index.tabs
        await reader.click(tabs, x=reader.part(tabs)[0].index("People") + 2)
        assert (reader.room.floor.index.kind, reader.subject) == ("person", "person:spokesman")
        assert "▸People" in reader.part(tabs)[0]
        await reader.click(tabs, x=tabs.size.width - 1)
        assert reader.room.floor.index.kind == "person"


async def test_a_tab_that_is_clicked_gives_its_pane_the_room(town: Situation) -> None:
    async with reading(town, SMALL) as reader:
        tabs = reader.room.query_one("#tabs")
        await reader.click(tabs, x=reader.screen()[1].index("4 Map") - 1)
        assert reader.shown_panes() == ["map"]
        await reader.click(tabs, x=reader.screen()[1].index("1 Index") - 1)
        assert reader.shown_panes() == ["index"]


async def test_a_rule_that_is_clicked_makes_its_pane_the_active_one(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        await reader.click(reader.room.floor.pane("quotes").rule, x=30)
        assert reader.pane.name_ == "quotes"


async def test_a_click_on_a_line_that_is_no_tab_does_nothing(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        before = reader.screen()
        for bar in ("#context", "#keys"):
            await reader.click(reader.room.query_one(bar))
        assert reader.screen() == before
