"""What a pane says that has nothing to show: what is missing, and which key mends it."""

from pathlib import Path

import pytest

from store.index.cache import kept_index
from store.lens import EVERYTHING
from store.situation import Situation
from tests.situations import event, faction, source, write
from tests.tui.driver import SMALL, WIDE, Reader, reading
from tui.commands.command import PaneId
from tui.panes.arrangement import PANES

FILTERED: tuple[PaneId, ...] = ("index", "profile", "timeline", "quotes")


def said(reader: Reader, pane: PaneId) -> str:
    """Return what a pane shows, in one line."""
    return " ".join(" ".join(reader.lines(pane)).split())


async def test_an_empty_situation_says_how_to_fill_it(tmp_path: Path) -> None:
    async with reading(Situation.open(write(tmp_path / "s.json")), (200, 50)) as reader:
        for pane in ("index", "profile"):
            assert "This situation is empty as yet: I brings a file in, and so does `sitroom import`." in said(
                reader, pane
            )
        assert "No record with a time here." in said(reader, "timeline")
        assert "No place has coordinates." in said(reader, "map")
        assert "No quote here." in said(reader, "quotes")


async def test_a_kind_without_records_names_the_keys_to_another(tmp_path: Path) -> None:
    situation = Situation.open(write(tmp_path / "s.json", source("paper")))
    async with reading(situation, SMALL, keys=["right"]) as reader:
        assert "No factions are recorded: ← and → turn to another kind." in said(reader, "index")
        await reader.press("left")
        assert reader.row.target == "source:paper"


async def test_one_begins_with_the_first_kind_that_has_records(tmp_path: Path) -> None:
    situation = Situation.open(write(tmp_path / "s.json", event("raid", "Raid"), source("paper")))
    async with reading(situation, SMALL) as reader:
        assert (reader.row.target, reader.subject) == ("event:raid", "event:raid")
        assert reader.lens.empty


@pytest.mark.parametrize("pane", FILTERED)
async def test_a_filter_that_nothing_answers_names_the_key_that_takes_it_away(town: Situation, pane: PaneId) -> None:
    async with reading(town, SMALL, keys=[str(PANES.index(pane) + 1), "f", '"zzz', "enter"]) as reader:
        assert "with “zzz”: esc takes the filter away." in said(reader, pane)
        await reader.press("escape")
        assert "zzz" not in said(reader, pane)


@pytest.mark.parametrize("pane", ["timeline", "map", "quotes"])
async def test_a_day_before_everything_names_the_key_that_clears_it(town: Situation, pane: PaneId) -> None:
    early = EVERYTHING._replace(as_of=1)
    async with reading(town, SMALL, lens=early, at="source:radio", keys=[str(PANES.index(pane) + 1)]) as reader:
        shown = said(reader, pane)
        assert "through this lens: x clears it." in shown or "No place on this map: x shows all." in shown
        await reader.press("x")
        assert "lens: x" not in said(reader, pane)


async def test_a_lens_about_a_record_names_the_key_that_shows_all(tmp_path: Path) -> None:
    situation = Situation.open(write(tmp_path / "s.json", faction("reds"), event("clash", "Clash", "2016")))
    async with reading(situation, WIDE) as reader:
        assert "No record with a time here: x shows all there are." in said(reader, "timeline")


async def test_an_index_that_fails_under_the_reader_ends_in_one_line_and_keeps_the_place(tmp_path: Path) -> None:
    events = (event(f"e{number}", f"Clash {number} " + "of many words" * 9, "2016") for number in range(2_000))
    path = write(tmp_path / "s.json", *events)
    Situation.open(path).close()
    kept = kept_index(path)
    assert kept is not None
    where = Path(kept.value("SELECT file FROM pragma_database_list"))
    kept.close()
    async with reading(Situation.open(path), WIDE, keys=["right"]) as reader:
        with where.open("r+b") as file:
            file.seek(8_192)
            file.write(b"\xff" * (where.stat().st_size - 16_384))
        await reader.press("right", "right", "3", "pagedown", "pagedown", "enter")
        await reader.until(lambda: not reader.app.is_running)
        assert reader.app.return_code == 2
        assert "failed" in str(reader.app.trouble)
        assert "delete it, it is made again" in str(reader.app.trouble)


@pytest.mark.parametrize("key", ["/", "t", "s", "c", "w", "H", "m", "apostrophe", "?"])
async def test_every_list_over_the_room_says_how_to_leave_it(town: Situation, key: str) -> None:
    async with reading(town, WIDE, keys=[key]) as reader:
        assert reader.dialog
        assert reader.shows("esc back")
        await reader.press("escape")
        assert reader.app.screen is reader.room
