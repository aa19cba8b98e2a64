"""What a reader takes away: to the clipboard, or to a file."""

import csv
import json
import re
from pathlib import Path

import pytest

from store.situation import Situation
from tests.tui.driver import Reader, reading
from tests.tui.hostile import OBEYED, TEXTS, write_hostile
from tui.contents.taking import text_of

CLASH = ["3", "down", "down"]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, outside tmux."""
    monkeypatch.delenv("TMUX", raising=False)
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_a_letter_after_Y_sends_text_ref_or_json(town: Situation) -> None:  # noqa: N802 - the key is a capital
    async with reading(town, keys=CLASH) as reader:
        await reader.press("Y", "r")
        assert reader.app.clipboard == "event:clash"
        assert reader.keys_line == "The ref was sent to the terminal, which may keep it in its clipboard."
        await reader.press("Y", "t")
        assert reader.app.clipboard == "Clash at the gate\n10 May 2016"
        await reader.press("Y", "j")
        assert json.loads(reader.app.clipboard)["title"] == "Clash at the gate"
        assert reader.keys_line.startswith("The JSON was sent")
        await reader.press("Y", "c")
        assert "The Gazette" in reader.app.clipboard


async def test_what_can_be_sent_is_listed_with_how_it_begins(town: Situation) -> None:
    async with reading(town, keys=[*CLASH, "Y"]) as reader:
        assert reader.shows("c  citation  Report from the coast")
        assert reader.shows("r  ref       event:clash")
        await reader.press("down", "down", "enter")
        assert reader.app.clipboard == "event:clash"


async def test_what_cites_nobody_has_no_citation_to_choose(town: Situation) -> None:
    async with reading(town, keys=["3", "down", "Y"]) as reader:
        assert not reader.shows("citation")
        await reader.press("c")
        assert reader.dialog.title_text == "Copy"


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("quote:few", "“They are few and tired” — The spokesman, 20 May 2016"),
        ("quote:open", "“All that is open desert” — an officer (unnamed), 1 June 2016"),
        ("claim:reds-hold", "The Reds controls Şabrātah (2015 – 1 August 2016)"),
        ("faction:blues", "The Blues\ngovernment · Land"),
    ],
)
def test_text_says_who_said_it_and_when(town: Situation, ref: str, text: str) -> None:
    assert text_of(town, ref) == text


async def test_a_quote_is_sent_with_all_its_words(tmp_path: Path) -> None:
    situation = Situation.open(write_hostile(tmp_path / "hostile.json"))
    async with reading(situation, at="quote:long", keys=["Y", "t"]) as reader:
        assert reader.app.clipboard.startswith(f"“{TEXTS['long'].strip()}”")
        assert reader.keys_line.startswith("The text was sent to the terminal; it is long")


async def test_json_on_the_clipboard_holds_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    situation = Situation.open(write_hostile(tmp_path / "hostile.json"))
    async with reading(situation) as reader:
        for name in ("escapes", "c1", "bidi"):
            reader.room.follow(f"event:{name}")
            await reader.settle()
            for letter in "tj":
                await reader.press("Y", letter)
                assert not OBEYED.search(reader.app.clipboard)
        assert json.loads(reader.app.clipboard)["note"] == TEXTS["bidi"]


async def written(reader: Reader, folder: Path, name: str) -> str:
    await reader.press("o", '"' + name, "enter")
    assert reader.app.screen is reader.room
    return (folder / name).read_text(encoding="utf-8-sig")


async def test_each_pane_writes_what_it_lists_in_the_form_that_the_name_says(
    town: Situation, in_a_folder: Path
) -> None:
    async with reading(town) as reader:
        for key, pane in zip("12345", ("Index", "Profile", "Timeline", "Map", "Quotes"), strict=True):
            await reader.press(key)
            found = json.loads(await written(reader, in_a_folder, f"{pane}.json"))
            assert found["title"].startswith(f"A situation: {pane}")
            rows, total = reader.pane.rows(1_000)
            assert len(found["rows"]) == len(rows) == total > 0
            assert reader.keys_line == f"Written: {pane}.json, {total:,} rows."
        await reader.press("3")
        markdown = await written(reader, in_a_folder, "timeline.md")
        assert (
            "| 2016 | 10 May 2016 | 2016-05-10 | 2016-05-10 | event | Clash at the gate | B2 | conflict | event:clash |"
            in markdown
        )
        lines = list(csv.reader((await written(reader, in_a_folder, "timeline.csv")).splitlines()))
        assert lines[0] == ["year", "when", "earliest", "latest", "kind", "title", "grade", "mark", "ref"]
        assert len({len(line) for line in lines}) == 1


async def test_a_filter_and_a_lens_narrow_it_and_it_says_so(town: Situation, in_a_folder: Path) -> None:
    async with reading(town, keys=["3", "f", '"clash', "enter"]) as reader:
        found = json.loads(await written(reader, in_a_folder, "clash.json"))
    assert {row["ref"] for row in found["rows"]} == {"event:clash"}
    assert found["note"] == "through the lens The Reds, with “clash”"


async def test_a_file_that_is_there_is_written_over_only_when_enter_is_pressed_again(
    town: Situation, in_a_folder: Path
) -> None:
    there = in_a_folder / "there.md"
    there.write_text("mine")
    async with reading(town, keys=["o", '"there.md', "enter"]) as reader:
        assert reader.shows("That file is there already: ↵ again writes over it.")
        assert there.read_text() == "mine"
        await reader.press("x", "enter")
        assert reader.shows("Name a file that ends in .md, .csv or .json.")
        await reader.press("backspace", "enter")
        assert there.read_text() == "mine"
        await reader.press("enter")
        assert reader.app.screen is reader.room
    assert there.read_text().startswith("# A situation: Index")


async def test_what_cannot_be_written_is_told_and_asked_again(town: Situation, in_a_folder: Path) -> None:
    async with reading(town, keys=["o"]) as reader:
        for name, told in (("", "Name a file"), ("x.doc", "Name a file"), ("no/where.md", "Not written: ")):
            await reader.press(*["backspace"] * 12, '"' + name, "enter")
            assert told in reader.part(reader.dialog.foot)[0]
        await reader.press("escape")
        assert reader.app.screen is reader.room
    assert list(in_a_folder.iterdir()) == []


async def test_of_more_rows_than_it_writes_it_says_so(
    town: Situation, in_a_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.taking.MOST", 3)
    async with reading(town, keys=["3"]) as reader:
        found = json.loads(await written(reader, in_a_folder, "few.json"))
        assert len(found["rows"]) == 3
        assert found["note"].startswith(f"the first 3 of {reader.pane.rows(3)[1]} rows")


async def test_of_a_map_it_says_of_how_much_it_is_a_part(
    town: Situation, in_a_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.index.mapping.MANY", 1)
    monkeypatch.setattr("tui.contents.map.MOST_PLACES", 1)
    async with reading(town, keys=["4"]) as reader:
        assert reader.shows("1+ place of the newest 1")
        found = json.loads(await written(reader, in_a_folder, "map.json"))
    assert found["note"].startswith("those 1 with most in them, counted in the newest 1 statements, through the")


async def test_it_is_told_beforehand_what_will_be_written(town: Situation) -> None:
    async with reading(town, keys=["3", "o"]) as reader:
        told = " ".join(" ".join(reader.part(reader.dialog.list)).split())
        assert re.search(r"Timeline: \d+ rows, through the lens The Reds\. Its name says the form", told)
