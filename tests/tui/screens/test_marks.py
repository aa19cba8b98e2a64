"""Marks with a letter, and the trail as a list."""

from store.situation import Situation
from tests.tui.driver import WIDE, Reader, reading


def box(reader: Reader) -> str:
    return "\n".join(reader.part(reader.dialog.list))


async def test_a_letter_comes_back_to_the_very_row(town: Situation) -> None:
    async with reading(town, WIDE, keys=["3", "down", "down"]) as reader:
        row = reader.pane.row
        await reader.press("m", "a")
        assert reader.shows("Marked with a")
        await reader.press("/", '"port kind:location', "enter", "'", "a")
        assert (reader.pane.name_, reader.pane.row, reader.subject) == ("timeline", row, "faction:reds")
        await reader.press("backspace")
        assert reader.subject == "location:port"


async def test_places_list_the_marks_and_the_trail_the_last_step_first(town: Situation) -> None:
    async with reading(town, WIDE, keys=["m", "z", "2", "enter", "/", '"port kind:location', "enter", "'"]) as reader:
        lines = [line.strip() for line in reader.part(reader.dialog.list) if line.strip()]
        assert lines[0] == "Marks"
        assert lines[1].split()[1:] == ["z", "The", "Reds", "index"]
        assert lines[2] == "Recent"
        assert lines[lines.index("Trail") + 1].split()[:2] == ["▸", "Port"]
        assert "The Reds" in lines[-1]
        await reader.press("end", "down", "enter")
        assert reader.subject != "location:port"


async def test_the_trail_is_whole_what_is_ahead_first_and_says_where_one_is(town: Situation) -> None:
    async with reading(town, WIDE, at="faction:reds") as reader:
        for ref in ("faction:blues", "location:port", "event:talks"):
            reader.room.follow(ref)
        await reader.press("backspace", "backspace", "'")
        lines = [line.strip() for line in reader.part(reader.dialog.list) if line.strip()]
        trail = lines[lines.index("Trail") + 1 :]
        assert [line.removeprefix("▌").split("  ")[0].strip() for line in trail] == [
            "Talks in the port",
            "Port",
            "▸ The Blues",
            "The Reds",
        ]


async def test_a_number_goes_to_a_recent_place_even_one_that_the_trail_has_lost(town: Situation) -> None:
    async with reading(town, WIDE, at="faction:reds") as reader:
        reader.room.follow("event:talks")
        await reader.press("3", "down")
        row = reader.pane.row
        await reader.press("backspace")
        reader.room.follow("location:port")
        assert all(stop.subject != "event:talks" for stop in reader.room.history.behind)
        await reader.press("'")
        assert reader.shows("1 The Reds")
        assert reader.shows("2 Talks in the port")
        await reader.press("2")
        assert (reader.subject, reader.pane.name_, reader.pane.row) == ("event:talks", "timeline", row)
        await reader.press("'", "7")
        assert "Nothing is marked with 7." in reader.part(reader.dialog.foot)[0]


async def test_marks_and_recent_places_are_there_when_one_begins_elsewhere(town: Situation) -> None:
    async with reading(town, WIDE, keys=["m", "a"]) as reader:
        reader.room.follow("location:port")
        session = reader.room.session
    async with reading(town, WIDE, at="event:talks", session=session, resume=False) as reader:
        assert reader.subject == "event:talks"
        assert not reader.room.history.behind
        await reader.press("'")
        assert reader.shows("1 The Reds")
        await reader.press("a")
        assert reader.subject == "faction:reds"


async def test_a_letter_that_marks_nothing_is_told_and_one_can_be_given_again(town: Situation) -> None:
    async with reading(town, WIDE, keys=["'", "q"]) as reader:
        assert "Nothing is marked with q." in reader.part(reader.dialog.foot)[0]
        await reader.press("escape", "m", "b", "down", "down", "enter", "m", "b", "'", "b")
        assert reader.subject == reader.room._marks["b"].subject != "faction:reds"


async def test_marks_outlive_the_sitting(town: Situation) -> None:
    async with reading(town, WIDE, keys=["m", "ß"]) as reader:
        session = reader.room.session
    assert session is not None
    assert set(session.marks) == {"ß"}
    assert session.in_store(town.has) == session
    assert session.in_store(lambda ref: ref == "faction:blues") is None
