"""Keys that come at once, as a slow link brings them, end where the same keys end that come one by one."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.tui.driver import SMALL, WIDE, reading
from tests.tui.wire.awkward import AGREED, write_awkward
from tui.app import SitroomApp
from tui.state.session import Session

TYPED = (
    # What a key does has to be done before the key behind it,
    ("enter", "backspace", "pagedown"),
    ("enter", "3", "pagedown"),
    ("2", "enter", "down", "up", "3"),
    # and a pane has to stand where it is to stand, with the rows that it is to have, before a key goes to it.
    ("3", "pagedown"),
    ("4", "pagedown"),
    ("3", "z", "pagedown", "z"),
    ("b", "left", "b", "right", "enter"),
    ("3", "1", "b", "left", "enter"),
    # The panes follow the Index's cursor when it rests, or when one goes on to something else,
    ("down", "enter", "backspace"),
    ("down", "backspace", "]"),
    ("down", "3", "pagedown"),
    ("down", "2", "enter"),
    ("right", "3", "enter"),
    ("down", "x"),
    ("down", "+"),
    ("down", "v"),
    ("down", "F"),
    # and the day that is looked from likewise.
    ("<", "3", "pagedown"),
    ("<", "down", "2", "enter"),
    ("pagedown", "down", "<", "3", "tab"),
    # What is told of a key is taken back by the next.
    ("backspace", "3"),
    ("3", "backspace"),
    # A dialog gets the letters that are typed behind the key that opens it.
    ("m", "a", "down", "'", "a"),
    ("m", "a", "'", "b", "a"),
    ("'", "1"),
)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
@pytest.mark.parametrize("keys", TYPED, ids="-".join)
async def test_keys_typed_ahead_end_where_they_would_have(
    tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    situation = Situation.open(write_awkward(tmp_path / "many.json", *AGREED))
    async with reading(situation, size) as reader:
        await reader.press(*keys)
        one_by_one = reader.screen()
    async with reading(situation, size) as reader:
        await reader.rush(*keys)
        assert reader.screen() == one_by_one


async def test_who_leaves_at_once_comes_back_to_what_the_cursor_had_come_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Session | None] = []
    monkeypatch.setattr(SitroomApp, "keep", lambda app: left.append(app._left()))
    situation = Situation.open(write_awkward(tmp_path / "many.json", *AGREED))
    async with reading(situation) as reader:
        second = reader.room.floor.index.rows(2)[0][1].target
        await reader.rush("down", "q")
    assert [session.here.subject for session in left if session] == [second]
