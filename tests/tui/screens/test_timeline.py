"""What the Timeline lists, and how it draws time."""

from pathlib import Path

from store.situation import Situation
from tests.situations import event, write
from tests.tui.driver import WIDE, Reader, reading

ROOMY = (200, 50)


def listed(reader: Reader) -> str:
    return "\n".join(reader.lines("timeline"))


async def test_the_kinds_are_chosen_and_counted(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3", "K"]) as reader:
        rows = [line.strip("▌ ").split() for line in reader.part(reader.dialog.list)]
        assert rows[0] == ["[x]", "•", "events", "5"]
        assert rows[3] == ["[", "]", "§", "publications", "2"]
        await reader.press("down", "enter", "down", "space", "down", "enter", "escape")
        assert "8 •§+ newest first" in reader.lines("timeline")[0]
        assert "Report from the coast" in listed(reader)
        assert "They are few" not in listed(reader)
        assert "opposes" not in listed(reader)


async def test_the_choice_of_kinds_is_found_again_on_the_way_back(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3", "K", "enter", "escape", "enter", "backspace"]) as reader:
        assert "10 =»+ newest first" in reader.lines("timeline")[0]
        assert "Talks in the port" not in listed(reader)


async def test_something_is_always_listed(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "K", *["enter", "down"] * 3, "down", "enter", "escape"]) as reader:
        assert reader.room.floor.timeline.choice.kinds == ("faction",)


async def test_a_lens_on_kinds_comes_before_the_choice(town: Situation) -> None:
    async with reading(town, WIDE, lens=town.lens("kind:quote"), keys=["3", "K"]) as reader:
        assert "[x] » quotes" in reader.part(reader.dialog.list)[0]
        await reader.press("escape")
        assert "They are few" in listed(reader)


async def test_spans_are_drawn_with_soft_ends_where_there_is_room(town: Situation) -> None:
    async with reading(town, ROOMY, keys=["x", "3", "z"]) as reader:
        shots = next(line for line in reader.lines("timeline") if "Some shots" in line)
        clash = next(line for line in reader.lines("timeline") if "Clash at the gate" in line)
        assert "     ░░░    " in shots
        assert "    █       " in clash
    async with reading(town, (60, 15), keys=["x", "3"]) as reader:
        assert not any("░" in line for line in reader.lines("timeline"))


async def test_much_in_a_month_stands_under_days_and_is_drawn_over_the_month(tmp_path: Path) -> None:
    raids = [event(f"e{number}", f"Raid {number}", f"2016-08-{1 + number % 4:02}") for number in range(60)]
    path = write(tmp_path / "s.json", *raids, event("vague", "Some time", "2016-08"))
    async with reading(Situation.open(path), ROOMY, keys=["3", "z", "S"]) as reader:
        await reader.press("g")
        lines = reader.lines("timeline")
        assert lines[2].strip().startswith("1 August 2016")
        assert any("Raid 0" in line and "█           " in line for line in lines)
        await reader.press(*["down"] * 15)
        at = next(number for number, line in enumerate(reader.lines("timeline")) if "Some time" in line)
        assert reader.lines("timeline")[at - 1].strip().startswith("August 2016")
        assert "░░░░░░░░░░░░" in reader.lines("timeline")[at]
