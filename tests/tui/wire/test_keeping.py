"""However the program ends, the reader's place is kept; and it is found again unless something else is asked for."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.wire.sitting import Sitting

OPEN, THERE = "Factions", "━3 Timeline"


def go(sitting: Sitting) -> None:
    """Go to a place other than the first."""
    assert sitting.shows(OPEN)
    sitting.press(b"3jj")
    assert sitting.shows(THERE)


def quit_it(sitting: Sitting) -> None:
    sitting.press(b"q")


def hang_up(sitting: Sitting) -> None:
    sitting.hang_up()


def stop_reading_and_hang_up(sitting: Sitting) -> None:
    sitting.fill()
    sitting.press(b"?")
    sitting.hang_up()


def signalled(number: int) -> Callable[[Sitting], None]:
    return lambda sitting: os.kill(sitting.pid, number)


@pytest.mark.parametrize(
    "leave",
    [quit_it, hang_up, stop_reading_and_hang_up, *map(signalled, (signal.SIGHUP, signal.SIGTERM, signal.SIGINT))],
    ids=["quit", "hang-up", "stuck", "HUP", "TERM", "INT"],
)
def test_it_is_kept_however_one_leaves(tmp_path: Path, leave: Callable[[Sitting], None]) -> None:
    with Sitting(tmp_path) as sitting:
        go(sitting)
        leave(sitting)
        assert sitting.ends_unheard() if sitting.master < 0 else sitting.ended() >= 0
    with Sitting(tmp_path) as again:
        assert again.shows(THERE)


def test_a_dialog_in_front_of_it_does_not_matter(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        go(sitting)
        sitting.press(b"?")
        assert sitting.shows("Help")
        os.kill(sitting.pid, signal.SIGTERM)
        assert sitting.ended() == 128 + signal.SIGTERM
    with Sitting(tmp_path) as again:
        assert again.shows(THERE)


@pytest.mark.parametrize("asked", [("--fresh",), ("--at", "faction:tunisia"), ("--lens", "sirte"), ("--as-of", "2016")])
def test_what_is_asked_for_comes_first(tmp_path: Path, asked: tuple[str, ...]) -> None:
    with Sitting(tmp_path) as sitting:
        go(sitting)
        sitting.press(b"q")
        assert sitting.ended() == 0
    with Sitting(tmp_path, *asked) as again:
        assert again.shows("━2 Profile" if "--at" in asked else "━1 Index")


def test_a_file_that_is_damaged_is_as_none(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        go(sitting)
        sitting.press(b"q")
        assert sitting.ended() == 0
    [kept] = (tmp_path / "state").rglob("sessions/*.json")
    kept.write_bytes(kept.read_bytes()[:100])
    with Sitting(tmp_path) as again:
        assert again.shows("━1 Index")
        again.press(b"q")
        assert again.ended() == 0
