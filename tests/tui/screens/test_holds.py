"""Who held what: bars over time for a place and for an actor."""

from pathlib import Path

from store.situation import Situation
from tests.situations import event, faction, location, write
from tests.tui.driver import SMALL, WIDE, Reader, reading


def box(reader: Reader) -> list[str]:
    return reader.part(reader.dialog.list)


async def test_a_place_has_a_bar_for_each_holder_told_in_words_too(town: Situation) -> None:
    async with reading(town, WIDE, keys=["/", '"sabratah', "enter", "H"]) as reader:
        lines = box(reader)
        assert lines[0].strip() == "Who held Şabrātah"
        reds, blues = (next(line for line in lines if name in line) for name in ("The Reds", "The Blues"))
        assert ("held" in reds, "held" in blues) == (True, True)
        assert reds.index("░") < blues.index("░")
        assert any("since July 2016" in line and "≠" in line for line in lines)


async def test_an_actor_has_its_places_and_enter_follows_one(town: Situation) -> None:
    async with reading(town, WIDE, keys=["H"]) as reader:
        assert box(reader)[0].strip() == "What The Reds held"
        await reader.press("enter")
        assert reader.subject == "location:sabratah"
        await reader.press("backspace")
        assert reader.subject == "faction:reds"


async def test_the_day_that_is_looked_from_is_marked_on_the_axis(town: Situation) -> None:
    async with reading(town, WIDE, keys=["t", '"2016-02', "enter", "H"]) as reader:
        scale, day = next(
            (line, after) for line, after in zip(box(reader), box(reader)[1:], strict=False) if "·" in line
        )
        assert scale.index("·") < day.index("▼") < scale.rindex("·") + 6


async def test_a_narrow_box_draws_the_bar_under_its_name(town: Situation) -> None:
    async with reading(town, SMALL, keys=["/", '"sabratah', "enter", "H"]) as reader:
        lines = box(reader)
        at = next(number for number, line in enumerate(lines) if "The Reds" in line)
        assert "░" not in lines[at]
        assert "░" in lines[at + 1]


async def test_the_source_of_a_hold_is_a_key_away_and_what_held_nothing_says_so(town: Situation) -> None:
    async with reading(town, WIDE, keys=["H", "s"]) as reader:
        assert reader.dialog.title_text == "Sources"
        await reader.press("escape", "escape", "/", '"port kind:location', "enter", "H")
        assert "Nothing is recorded of who held it." in "\n".join(box(reader))


async def test_where_there_is_neither_actor_nor_place_one_line_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", event("talks", "Talks"))
    async with reading(Situation.open(path), WIDE, keys=["/", '"talks', "enter", "H"]) as reader:
        assert reader.shows("Holds are those of an actor, or on a place")


async def test_nothing_is_said_of_the_right_end(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", faction("reds"), location("town"))
    async with reading(Situation.open(path), keys=["H"]) as reader:
        assert reader.shows("Nothing is recorded of what it held.")
        await reader.press("escape", "right", "right", "H")
        assert reader.shows("Nothing is recorded of who held it.")
