"""What a reader left is on the screen again at once, before the store is opened; and only where it may be right."""

import json
import os
import signal
import stat
import sys
from pathlib import Path

import pytest

from tests.situations import faction, small, write
from tests.tui.first import stub
from tests.tui.first.test_first_picture import assert_taken_over_unseen
from tests.tui.wire.sitting import Sitting

OPEN = "Factions"
BEFORE = (sys.executable, str(Path(stub.__file__)), "before")
HEAVY = {"json", "sqlite3", "orjson", "rich", "click", "textual", "tui.first.picture", "tui.screens", "tui.widgets"}


def pictures(home: Path) -> list[Path]:
    """Return the pictures that are kept."""
    return sorted((home / "state" / "sitroom" / "pictures").glob("*"))


def sit_and_leave(home: Path, store: Path, keys: bytes, seen: str) -> None:
    with Sitting(home, store) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(keys)
        assert sitting.shows(seen)
        sitting.press(b"q")
        assert sitting.ended() == 0


def shown_before_opening(home: Path, *words: str | Path) -> tuple[str, set[str]]:
    """Return what is shown when the store is about to be opened, and what is loaded then."""
    with Sitting(home, home / "loaded.json", *words, program=BEFORE) as sitting:
        assert sitting.ended() == 0
        picture, _, _ = sitting.said.partition(b"\x1b[?1049l")
        sitting.screen.feed(b"\x1b[2J\x1b[H" + picture)
        assert sitting.modes_are_back()
        return sitting.screen.text.strip(), set(json.loads((home / "loaded.json").read_text()))


def test_what_was_left_is_shown_before_anything_is_opened(tmp_path: Path) -> None:
    store = small(tmp_path / "town.json")
    sit_and_leave(tmp_path, store, b"3jj", "[3 Timeline]")

    shown, loaded = shown_before_opening(tmp_path, store)

    assert "[3 Timeline]" in shown
    assert "Clash at the gate" in shown
    assert not loaded & HEAVY
    with Sitting(tmp_path, store) as sitting:
        assert_taken_over_unseen(sitting, (80, 24))
        assert sitting.said.count(b"sitroom") == 1


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    sit_and_leave(tmp_path, small(tmp_path / "town.json"), b"2", "[2 Profile]")

    [picture] = pictures(tmp_path)

    assert stat.S_IMODE(picture.stat().st_mode) == 0o600


@pytest.mark.parametrize("words", [["--fresh"], ["--wire", "stock"], ["--theme", "light"], ["--at", "faction:reds"]])
def test_what_asks_for_something_else_is_not_answered_with_it(tmp_path: Path, words: list[str]) -> None:
    store = small(tmp_path / "town.json")
    sit_and_leave(tmp_path, store, b"2", "[2 Profile]")

    assert shown_before_opening(tmp_path, store, *words)[0] == ""


def test_of_a_store_that_has_changed_nothing_is_shown_that_may_be_wrong(tmp_path: Path) -> None:
    store = small(tmp_path / "town.json")
    sit_and_leave(tmp_path, store, b"2", "[2 Profile]")
    write(store, faction("greens", "The Greens"))

    assert shown_before_opening(tmp_path, store)[0] == ""


def test_a_picture_that_is_wrong_all_the_same_is_drawn_over(tmp_path: Path) -> None:
    store = small(tmp_path / "town.json")
    sit_and_leave(tmp_path, store, b"2", "[2 Profile]")
    [picture] = pictures(tmp_path)
    picture.write_text(picture.read_text().replace("The Reds", "Somebody"))

    assert "Somebody" in shown_before_opening(tmp_path, store)[0]
    with Sitting(tmp_path, store) as sitting:
        assert sitting.shows("Somebody")
        assert sitting.hides("Somebody")
        assert "The Reds" in sitting.screen.text


@pytest.mark.parametrize("text", [b"", b"\n", b"\xff\xfe", b"x" * 100], ids=str)
def test_what_is_no_picture_is_not_shown(tmp_path: Path, text: bytes) -> None:
    store = small(tmp_path / "town.json")
    sit_and_leave(tmp_path, store, b"2", "[2 Profile]")
    pictures(tmp_path)[0].write_bytes(text)

    assert shown_before_opening(tmp_path, store)[0] == ""


def test_of_a_place_that_was_kept_without_its_looks_nothing_is_shown(tmp_path: Path) -> None:
    store = small(tmp_path / "town.json")
    sit_and_leave(tmp_path, store, b"2", "[2 Profile]")
    [session] = (tmp_path / "state" / "sitroom" / "sessions").glob("*.json")
    session.touch()

    assert shown_before_opening(tmp_path, store)[0] == ""


def test_behind_a_dialog_it_is_the_room_that_is_kept(tmp_path: Path) -> None:
    store = small(tmp_path / "town.json")
    with Sitting(tmp_path, store) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"3?")
        assert sitting.shows("Help")
        os.kill(sitting.pid, signal.SIGHUP)
        assert sitting.ended() == 128 + signal.SIGHUP

    assert "[3 Timeline]" in shown_before_opening(tmp_path, store)[0]
