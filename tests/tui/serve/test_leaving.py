"""Every way in which a visit ends: told in one line, noted with its reason, and nobody else's business."""

import asyncio
import gc
import os
import select
import signal
import subprocess
import sys
import tty
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from store.situation import Situation
from tests.tui.cli.running import PROGRAM, environment
from tests.tui.serve.guests import FIRST_ROW, PATIENCE, Keys, Running, guest, needs_ssh, running, until
from tests.tui.serve.test_terminals import app_of
from tui.screens.room import RoomScreen
from tui.serve.host_key import host_key
from tui.serve.limits import Limits

pytestmark = needs_ssh


async def test_who_does_nothing_for_long_is_warned_and_then_sent_away(shipped: Situation, keys: Keys) -> None:
    ann = keys.make("ann")
    async with running(shipped, keys, Limits(idle=60, warning=59.5)) as served:
        async with guest(served, ann) as reader:
            await reader.shows("Nothing was heard of you: this session ends in 5")
            [seat] = served.server.house.seats.values()
            assert seat._visit is not None
            seat._visit._heard_at -= 60.0  # a minute later
            seat._visit._look_at_clock()
            await reader.says(b"nothing was heard of you for a while")
            assert await reader.ended() == 0
            assert reader.was_given_back
        await served.emptied()
        assert served.noted("logout")[0]["reason"] == "idle"


async def test_an_answer_of_the_terminal_is_no_sign_of_life_but_a_key_is(shipped: Situation, keys: Keys) -> None:
    ann = keys.make("ann")
    async with running(shipped, keys, Limits(idle=60, warning=1)) as served, guest(served, ann) as reader:
        await reader.shows(FIRST_ROW)
        [seat] = served.server.house.seats.values()
        visit = seat._visit
        assert visit is not None
        await until(lambda: visit._clock)
        begun = visit._heard_at
        reader.press(b"\x1b[0n")
        heard = seat._login.connection.heard
        await until(lambda: seat._login.connection.heard > heard)
        assert visit._heard_at == begun
        reader.press(b"j")
        await until(lambda: visit._heard_at > begun)
        await reader.leave()


async def test_no_answer_is_left_for_the_shell(served: Running, ann: Path) -> None:
    async with guest(served, ann) as reader:
        await reader.shows(FIRST_ROW)
        shells = os.open(f"/proc/{reader.process.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
        try:
            reader.late = 0.5
            await until(lambda: not reader.owes)
            for waited in range(1, 4):
                reader.press(b"j")
                await until(lambda: reader.owes >= waited)  # noqa: B023
            await reader.leave()
            assert not reader.owes
            tty.setraw(shells)
            assert not select.select([shells], [], [], 0)[0]
        finally:
            os.close(shells)


async def test_a_program_that_fails_ends_its_own_session_alone(
    served: Running, ann: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(room: RoomScreen) -> None:
        raise ZeroDivisionError("no such pane \x1b[31m")

    async with guest(served, ann) as unlucky, guest(served, ann) as bystander:
        await unlucky.shows(FIRST_ROW)
        await bystander.shows(FIRST_ROW)
        with monkeypatch.context() as broken:
            broken.setattr(RoomScreen, "action_zoom", fail)
            unlucky.press(b"z")
            await unlucky.says(b"sitroom: this session has failed; the server has noted why.")
            assert await unlucky.ended() == 1
        assert unlucky.was_given_back
        assert unlucky.said.count(b"ZeroDivision") == 0
        bystander.press(b"z")
        await bystander.leave()
    await served.emptied()
    [failure] = served.noted("failure")
    assert "ZeroDivisionError" in failure["error"]
    assert "action_zoom" in failure["trace"] or "in fail" in failure["trace"]
    assert {line["reason"] for line in served.noted("logout")} == {"failed", "quit"}
    served.log.truncate(0)  # it was meant to fail


async def test_a_program_that_cannot_begin_says_so_too(
    served: Running, ann: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(room: RoomScreen) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(RoomScreen, "on_mount", fail)
        async with guest(served, ann) as unlucky:
            await unlucky.says(b"this session has failed")
            assert await unlucky.ended() == 1
    await served.emptied()
    assert served.noted("failure")
    served.log.truncate(0)  # it was meant to fail


async def test_many_visits_leave_neither_programs_nor_listeners_behind(served: Running, ann: Path) -> None:
    programs = []
    for _ in range(3):
        async with guest(served, ann) as reader:
            await reader.shows(FIRST_ROW)
            programs.append(weakref.ref(app_of(served)))
            reader.press(b"jj?\x1b[27u")  # keys of both kinds: as they always were, and as kitty tells them
            await reader.shows(FIRST_ROW)
            await reader.leave()
        await served.emptied()
    # What still holds one is a timer that ends within seconds, as that of an answer which was waited for.
    await until(lambda: gc.collect() >= 0 and not any(program() for program in programs), "a program is still held")
    assert not served.server.house._situations["reader"]._listeners
    assert sys.stdout is not None
    assert "textual" not in type(sys.stdout).__module__


# -- the command itself


@asynccontextmanager
async def started(keys: Keys, *words: str, **changed: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, Running]]:
    """Start `sitroom serve` as people do."""
    log = keys.folder / "log"
    process = await asyncio.create_subprocess_exec(
        *PROGRAM, "serve", "--port", "0", "--keys", str(keys.allowed), "--host-key", str(keys.folder / "host_key"),
        "--log", str(log), *words,
        env=environment(**changed), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        told = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        assert told.startswith("Sirte 2016: ssh -p ")
        yield process, Running(None, int(told.split()[4]), keys, None)  # type: ignore[arg-type]  # it is another process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_server_that_stops_tells_everybody_and_is_gone(keys: Keys, number: signal.Signals) -> None:
    ann = keys.make("ann")
    async with started(keys) as (process, served), guest(served, ann) as reader, guest(served, ann) as other:
        await reader.shows(FIRST_ROW)
        await other.shows(FIRST_ROW)
        os.kill(other.process.pid, signal.SIGSTOP)  # one that does not read any more
        process.send_signal(number)
        await reader.says(b"sitroom: the server is stopping.")
        assert await reader.ended() == 0
        assert reader.was_given_back
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
        os.kill(other.process.pid, signal.SIGCONT)
    log = (keys.folder / "log").read_text()
    assert log.count('"reason": "stopping"') == 2
    assert '"event": "stop"' in log.splitlines()[-1]
    assert host_key(keys.folder / "host_key")


async def test_copying_goes_to_the_guests_terminal_and_to_no_program_here(keys: Keys, tmp_path: Path) -> None:
    ann = keys.make("ann")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("tmux", "vi", "less", "xdg-open", "sensible-editor", "sensible-pager"):
        (programs / name).write_text(f"#!/bin/sh\ntouch {tmp_path / 'was-run'}\n")
        (programs / name).chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    here = {"PATH": path, "TMUX": "/tmp/x,1,0", "EDITOR": "vi", "PAGER": "less", "TEXTUAL": "debug"}
    async with started(keys, **here) as (_, served), guest(served, ann, size=(120, 36)) as reader:
        await reader.shows(FIRST_ROW)
        reader.press(b"2jjy")
        await reader.says(b"\x1b]52;c;")
        await reader.shows("was sent to the terminal")
        reader.press(b"\x1a")  # ctrl+z: nothing stops
        reader.press(b"?")
        await reader.shows("In the Profile pane")
        reader.press(b"\x1b")
        await reader.hides("In the Profile pane")
        await reader.leave()
    assert not (tmp_path / "was-run").exists()
    assert not (Path.cwd() / "keys.log").exists()
    assert '"action": "copy"' in (keys.folder / "log").read_text()
