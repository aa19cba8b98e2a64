"""A citation on its way to the reader's own clipboard."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.citing import cite
from store.situation import Situation
from tests.tui.driver import reading

CLASH = ["3", "down", "down"]


@pytest.fixture(autouse=True)
def outside_tmux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin as outside tmux."""
    monkeypatch.delenv("TMUX", raising=False)


async def test_the_citation_of_the_row_is_sent_and_no_more_is_claimed(town: Situation) -> None:
    async with reading(town, keys=[*CLASH, "y"]) as reader:
        (citation,) = town.citations("event:clash")
        assert reader.app.clipboard == cite(citation)
        assert "Report from the coast, The Gazette" in reader.app.clipboard
        assert reader.keys_line == "The citation was sent to the terminal, which may keep it in its clipboard."


async def test_what_has_no_citation_sends_nothing(town: Situation) -> None:
    async with reading(town, keys=["3", "down", "y"]) as reader:
        assert reader.app.clipboard == ""
        assert reader.keys_line == "No source is recorded for this: Y copies its text, ref or JSON."


async def test_without_a_tmux_to_run_it_is_only_sent(town: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/nowhere,1,0")
    monkeypatch.setenv("PATH", "/nowhere")
    async with reading(town, keys=[*CLASH, "y"]) as reader:
        assert reader.keys_line.startswith("The citation was sent to the terminal")


async def test_a_tmux_that_refuses_is_not_believed(town: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/nowhere/to/be/found,1,0")
    async with reading(town, keys=[*CLASH, "y"]) as reader:
        assert reader.keys_line.startswith("The citation was sent to the terminal")


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Start a tmux of its own, as if we were in it."""
    if shutil.which("tmux") is None:
        pytest.skip("no tmux here")
    socket = tmp_path / "tmux"
    environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    start = ["tmux", "-f", "/dev/null", "-S", str(socket), "new-session", "-d", "-s", "room", "cat"]
    subprocess.run(start, check=True, env=environment)
    monkeypatch.setenv("TMUX", f"{socket},1,0")
    yield socket
    subprocess.run(["tmux", "-S", str(socket), "kill-server"], check=True)


async def test_inside_tmux_its_buffer_holds_the_citation(town: Situation, tmux: Path) -> None:
    async with reading(town, keys=[*CLASH, "y"]) as reader:
        assert reader.keys_line == "The citation is in tmux's buffer, and was sent to the terminal."
        shown = subprocess.run(["tmux", "-S", str(tmux), "show-buffer"], capture_output=True, check=True)
        assert shown.stdout.decode() == reader.app.clipboard
