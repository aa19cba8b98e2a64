"""Between the first picture and the room: keys wait, the terminal is given back, and little has been loaded."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.situations import small
from tests.tui.first import stub
from tests.tui.wire.sitting import Sitting

OPEN = "Factions"
STUB = (sys.executable, str(Path(stub.__file__)))
GIVEN_BACK = b"\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
NOT_YET = {"pydantic", "tinydb", "rich", "click", "textual", "asyncio", "orjson", "tomllib"}


def test_keys_wait_for_the_room_and_are_not_echoed(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        assert sitting.shows(OPEN)
        assert b"\x1b[?1004h" not in sitting.said
        sitting.press(b"3j/sirte")
        assert sitting.shows("[3 Timeline]")
        assert sitting.until(lambda: "sirte" in sitting.screen.text and "found" in sitting.screen.text)
        assert "3j/" not in sitting.screen.text


def test_a_size_that_changed_meanwhile_is_drawn_whole(tmp_path: Path) -> None:
    with Sitting(tmp_path, size=(120, 36)) as sitting:
        assert sitting.shows(OPEN)
        sitting.resize(80, 24)
        assert sitting.shows("[1 Index]")
        assert sitting.until(lambda: "? help" in sitting.screen.text.splitlines()[23])


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_the_terminal_is_as_before(tmp_path: Path, number: int) -> None:
    with Sitting(tmp_path, program=(*STUB, "wait")) as sitting:
        assert sitting.shows(OPEN)
        os.kill(sitting.pid, number)
        assert sitting.ended() == 128 + number
        assert sitting.said.endswith(GIVEN_BACK)
        assert sitting.modes_are_back()


@pytest.mark.parametrize("read", [0, 10, 300], ids=["nothing", "too little", "enough"])
def test_a_signal_ends_it_before_a_terminal_that_hardly_reads(tmp_path: Path, read: int) -> None:
    with Sitting(tmp_path, program=(*STUB, "wait")) as sitting:
        assert sitting.shows(OPEN)
        sitting.fill()
        os.read(sitting.master, read)
        os.kill(sitting.pid, signal.SIGTERM)
        assert sitting.ends_unheard()
        assert sitting.status is not None
        assert os.waitstatus_to_exitcode(sitting.status) == 128 + signal.SIGTERM
        assert sitting.modes_are_back()


def test_a_failure_is_told_in_one_line_when_the_terminal_is_as_before(tmp_path: Path) -> None:
    with Sitting(tmp_path, program=(*STUB, "fail")) as sitting:
        assert sitting.ended() == 2
        _, given_back, told = sitting.said.partition(GIVEN_BACK)
        assert given_back
        assert told.count(b"\n") == 1
        assert f"sitroom: the disk: {stub.FAILURE}" in told.decode()
        assert sitting.modes_are_back()


@pytest.mark.parametrize("own", [False, True], ids=["shipped", "own"])
def test_nothing_heavy_is_loaded_before_the_picture_is_there(tmp_path: Path, own: bool) -> None:
    words = [small(tmp_path / "town.json")] if own else []
    for _ in range(2):  # the first makes the index, where one is kept
        with Sitting(tmp_path, tmp_path / "loaded.json", *words, program=STUB) as sitting:
            assert sitting.shows(OPEN)
            assert sitting.ended() == 0
    loaded = set(json.loads((tmp_path / "loaded.json").read_text()))
    # A store so small that no index of it is kept is read when it is opened.
    assert loaded & NOT_YET == ({"orjson"} if own else set())
