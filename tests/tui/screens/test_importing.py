"""Bringing a file in from the room: looked at first, stopped or taken, and told."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from store.formats.registry import READABLE
from store.situation import Situation
from tests.situations import small
from tests.store.formats.ged import ged
from tests.tui.driver import Reader, reading


@pytest.fixture
def situation(tmp_path: Path) -> Iterator[Situation]:
    """Return a situation, beside a GED file of two rows of which one cannot be taken."""
    (tmp_path / "ged.csv").write_text(ged({}, {"id": ""}))
    opened = Situation.open(small(tmp_path / "town.json"))
    yield opened
    opened.close()


def told(reader: Reader) -> str:
    return reader.part(reader.dialog.foot)[0].strip()


def listed(reader: Reader) -> str:
    """Return what the list says, however it is broken into lines."""
    lines = " ".join(reader.part(reader.dialog.list))
    return " ".join(lines.replace("▌", " ").replace("▐", " ").split())


async def look(reader: Reader, file: str, form: str = "ucdp") -> None:
    """Name a file, choose its format, and wait until it has been looked at."""
    await reader.press("I", f'"{file}')
    await take(reader, form)


async def take(reader: Reader, form: str) -> None:
    """Choose a format, and wait until the file has been looked at."""
    away = list(READABLE).index(form) - reader.dialog.list.cursor
    await reader.press(*["down" if away > 0 else "up"] * abs(away), "enter")
    await reader.until(lambda: not told(reader).startswith("Reading"))


async def test_a_file_is_looked_at_and_nothing_is_written_until_it_is_wanted(situation: Situation) -> None:
    before = situation.path.read_bytes()
    async with reading(situation, (120, 36)) as reader:
        await look(reader, f"{situation.path.parent}/ged.csv")
        assert "2 rows read = 1 created + 0 updated + 0 unchanged + 1 skipped" in listed(reader)
        assert "the first events would be: Ford town: Government of Northland – River Front" in listed(reader)
        assert re.search(r"the first claims would be: faction:\S+ opposes faction:\S+", listed(reader))
        assert "id → event id, citation locator" in listed(reader)
        assert told(reader) == "Nothing is written yet: ↵ brings it in."
        await reader.press("escape")
        assert reader.app.screen is reader.room
    assert situation.path.read_bytes() == before


async def test_what_was_looked_at_is_brought_in_and_shown(situation: Situation) -> None:
    async with reading(situation, (120, 36)) as reader:
        await look(reader, f"{situation.path.parent}/ged.csv")
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.room)
        await reader.settle()
        assert reader.keys_line.startswith("ged.csv: 2 rows read = 1 created + 1 skipped")
        assert reader.room.view.situation.title_of("event:ucdp-101").startswith("Ford town")


@pytest.mark.parametrize(
    ("file", "form", "words"),
    [
        ("none.csv", "ucdp", "there is no such file"),
        ("ged.csv", "acled", "not an ACLED file"),
        ("", "ucdp", "it is a folder"),
    ],
)
async def test_what_cannot_be_read_is_told_and_another_can_be_named(
    situation: Situation, file: str, form: str, words: str
) -> None:
    async with reading(situation, (200, 40)) as reader:
        await look(reader, f"{situation.path.parent}/{file}", form)
        assert words in listed(reader)
        assert told(reader) == "Not brought in: another file, or another format?"
        await reader.press('"x')
        assert told(reader) == ""


async def test_a_file_has_to_be_named(situation: Situation) -> None:
    async with reading(situation) as reader:
        await reader.press("I", "enter")
        assert told(reader) == "Name a file."


async def test_escape_stops_the_reading_and_nothing_is_written(situation: Situation) -> None:
    before = situation.path.read_bytes()
    async with reading(situation, (120, 36)) as reader:
        await look(reader, f"{situation.path.parent}/ged.csv")
        with patch("store.importing._ROWS_BETWEEN_PROGRESS", 1), patch("threading.Event.is_set", lambda _: True):
            await reader.press("enter")
            await reader.until(lambda: not told(reader).startswith("Reading"))
        assert told(reader) == "Stopped: nothing was written."
        assert reader.dialog.list.cursor == list(READABLE).index("ucdp")
        await reader.press("escape")
        assert reader.app.screen is reader.room
    assert situation.path.read_bytes() == before


async def test_a_situation_that_nobody_changes_is_copied_first(tmp_path: Path, situation: Situation) -> None:
    shut = Situation.open(situation.path, read_only=True)
    async with reading(shut, (120, 36)) as reader:
        await reader.press("I")
        assert reader.dialog.title_text == "Change a copy"
        await reader.press("ctrl+u", f'"{tmp_path}/mine.json', "enter")
        assert reader.dialog.title_text == "Bring a file in"
    shut.close()


async def test_a_file_is_taken_for_what_it_looks_like_until_another_format_is_chosen(situation: Situation) -> None:
    async with reading(situation, (120, 36)) as reader:
        await reader.press("I", f'"{situation.path.parent}/ged.csv')
        assert reader.dialog.list.cursor == list(READABLE).index("ucdp")
        await take(reader, "stix")
        assert "or `import ucdp`, which it looks like" in listed(reader)
        assert reader.dialog.list.cursor == list(READABLE).index("stix")
        await reader.press("backspace", '"v')
        assert reader.dialog.list.cursor == list(READABLE).index("ucdp")
        await take(reader, "ucdp")
        assert "2 rows read" in listed(reader)


async def test_the_name_of_a_file_is_completed_as_far_as_it_goes(situation: Situation) -> None:
    folder = situation.path.parent
    (folder / "ملف سرت.csv").write_text(ged({}))
    (folder / "gedichte").mkdir()
    async with reading(situation, (120, 36)) as reader:
        await reader.press("I", f'"{folder}/g', "tab")
        assert (reader.dialog.line.value, told(reader)) == (f"{folder}/ged", "ged.csv  gedichte/")
        await reader.press('"i', "tab")
        assert (reader.dialog.line.value, told(reader)) == (f"{folder}/gedichte/", "")
        await reader.press("ctrl+u", f'"{folder}/مل', "tab")
        assert reader.dialog.line.value == f"{folder}/ملف سرت.csv"
        await take(reader, "ucdp")
        assert "1 rows read = 1 created" in listed(reader)
        await reader.press("ctrl+u", '"/nowhere/x', "tab")
        assert (reader.dialog.line.value, told(reader)) == ("/nowhere/x", "")


async def test_what_is_odd_comes_first(situation: Situation) -> None:
    async with reading(situation, (120, 36)) as reader:
        await look(reader, f"{situation.path.parent}/ged.csv")
        told = [listed(reader).index(part) for part in ("2 rows read", "line 3 skipped", "the first", "id → event id")]
        assert told == sorted(told)


@pytest.mark.parametrize("quote", ["'", '"'])
async def test_a_file_that_was_dropped_on_the_terminal_comes_in_quotes(situation: Situation, quote: str) -> None:
    async with reading(situation, (120, 36)) as reader:
        await look(reader, f"{quote}{situation.path.parent}/ged.csv{quote}")
        assert "2 rows read" in listed(reader)


async def test_cursors_stay_on_their_rows_wherever_what_came_in_has_moved_them(situation: Situation) -> None:
    named = [{"kind": "event", "id": f"e{n}", "title": f"Raid {n}", "when": {"edtf": "2017"}} for n in range(9)]
    lines = (json.dumps(one | {"participants": [{"actor": "faction:greens"}]}) for one in named)
    (situation.path.parent / "raids.jsonl").write_text("\n".join(lines))
    async with reading(situation, (120, 36)) as reader:
        index, timeline = reader.room.floor.index, reader.room.floor.pane("timeline")
        await reader.press("down", "3", "down")

        def under() -> list[object]:
            return [reader.room.view.subject, *(getattr(pane.row, "statement", None) for pane in (index, timeline))]

        before = under()
        assert (index.list.cursor, timeline.list.cursor) == (1, 1)
        await look(reader, f"{situation.path.parent}/raids.jsonl", "jsonl")
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.room)
        await reader.settle()
        assert under() == before
        assert index.list.cursor == 2


async def test_a_folder_of_tables_is_taken_for_what_its_first_table_is(situation: Situation) -> None:
    folder = situation.path.parent / "tables"
    folder.mkdir()
    (folder / "factions.csv").write_text("kind,id,names\nfaction,mill-guard,Mill guard\n")
    (situation.path.parent / "bare").mkdir()
    async with reading(situation, (120, 36)) as reader:
        await reader.press("I", f'"{situation.path.parent}/bare')
        assert reader.dialog.list.cursor == 0
        await reader.press("ctrl+u", f'"{folder}')
        assert reader.dialog.list.cursor == list(READABLE).index("csv")
        await take(reader, "csv")
        assert "1 rows read = 1 created" in listed(reader)
