"""A writer that is killed leaves the old state or the new one, whole."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
KILLS = os.environ.get("SITROOM_KILLS", "40")
SEED = "20160812"


def run(*words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.file.writers", *words], cwd=PROJECT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_a_kill_at_any_moment_tears_nothing_and_loses_nothing_that_was_promised(path: Path) -> None:
    run("kill-at-random", str(path), SEED, KILLS)


def test_a_kill_at_any_line_of_the_code_tears_nothing(path: Path) -> None:
    run("kill-at-every-line", str(path))


def test_a_kill_at_any_moment_loses_nothing_of_what_waits_in_a_journal(path: Path) -> None:
    run("kill-with-journal", str(path), SEED, KILLS)


def test_a_kill_at_any_line_of_the_code_tears_no_journal(path: Path) -> None:
    run("kill-at-every-line-with-journal", str(path))
