"""Every command by its name."""

from textual.command import CommandPalette
from textual.widgets import OptionList

from store.situation import Situation
from tests.tui.driver import Reader, reading
from tui.commands.registry import COMMANDS


def offered(reader: Reader) -> list[str]:
    options = reader.app.screen.query_one(OptionList).options
    return [str(option.prompt) for option in options]


async def test_it_offers_what_is_not_mere_moving(town: Situation) -> None:
    async with reading(town, keys=["ctrl+p"]) as reader:
        wanted = [command for command in COMMANDS if command.group != "Move" and command.id != "palette"]
        await reader.until(lambda: len(offered(reader)) == len(wanted))
        for command, prompt in zip(wanted, offered(reader), strict=True):
            assert prompt.startswith(f"{command.title} ({command.key})")


async def test_a_command_is_found_by_its_name_and_run(town: Situation) -> None:
    async with reading(town, keys=["ctrl+p"]) as reader:
        await reader.until(lambda: bool(offered(reader)))
        await reader.press('"zoo')
        await reader.until(lambda: len(offered(reader)) == 1)
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.room)
        assert reader.room._zoomed


async def test_it_opens_over_a_dialog_only_to_do_what_can_be_done_there(town: Situation) -> None:
    async with reading(town, keys=["/", "ctrl+p"]) as reader:
        assert not isinstance(reader.app.screen, CommandPalette)
        assert reader.dialog.title_text == "Find"
