"""A picture of the screen is the same in every viewer: with its blanks, and in fonts that are there."""

from lxml import etree

import fixtures
from store.situation import Situation
from tui.app import SitroomApp

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


async def test_a_picture_keeps_its_blanks_and_asks_for_nothing_from_elsewhere() -> None:
    app = SitroomApp(Situation.open(fixtures.store_at("sirte"), read_only=True))
    async with app.run_test(size=(120, 36)):
        svg = app.export_screenshot()

    picture = etree.fromstring(svg.encode())
    assert picture.get(_SPACE) == "preserve"
    assert "@font-face" not in svg
    assert "url(http" not in svg
    assert "Islamic State in Libya" in "".join(picture.itertext()).replace("\N{NO-BREAK SPACE}", " ")
