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
        assert lines.index("Trail") == 2
        assert "The Reds" in lines[-1]
        await reader.press("down", "enter")
        assert reader.subject != "location:port"


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
