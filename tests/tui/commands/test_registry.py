"""One registry of commands behind keys, line of keys, palette and help."""

from collections import Counter

import pytest

from store.situation import Situation
from tests.tui.driver import WIDE, Reader, reading
from tui.commands.command import written
from tui.commands.registry import BY_ID, COMMANDS, FOOTER
from tui.panes.arrangement import PANES
from tui.screens.lines import keys_line
from tui.screens.room import RoomScreen
from tui.widgets.runs import width_of


def test_no_two_commands_share_a_key() -> None:
    shared = [key for key, times in Counter(key for command in COMMANDS for key in command.keys).items() if times > 1]
    assert not shared
    assert len(BY_ID) == len(COMMANDS)


def test_no_command_needs_a_key_that_tmux_or_a_terminal_keeps_to_itself() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert not key.startswith(("alt+", "ctrl+shift+", "super+")), command
            assert key not in ("ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+s", "ctrl+q", "ctrl+z"), command


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_done_by_the_room_and_says_what_it_does(command: object) -> None:
    done = BY_ID[command.id]  # type: ignore[attr-defined]
    assert callable(getattr(RoomScreen, f"action_{done.id}"))
    assert done.help.endswith(".")
    assert len(done.title) <= 13


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("width", [58, 78, 98, 118, 198])
def test_the_line_of_keys_has_room_and_always_ends_in_help(pane: object, width: int) -> None:
    line = keys_line(pane, width)  # type: ignore[arg-type]
    assert width_of(line) <= width + 2
    assert [run.text.strip() for run in line[-2:]] == ["?", "help"]


async def test_every_key_in_the_line_of_keys_serves_the_pane(town: Situation) -> None:
    async with reading(town, (200, 30)) as reader:
        for number, pane in enumerate(PANES, start=1):
            await reader.press(str(number))
            for command in FOOTER:
                told = f" {command.key} {command.title} " in f" {reader.keys_line} "
                assert told == command.serves(pane), (command.id, pane)


async def help_of(reader: Reader) -> str:
    """Open help and read all of it, page by page."""
    await reader.press("?")
    rows = reader.dialog.list
    listing = rows.listing
    return "\n".join("".join(run.text for run in listing.line(y, rows.size.width)[0]) for y in range(listing.height))


async def test_help_lists_exactly_the_commands_that_serve_the_pane(town: Situation) -> None:
    async with reading(town, WIDE) as reader:
        for number, pane in enumerate(PANES, start=1):
            await reader.press(str(number))
            text = " ".join((await help_of(reader)).split())
            assert pane.capitalize() in text
            for command in COMMANDS:
                assert (command.help in text) == command.serves(pane), (command.id, pane)
                assert not command.serves(pane) or all(written(key) in text for key in command.keys)
            await reader.press("?")
            assert reader.app.screen is reader.room


async def test_help_can_be_read_to_its_end_on_a_small_screen(town: Situation) -> None:
    async with reading(town, (60, 15), keys=["?"]) as reader:
        await reader.press(*["j"] * len(COMMANDS))
        assert reader.shows("Leave.")


async def test_a_key_can_be_given_to_another_command(town: Situation) -> None:
    async with reading(town) as reader:
        reader.app.set_keymap({"zoom": "w"})
        await reader.press("?", "escape", "w")
        assert reader.room._zoomed
