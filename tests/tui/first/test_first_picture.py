"""The screen before Textual is the screen after it: every cell, in text and colour."""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from store.lens import EVERYTHING
from store.situation import Situation
from tests.situations import small, write
from tests.tui.cli.running import run
from tests.tui.hostile import write_hostile
from tests.tui.wire.awkward import AGREED, DISPUTED, write_awkward
from tests.tui.wire.picture import Screen, differences
from tests.tui.wire.sitting import Sitting, at_home
from tui.first.picture import first_pictures
from tui.screens.beginning import beginning

OTHER_SCREEN, TAKEN, ASKED = b"\x1b[?1049h", b"\x1b[?1004h", b"\x1b[5n"
MODES = re.compile(rb"\x1b\[(\?[\d;]+[hl]|\?[\d;]+\$p|>\d+u)|\x1b\]22;[a-z]*\x07")
MOST = 40
"""Bytes that the room may send over a picture that is as it will be: a move of the cursor, and a question."""

SIZES = [(80, 24), (100, 30), (120, 36), (200, 50), (60, 16), (50, 10)]
WORDS: list[tuple[str, ...]] = [
    ("--theme", "light"),
    ("--theme", "terminal"),
    ("exercise", "--at", "location:alderport"),
    ("--at", "location:sirte"),
    ("--as-of", "2016-08-10"),
    ("--lens", "actor:misrata since:2016-05"),
    ("--at=event:sirte-offensive", "--lens=kind:event", "--no-mouse"),
]
TERMS = [{"NO_COLOR": "1"}, {"COLORTERM": "truecolor"}, {"TERM": "linux"}, {"TERM": "screen-256color"}]


def assert_taken_over_unseen(sitting: Sitting, size: tuple[int, int]) -> None:
    """Listen until the room has come to rest: what it shows was there before Textual told the terminal anything."""
    assert sitting.until(lambda: TAKEN in sitting.said)
    assert sitting.until(lambda: ASKED in sitting.said and not sitting.listen(0.2))
    before = re.split(rb"\x1b\[\?100[04]h", sitting.said)[0]
    picture = Screen(*size)
    picture.feed(before)
    assert picture.text.strip()
    assert differences(picture.cells(), sitting.screen.cells()) == []
    drawing = MODES.sub(b"", sitting.said[len(before) :])
    assert len(drawing) < MOST, drawing
    assert sitting.said.count(OTHER_SCREEN) == 1


@pytest.mark.parametrize("size", SIZES)
def test_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with Sitting(tmp_path, size=size) as sitting:
        assert_taken_over_unseen(sitting, size)


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_whatever_is_asked_for(tmp_path: Path, words: Sequence[str]) -> None:
    with Sitting(tmp_path, *words, size=(120, 36)) as sitting:
        assert_taken_over_unseen(sitting, (120, 36))


@pytest.mark.parametrize("changed", TERMS, ids=str)
def test_in_as_many_colours_as_there_are(tmp_path: Path, changed: dict[str, str]) -> None:
    with Sitting(tmp_path, changed=changed) as sitting:
        assert_taken_over_unseen(sitting, (80, 24))


@pytest.mark.parametrize("texts", [AGREED, DISPUTED], ids=["agreed", "disputed"])
def test_in_every_script(tmp_path: Path, texts: Sequence[str]) -> None:
    store = write_awkward(tmp_path / "many.json", *texts)
    with Sitting(tmp_path, store, size=(120, 36)) as sitting:
        assert_taken_over_unseen(sitting, (120, 36))


def test_of_a_small_an_empty_and_a_hostile_store(tmp_path: Path) -> None:
    hostile = write_hostile(tmp_path / "c.json")
    # What is still being indexed is shown as far as that has come, and then all of it.
    assert run("stats", "--store", hostile, env=at_home(tmp_path)).returncode == 0
    for store in (small(tmp_path / "a.json"), write(tmp_path / "b.json"), hostile):
        with Sitting(tmp_path, store, size=(120, 36)) as sitting:
            assert_taken_over_unseen(sitting, (120, 36))


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (b"lj3fgovernment\rj", "3 newest first"),
        (b"3Sz", "━━ 44 oldest first"),
        (b"2G", "━2 Profile"),
        (b"t2016-08-10\r5", "as of 10 August 2016"),
    ],
    ids=str,
)
def test_where_the_reader_left(tmp_path: Path, keys: bytes, seen: str) -> None:
    with Sitting(tmp_path, size=(120, 36)) as sitting:
        assert sitting.shows("Factions")
        sitting.press(keys)
        assert sitting.shows(seen), sitting.screen.text
        sitting.press(b"q")
        assert sitting.ended() == 0
    with Sitting(tmp_path, size=(120, 36)) as sitting:
        assert_taken_over_unseen(sitting, (120, 36))
        assert seen in sitting.screen.text


def test_with_settings_of_the_readers_own(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('theme = "contrast"\nstore = "exercise"\n[keys]\nsources = "ctrl+o"\nout = "O"\n')
    with Sitting(tmp_path, size=(120, 36), changed={"SITROOM_SETTINGS": str(settings)}) as sitting:
        assert_taken_over_unseen(sitting, (120, 36))
        assert "Exercise: Alderport 2009" in sitting.screen.text
        assert " ctrl+o source " in sitting.screen.text


def test_a_terminal_whose_size_nobody_knows_is_left_to_textual(
    shipped: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("sys.__stdout__", sys.stdout)
    monkeypatch.setattr("os.get_terminal_size", lambda *_: os.terminal_size((0, 0)))
    assert not tuple(first_pictures(shipped, beginning(shipped, "", EVERYTHING), "dark"))
