"""Keys that a person has given to commands: in the room, in the lists over it, and in what either says of them."""

import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from store.situation import Situation
from tests.situations import faction, write
from tests.tui.driver import WIDE, reading
from tui.commands.clash import clashes
from tui.commands.command import written
from tui.commands.keymap import Keymap
from tui.commands.keyname import NotKey, named
from tui.commands.registry import WITH_KEYS
from tui.screens.dialog import Dialog

OTHERS = Keymap(
    {
        "down": ("n",),
        "sources": ("ctrl+o",),
        "conflicts": ("e", "f5"),
        "back": ("u",),
        "clear": ("X",),
        "out": ("escape", "O"),
        "mark": ("M",),
        "prefer": ("P",),
        "find": ("comma",),
    }
)


@pytest.mark.parametrize("sign", [*string.punctuation, *string.ascii_letters, *string.digits])
def test_every_sign_is_named_as_textual_does_and_written_as_itself(sign: str) -> None:
    assert named(sign) == _character_to_key(sign)
    assert written(named(sign)) == sign


@pytest.mark.parametrize("command", WITH_KEYS.values(), ids=lambda command: command.id)
def test_every_key_that_is_there_can_be_written_as_it_is_told(command: object) -> None:
    for key in command.keys:  # type: ignore[attr-defined]
        assert named(written(key)) == named(key) == key


def test_keys_that_a_terminal_does_not_send_or_that_are_kept_are_refused() -> None:
    for text in ("", "ctrl+", "ctrl+i", "ctrl+c", "nosuch", "ab", "\x1b", "é\u0301", "hyper+a"):
        with pytest.raises(NotKey):
            named(text)
    assert (named("esc"), named("PgDn"), named(" ctrl+b ")) == ("escape", "pagedown", "ctrl+b")
    assert named("é") == "é"


def test_nobodys_keys_clash() -> None:
    assert list(clashes(Keymap())) == list(clashes(OTHERS)) == []
    clash = next(iter(clashes(Keymap({"zoom": ("c",)}))))
    assert (clash.key, {clash.one, clash.other}) == ("c", {"zoom", "conflicts"})


async def test_a_command_is_done_by_its_new_keys_and_no_more_by_its_old(town: Situation) -> None:
    async with reading(town, WIDE, keymap=OTHERS, keys=["n"]) as reader:
        assert reader.pane.list.cursor == 1
        await reader.press("j")
        assert reader.pane.list.cursor == 1
        await reader.press("f5")
        assert reader.dialog.title_text == "Conflicts"


async def test_in_a_list_over_the_room_the_same_keys_do_the_same(town: Situation) -> None:
    async with reading(town, WIDE, keymap=OTHERS, keys=["e", "n", "enter"]) as reader:
        assert reader.dialog.title_text == "Accounts"
        await reader.press("ctrl+o")
        assert reader.dialog.title_text == "Sources"
        await reader.press("ctrl+o", "p")
        assert reader.dialog.title_text == "Accounts"
        await reader.press("P")
        assert reader.dialog.title_text == "Prefer this account"
        await reader.press("escape", "e", "escape")
        assert reader.app.screen is reader.room


async def test_arrows_enter_and_escape_do_their_work_in_every_list_whatever_is_bound(town: Situation) -> None:
    moved = Keymap({"down": ("n",), "choose": ("ctrl+o",), "out": ("O",), "up": ("i",)})
    async with reading(town, WIDE, keymap=moved, keys=["c", "down", "enter", "up", "escape", "escape"]) as reader:
        assert reader.app.screen is reader.room


async def test_what_is_told_of_keys_is_told_of_those_that_are_bound(town: Situation) -> None:
    async with reading(town, (200, 50), keymap=OTHERS) as reader:
        assert " ctrl+o source " in reader.keys_line
        assert " s source " not in reader.keys_line
        await reader.press("e", "enter")
        assert "P prefer · ctrl+o source" in reader.screen()[reader.dialog.query_one("#dialog").region.bottom - 1]
        await reader.press("escape", "escape", "?")
        text = "\n".join(reader.part(reader.dialog.list))
        assert "n                 Down by a row" in text
        await reader.press("escape", "M", "a")
        assert reader.keys_line == "Marked with a: ' and a come back here."


async def test_an_empty_list_names_the_key_that_is_bound(tmp_path: Path) -> None:
    situation = Situation.open(write(tmp_path / "s.json", faction("reds")))
    async with reading(situation, WIDE, keymap=OTHERS) as reader:
        assert "No record with a time here: X shows all there are." in " ".join(
            " ".join(reader.lines("timeline")).split()
        )
        assert reader.shows("No place on this map: X shows all.")


def test_every_letter_of_every_list_goes_where_that_of_the_room_goes() -> None:
    fixed = {binding.key for binding in Dialog.BINDINGS}  # type: ignore[union-attr]
    for dialog in _dialogs(Dialog):
        for binding in dialog.BINDINGS:
            assert binding.id or binding.key in fixed, (dialog, binding)  # type: ignore[union-attr]


def _dialogs(dialog: type[Dialog[object]]) -> list[type[Dialog[object]]]:
    below = dialog.__subclasses__()
    return [*below, *(further for each in below for further in _dialogs(each))]
