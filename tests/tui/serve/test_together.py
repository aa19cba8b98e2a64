"""One situation, and several who are in it: what an editor changes, and what becomes of the file beside the server."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.situations import faction, small, write
from tests.tui.serve.guests import Guest, Keys, guest, needs_ssh, running, until
from tests.tui.serve.test_terminals import app_of

pytestmark = needs_ssh
WIDE = (120, 36)


async def to_the_accounts(somebody: Guest) -> None:
    """Open the accounts of who holds the town."""
    await somebody.shows("The Reds")
    somebody.press(b"c")
    await somebody.shows("The Blues ≠ The Reds")
    somebody.press(b"j\r")
    await somebody.shows("since July 2016")


async def test_what_an_editor_prefers_a_reader_sees_at_once_and_it_stays(tmp_path: Path, keys: Keys) -> None:
    ann, bob = keys.make("ann"), keys.make("bob", 'environment="SITROOM_ROLE=editor"')
    path = small(tmp_path / "s.json")
    async with (
        running(Situation.open(path), keys) as served,
        guest(served, ann, size=WIDE) as reader,
        guest(served, bob, size=WIDE) as editor,
    ):
        await to_the_accounts(reader)
        reader.press(b"\r")
        await reader.shows("━2 Profile")
        assert "two witnesses" not in reader.screen.text
        await to_the_accounts(editor)
        editor.press(b"p")
        await editor.shows("Prefer this account")
        editor.press(b"two witnesses\r")
        await editor.shows("Preferred: The Blues controls")
        await reader.shows("two witnesses")
        await editor.leave()
        await reader.leave()
        assert [line["record"] for line in served.noted("action") if line["action"] == "change"] == ["claim:blues-hold"]
    assert Situation.open(path).document("claim:blues-hold")["rank"] == "preferred"


async def test_a_reader_changes_nothing_and_is_told_who_does(tmp_path: Path, keys: Keys) -> None:
    ann = keys.make("ann")
    path = small(tmp_path / "s.json")
    before = path.read_bytes()
    async with running(Situation.open(path), keys) as served, guest(served, ann, size=WIDE) as reader:
        await to_the_accounts(reader)
        reader.press(b"p")
        await reader.shows("Prefer this account")
        reader.press(b"I say so\r")
        await reader.shows("Only editors change this situation")
        await reader.leave()
    assert path.read_bytes() == before


async def test_what_is_done_to_the_file_beside_the_server_is_shown(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.state.watching.EVERY", 0.05)
    ann = keys.make("ann")
    path = small(tmp_path / "s.json")
    async with running(Situation.open(path), keys) as served, guest(served, ann, size=WIDE) as reader:
        await reader.shows("The Reds")
        reader.press(b"\r")
        await reader.shows("━2 Profile")
        path.unlink()
        await until(lambda: served.noted("trouble"))
        write(path, faction("greys", "The Greys"))
        await reader.shows("The Greys")
        await reader.hides("The Reds")
        assert app_of(served).situation.title == "A situation"
        await reader.leave()
        assert len(served.noted("trouble")) == 1
        assert served.noted("store changed")
