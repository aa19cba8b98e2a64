"""Lets the program draw itself: `make docs`."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import fixtures
from store.refs import Ref
from store.situation import Situation
from tui.app import SitroomApp

SIZE = (120, 36)


class Picture(NamedTuple):
    """A screen to be drawn: which of what ships is opened, at which record, and what is pressed then."""

    name: str
    store: str
    at: Ref = ""
    keys: Sequence[str] = ()


PICTURES = (
    Picture("screen", "sirte"),
    Picture("accounts", "exercise", "location:alderport", ("c", "enter")),
    Picture("ties", "exercise", "faction:orange-movement", ("w",)),
)


async def draw(picture: Picture, folder: Path) -> None:
    """Save a screen as SVG."""
    situation = Situation.open(fixtures.store_at(picture.store), read_only=True)
    app = SitroomApp(situation, at=picture.at)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause()
        svg = app.export_screenshot(title="sitroom")
    (folder / f"{picture.name}.svg").write_text(svg, encoding="utf-8")


async def draw_all(folder: Path) -> None:
    """Save every picture of the pages."""
    for picture in PICTURES:
        await draw(picture, folder)


if __name__ == "__main__":
    asyncio.run(draw_all(Path(__file__).parent))
