"""However the program ends, the terminal is as it was, and no process is left."""

import os
import select
import signal
import sys
import tty
from pathlib import Path

import pytest

from tests.tui.cli.running import PROGRAM
from tests.tui.wire import shown
from tests.tui.wire.sitting import Delay, Sitting, at_once, never

OPEN = "Factions"
ANY = (sys.executable, str(Path(shown.__file__)))


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
@pytest.mark.parametrize("answers", [at_once, never], ids=["answering", "mute"])
def test_a_signal_ends_it_and_the_terminal_is_as_before(tmp_path: Path, number: int, answers: Delay) -> None:
    with Sitting(tmp_path, answers=answers) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"?")
        assert sitting.shows("Help")
        os.kill(sitting.pid, number)
        assert sitting.ended() == 128 + number
        assert sitting.left_as_found()
        assert b"Traceback" not in sitting.said


def test_a_terminal_that_goes_away_ends_it(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        assert sitting.shows(OPEN)
        sitting.hang_up()
        assert sitting.ended() == 128 + signal.SIGHUP


def test_a_signal_ends_it_before_a_terminal_that_reads_nothing(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        assert sitting.shows(OPEN)
        sitting.fill()
        sitting.press(b"?")
        os.kill(sitting.pid, signal.SIGTERM)
        assert sitting.ends_unheard()
        assert sitting.status is not None
        assert os.waitstatus_to_exitcode(sitting.status) == 128 + signal.SIGTERM


def test_stopped_and_continued_it_draws_all_again(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        assert sitting.shows(OPEN)
        os.kill(sitting.pid, signal.SIGTSTP)
        assert sitting.until(lambda: not sitting.listen() and sitting.said.endswith(b"\x1b[?1004l"))
        sitting.screen.feed(b"\x1b[m\x1b[2J")
        os.kill(sitting.pid, signal.SIGCONT)
        assert sitting.shows(OPEN)
        sitting.press(b"q")
        assert sitting.ended() == 0
        assert sitting.left_as_found()


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_comes_back(tmp_path: Path) -> None:
    shell = ("bash", "-c", 'set -m; "$@"; echo A prompt; read; fg', "bash", *PROGRAM)
    with Sitting(tmp_path, program=shell) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"3")
        assert sitting.shows("[3 Timeline]")
        sitting.press(b"\x1a")
        assert sitting.shows("A prompt")
        sitting.press(b"\n")
        assert sitting.shows("[3 Timeline]")
        sitting.press(b"q")
        assert sitting.ended() == 0


def test_ctrl_z_where_there_is_no_shell_says_so(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"3")
        assert sitting.shows("[3 Timeline]")
        sitting.press(b"\x1a")
        assert sitting.shows("No shell has started this")
        sitting.press(b"q")
        assert sitting.ended() == 0


def test_stopped_from_outside_and_continued_it_draws_all_again_and_still_restores(tmp_path: Path) -> None:
    with Sitting(tmp_path, program=ANY) as sitting:
        assert sitting.shows(shown.TEXT)
        os.kill(sitting.pid, signal.SIGSTOP)
        sitting.screen.feed(b"\x1b[m\x1b[2J")
        os.kill(sitting.pid, signal.SIGCONT)
        assert sitting.shows(shown.TEXT)
        sitting.press(shown.QUIT)
        assert sitting.ended() == 0
        assert sitting.left_as_found()


def test_no_answer_is_left_for_the_shell(tmp_path: Path) -> None:
    with Sitting(tmp_path, answers=lambda: 0.9) as sitting:
        assert sitting.shows(OPEN)
        shells = os.open(f"/proc/{sitting.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
        try:
            assert sitting.until(lambda: sitting.asked > 0 and not (sitting.listen(1.0) or sitting.owes))
            for asked in range(sitting.asked, sitting.asked + 3):
                sitting.press(b"j")
                assert sitting.until(lambda: sitting.asked > asked)  # noqa: B023
            assert sitting.owes > 1, "they were to be on their way together"
            sitting.press(b"q")
            assert sitting.ended() == 0
            assert not sitting.owes
            assert sitting.left_as_found()
            tty.setraw(shells)
            assert not select.select([shells], [], [], 0)[0]
        finally:
            os.close(shells)


def test_a_crash_gives_the_terminal_back_before_it_tells_of_itself(tmp_path: Path) -> None:
    with Sitting(tmp_path, program=ANY) as sitting:
        assert sitting.shows(shown.TEXT)
        sitting.press(shown.CRASH)
        assert sitting.ended() == 1
        assert sitting.left_as_found()
        assert sitting.said.index(b"ZeroDivisionError") > sitting.said.index(b"\x1b[?1049l")


def test_another_program_may_have_the_terminal_in_between(tmp_path: Path) -> None:
    with Sitting(tmp_path, program=ANY) as sitting:
        assert sitting.shows(shown.TEXT)
        sitting.press(shown.SUSPEND)
        assert sitting.until(lambda: shown.MEANWHILE.encode() in sitting.said)
        before, _, _ = sitting.said.partition(shown.MEANWHILE.encode())
        assert b"\x1b[?1049l" in before
        assert sitting.until(lambda: shown.TEXT.encode() in sitting.said[len(before) :])
        sitting.press(shown.QUIT)
        assert sitting.ended() == 0
        assert sitting.left_as_found()


def test_a_busy_program_is_made_to_leave_and_to_keep_the_place(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    with Sitting(tmp_path, kept, program=ANY) as sitting:
        assert sitting.shows(shown.TEXT)
        sitting.press(shown.WORK)
        assert sitting.shows(shown.WORKING)
        os.kill(sitting.pid, signal.SIGTERM)
        assert sitting.ended() == 128 + signal.SIGTERM
        assert sitting.left_as_found()
        assert kept.read_text() == shown.TEXT


def test_a_busy_program_hears_that_a_key_waits(tmp_path: Path) -> None:
    with Sitting(tmp_path, tmp_path / "kept", program=ANY) as sitting:
        assert sitting.shows(shown.TEXT)
        sitting.press(shown.YIELD)

        def gave_way() -> bool:
            sitting.press(b"k")
            return shown.GIVING_WAY in sitting.screen.text

        assert sitting.until(gave_way)
        sitting.press(shown.QUIT)
        assert sitting.ended() == 0
