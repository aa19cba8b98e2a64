"""Whatever the size of the terminal, and however it changes between keys: every line fits and nothing breaks."""

import random

import pytest

from store.situation import Situation
from tests.tui.driver import reading
from tui.commands.registry import COMMANDS
from tui.panes.arrangement import NARROW, PANES, SMALLEST

EDGES = [(1, 1), (300, 100), (60, 15), (59, 15), (60, 14), (99, 30), (100, 15), (159, 20), (160, 40), (2, 60), (300, 1)]
KEYS = [key for command in COMMANDS if command.id != "quit" for key in command.keys]
TYPED = [*"sirte[/]ع ", "enter", "escape", "escape", "backspace", "down"]


@pytest.mark.parametrize("seed", range(2))
async def test_random_keys_at_random_sizes_break_nothing(shipped: Situation, seed: int) -> None:
    chance = random.Random(seed)
    async with reading(shipped, (chance.randint(1, 300), chance.randint(1, 100)), painting=True) as reader:
        for _ in range(12):
            for _ in range(chance.randint(1, 5)):
                reader.send(chance.choice(KEYS if chance.random() < 0.7 else TYPED))
            if chance.random() < 0.7:
                await reader.resize(
                    *(
                        chance.choice(EDGES)
                        if chance.random() < 0.4
                        else (chance.randint(1, 300), chance.randint(1, 100))
                    )
                )
            await reader.settle()
            reader.screen()


async def test_a_terminal_that_is_too_small_says_so_in_one_line(town: Situation) -> None:
    async with reading(town, (59, 15)) as reader:
        for width, height in ((59, 15), (60, 14), (40, 5), (300, 14)):
            await reader.resize(width, height)
            first, *rest = reader.screen()
            assert first.strip() == f"{width}x{height}: too small, sitroom needs 60x15"[:width]
            assert not "".join(rest).strip()
        await reader.resize(12, 1)
        assert reader.screen() == ["12x1: too s…"]


async def test_every_size_shows_the_panes_that_it_has_room_for(town: Situation) -> None:
    async with reading(town) as reader:
        for width, height in EDGES:
            await reader.resize(width, height)
            reader.screen()
            shown = reader.shown_panes()
            if width < SMALLEST[0] or height < SMALLEST[1]:
                assert shown == []
            elif width < NARROW:
                assert shown == ["index"]
                assert reader.screen()[1].startswith(" [1 Index]")
            else:
                assert shown == list(PANES)


async def test_a_dialog_fits_any_size(town: Situation) -> None:
    async with reading(town) as reader:
        for opened in ("?", "/", "t", "C", "F", "K", "H", "s", "I", "c", "w", "v", "Y", "o", "'", "m", "ctrl+p"):
            await reader.press(opened)
            for size in ((1, 1), (60, 15), (100, 9), (80, 24)):
                await reader.resize(*size)
                reader.screen()
            await reader.press("escape")
            assert reader.app.screen is reader.room


async def test_another_size_keeps_the_place_in_every_pane(shipped: Situation) -> None:
    async with reading(
        shipped, (120, 36), keys=["down", "down", "enter", "down", "3", "down", "down", "down"]
    ) as reader:
        before = [(reader.room.floor.pane(name).list.cursor, reader.room.floor.pane(name).row) for name in PANES]
        for size in ((80, 24), (1, 1), (300, 100), (59, 10), (120, 36)):
            await reader.resize(*size)
        after = [(reader.room.floor.pane(name).list.cursor, reader.room.floor.pane(name).row) for name in PANES]
        assert after == before
        assert reader.pane.name_ == "timeline"
