"""What changed between two days, under headings, where it can be followed."""

from pathlib import Path

from store.situation import Situation
from tests.situations import event, write
from tests.tui.driver import SMALL, WIDE, Reader, reading


def box(reader: Reader) -> list[str]:
    return [line.strip() for line in reader.part(reader.dialog.list)]


def told(reader: Reader) -> str:
    return reader.part(reader.dialog.foot)[0].strip()


async def retyped(reader: Reader, text: str) -> None:
    await reader.press("ctrl+u", '"' + text)


async def test_it_begins_with_the_last_year_and_lists_what_began_and_ended(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "C"]) as reader:
        assert told(reader).endswith("what began and ended, 28 December 2015 – 31 December 2016")
        lines = box(reader)
        assert lines[0] == "Holds that began  1"
        assert "The Blues controls Şabrātah" in lines[1]
        assert lines[2] == "Holds that ended  1"
        assert "The Reds controls Şabrātah" in lines[3]


async def test_it_begins_with_the_day_that_is_looked_from(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "t", '"2016-06-30', "enter", "C"]) as reader:
        assert "1 July 2016 – 31 December 2016" in told(reader)
        assert not any("Clash at the gate" in line for line in box(reader))


async def test_other_days_are_typed_and_enter_follows(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "C"]) as reader:
        await retyped(reader, "2016-05-10 to 2016-05")
        assert "10 May 2016 – 31 May 2016" in told(reader)
        assert any("Clash at the gate" in line for line in box(reader))
        assert not any("controls" in line for line in box(reader))
        await reader.press("down", "enter")
        assert reader.subject == "event:clash"
        await reader.press("backspace")
        assert reader.subject == "faction:reds"


async def test_tab_asks_what_became_known(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "C", "tab"]) as reader:
        await retyped(reader, "2016-08")
        assert "what became known, 1 August 2016 – 31 December 2016" in told(reader)
        # It happened in May, and was reported in August.
        assert any("Clash at the gate" in line for line in box(reader))
        await reader.press("tab")
        assert not any("Clash at the gate" in line for line in box(reader))


async def test_what_are_no_two_days_is_told_in_place(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "C"]) as reader:
        for typed in ("2016 to 2015", "nonsense", "2016 to", "[/]"):
            await retyped(reader, typed)
            assert told(reader).startswith("no two dates"), typed
        await retyped(reader, "1990 to 1991")
        assert "Nothing changed" in box(reader)[0]
        await reader.press("enter", "escape")
        assert reader.app.screen is reader.room


async def test_it_keeps_to_the_lens(town: Situation) -> None:
    async with reading(town, SMALL, lens=town.lens("place:port"), keys=["C"]) as reader:
        assert any("Talks in the port" in line for line in box(reader))
        assert not any("Clash at the gate" in line for line in box(reader))


async def test_where_nothing_has_a_date_the_last_year_is_asked_of(tmp_path: Path) -> None:
    async with reading(Situation.open(write(tmp_path / "s.json", event("once", "Once"))), keys=["C"]) as reader:
        assert " BC" not in "\n".join(reader.part(reader.dialog.foot))
        assert not reader.dialog.line.value.startswith("0000")
