"""The real program drawing for two terminals at once: one gets what Textual writes, the other what the wire sends."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from unittest.mock import patch

from textual.drivers import headless_driver
from textual.drivers.headless_driver import HeadlessDriver

from store.situation import Situation
from tests.tui.driver import Reader, reading
from tests.tui.wire.link import Link


class Drawing(HeadlessDriver):
    """A driver of tests that is written to as one of a terminal is."""

    written: list[tuple[tuple[int, int], str]]

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  (as Textual makes it)
        super().__init__(*args, **options)
        self.written = []

    @property
    def is_headless(self) -> bool:
        """Whether nothing is drawn: it is."""
        return False

    def write(self, data: str) -> None:
        """Keep what is written, with the size of the screen that it is for."""
        width, height = self._app.size
        self.written.append(((width, height), data))

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing."""


class Recorder:
    """Somebody who reads, and all that was drawn for them."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._taken = 0

    def drawn(self) -> Sequence[tuple[tuple[int, int], str]]:
        """Return what has been written since the last time."""
        driver = self.reader.app._driver
        assert isinstance(driver, Drawing)
        new = driver.written[self._taken :]
        self._taken = len(driver.written)
        return new


@asynccontextmanager
async def recording(situation: Situation, size: tuple[int, int], colours: str = "") -> AsyncIterator[Recorder]:
    """Open the program on a situation and keep what it draws; `colours` is what COLORTERM says of them."""
    environment = {"TERM": "xterm-256color", "COLORTERM": colours}
    with patch.object(headless_driver, "HeadlessDriver", Drawing), patch.dict(os.environ, environment):
        async with reading(situation, size, painting=True) as reader:
            yield Recorder(reader)


def pass_on(link: Link, size: tuple[int, int], text: str) -> None:
    """Give a wire what was drawn, as a driver does."""
    if link.wire.size != size:
        link.wire.resize(*size)
    link.wire.read(text)
