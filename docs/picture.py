"""Lets the program draw itself: `make docs`."""

import asyncio
import re
import sys
from pathlib import Path

import fixtures
from store.situation import Situation
from tui.app import SitroomApp

SIZE = (120, 36)
FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"


async def draw(target: Path) -> None:
    """Save the first screen of the shipped situation as SVG, in fonts that viewers have, none from the web."""
    app = SitroomApp(Situation.open(fixtures.SHIPPED, read_only=True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        svg = app.export_screenshot(title="sitroom")
    without_web_fonts = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    target.write_text(without_web_fonts.replace("Fira Code, monospace", FONTS), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
