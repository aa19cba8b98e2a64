"""As of: every pane looks from a day."""

import pytest

from store import when
from store.situation import Situation
from tests.tui.driver import WIDE, Reader, reading


def day(edtf: str) -> int | None:
    return when.parse(edtf).latest


def told(reader: Reader) -> str:
    return reader.part(reader.dialog.foot)[0].strip()


async def test_a_date_or_a_phrase_sets_the_last_day_of_it(town: Situation) -> None:
    asked = {"2016-05-15": "2016-05-15", "2016-05": "2016-05-31", "2015": "2015-12-31", "5 August 2016": "2016-08-05"}
    async with reading(town, WIDE) as reader:
        for typed, meant in asked.items():
            await reader.press("t", '"' + typed)
            assert told(reader).startswith("as of")
            await reader.press("enter")
            assert reader.lens.as_of == day(meant)
            assert "as of" in reader.context_line


async def test_every_pane_looks_from_that_day_and_the_undated_stays(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "t", '"2016-05-15', "enter"]) as reader:
        text = "\n".join(reader.screen())
        assert "Clash at the gate" in text
        assert "Talks in the port" not in text
        assert "800" in "\n".join(reader.lines("profile"))
        assert "Some shots" not in text
        await reader.press("t", '"2013', "enter")
        assert reader.room.floor.pane("timeline").list.listing.rows == 1
        assert any("Once upon a time" in line for line in reader.lines("timeline"))


async def test_the_day_stays_while_one_follows(town: Situation) -> None:
    async with reading(town, WIDE, keys=["t", '"2016-05-15', "enter", "enter", "enter"]) as reader:
        assert reader.lens.as_of == day("2016-05-15")
        assert reader.subject == "faction:blues"


async def test_what_is_no_date_is_refused_in_place(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        for typed in ("nonsense", "2016-13-45", "[/]", "9999999999", "-"):
            await reader.press("t", '"' + typed)
            assert told(reader) == "no date that can be looked from"
            await reader.press("enter")
            assert reader.dialog.title_text == "As of"
            await reader.press("escape")
            assert reader.lens.as_of is None


async def test_nothing_typed_looks_from_today_again(town: Situation) -> None:
    async with reading(town, WIDE, keys=["t", '"2015', "enter", "t", "enter"]) as reader:
        assert reader.lens.as_of is None
        assert reader.lens.about == ("faction:reds",)


async def test_clear_takes_the_day_away_with_the_rest_of_the_lens(town: Situation) -> None:
    async with reading(town, WIDE, keys=["t", '"2015', "enter", "x"]) as reader:
        assert reader.lens.empty
        assert "as of" not in reader.context_line


async def test_what_was_known_by_a_day_is_another_question(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "t", '"2016-06-01', "down"]) as reader:
        assert told(reader) == "known by 1 June 2016"
        await reader.press("enter")
        assert (reader.lens.as_of, reader.lens.known_by) == (None, day("2016-06-01"))
        assert "known by 1 June 2016" in reader.context_line
        assert "as of" not in reader.context_line
        # It happened in May, and was reported in August.
        assert not any("Clash at the gate" in line for line in reader.lines("timeline"))


@pytest.mark.parametrize(("downs", "said"), [(0, "as of"), (1, "known by"), (2, "as of and known by")])
async def test_the_dialog_comes_back_with_the_sense_in_use(town: Situation, downs: int, said: str) -> None:
    async with reading(town, WIDE, keys=["t", '"2016', *["down"] * downs, "enter", "t", '"2015']) as reader:
        assert told(reader) == f"{said} 31 December 2015"
        await reader.press("enter", "t", "enter")
        assert (reader.lens.as_of, reader.lens.known_by) == (None, None)
