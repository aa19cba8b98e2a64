"""What a guest's program can reach: every command is known to stay inside, and what Textual offers beside is off."""

import asyncio
from pathlib import Path

import asyncssh
import pytest

from tests.tui.serve.guests import Running, connected, until
from tests.tui.serve.test_terminals import app_of
from tui.commands.registry import BY_ID
from tui.serve.served import STAYS_INSIDE, ServedApp, ServedRoom

REACHES_OUT: frozenset[str] = frozenset()
"""Commands that guests do not have: whoever adds a command says of it here or in `STAYS_INSIDE` what it is."""


def test_of_every_command_somebody_has_said_whether_guests_have_it() -> None:
    assert set(BY_ID) == STAYS_INSIDE | REACHES_OUT
    assert not STAYS_INSIDE & REACHES_OUT


def test_textuals_own_keys_do_nothing_but_quit() -> None:
    bindings = ServedApp._merge_bindings().key_to_bindings.values()

    assert {binding.action for of_key in bindings for binding in of_key} <= {"quit", "help_quit"}


async def test_a_guests_program_opens_writes_and_suspends_nothing(
    served: Running, ann: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    async with connected(served, ann) as client:
        await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        await until(lambda: served.noted("screen") and app_of(served).is_running)
        app = app_of(served)
        assert isinstance(app, ServedApp)
        for action in ("screenshot", "suspend_process", "command_palette"):
            await app.run_action(action)
        assert app.save_screenshot() == ""
        assert app.deliver_screenshot() is None
        app.open_url("https://example.org")
        app.deliver_text(__file__)
        room = app.screen_stack[0]
        assert isinstance(room, ServedRoom)
        monkeypatch.setattr("tui.serve.served.STAYS_INSIDE", STAYS_INSIDE - {"zoom"})
        assert room.check_action("zoom", ()) is False
        assert room.check_action("find", ())
        assert not app.may_write
        for action, told in (("write", "Files would be written"), ("bring_in", "Files would be read")):
            said: list[str] = []
            monkeypatch.setattr(room, "say", said.append)
            await room.run_action(action)
            assert app.screen is room
            assert said[0].startswith(f"{told} on the machine that serves this: ")
        await asyncio.sleep(0)
    assert sorted(tmp_path.iterdir()) == before
