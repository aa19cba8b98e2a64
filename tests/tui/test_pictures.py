"""What the shipped situation looks like, to the letter. After a change that is meant: SITROOM_SNAPSHOTS=write."""

import pytest

from store.situation import Situation
from tests.tui.driver import reading
from tests.tui.pictures import difference

SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "first-80x24": ((80, 24), []),
    "first-120x36": ((120, 36), []),
    "first-200x60": ((200, 60), []),
    "profile-80x24": ((80, 24), ["enter", "end"]),
    "sources-80x24": ((80, 24), ["3", "down", "s"]),
    "find-120x36": ((120, 36), ["/", '"misrata']),
    "help-120x36": ((120, 36), ["3", "?"]),
    "as-of-80x24": ((80, 24), ["t", '"early 2016']),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was_kept(shipped: Situation, name: str) -> None:
    size, keys = SCREENS[name]
    async with reading(shipped, size, keys=keys) as reader:
        differs = difference(name, reader.screen())
        assert not differs, differs
