"""A reader at the screen, for tests: presses keys in the real program and looks at what it shows.

async with reading(situation, size=(80, 24)) as reader:
    await reader.press("down", "enter")
    assert reader.shows("militia")
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from typing import Any
from unittest.mock import patch

from rich.cells import cell_len
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from store.lens import EVERYTHING, Lens
from store.refs import Ref
from store.rows import Row
from store.situation import Situation
from tui.app import SitroomApp
from tui.commands.command import PaneId
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.panes import floor, index
from tui.panes.arrangement import PANES
from tui.panes.pane import Pane
from tui.screens.dialog import Dialog
from tui.screens.room import RoomScreen
from tui.state.session import Session
from tui.widgets.list_sight import MARKER
from tui.widgets.row_list import RowList

SMALL, WIDE = (80, 24), (120, 36)
SOON = 0.001
MOST_TURNS = 100_000
"""Turns of the event loop that the answer to a key may take."""
TURNS_OF_QUIET = 3
PATIENCE = 200
"""Moments that are waited for something which takes time of its own."""


class Reader:
    """Whoever sits at the keyboard."""

    def __init__(self, app: SitroomApp, pilot: "Pilot[None]") -> None:
        self.app = app
        self.pilot = pilot

    # -- what they do

    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names or as the characters themselves, each when the one before has been obeyed.

        What begins with a quotation mark and goes on is typed, as fast as somebody can.
        """
        for key in keys:
            for letter in key[1:] if key.startswith('"') and len(key) > 1 else [key]:
                self.send(letter)
            await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys all at once, as a slow link brings them."""
        for key in keys:
            self.send(key)
        await self.settle()

    def send(self, key: str) -> None:
        """Press a key and do not wait: a reader may be faster than the program."""
        name = _character_to_key(key) if len(key) == 1 else key
        character = key if len(key) == 1 else None
        self.app.post_message(events.Key(name, character))

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def click(self, widget: Widget, x: int = 2, y: int = 0) -> None:
        """Click into a widget."""
        await self.pilot.click(widget, offset=(x, y))
        await self.settle()

    async def wheel(self, widget: Widget, *, down: bool) -> None:
        """Turn the wheel over a widget."""
        made = events.MouseScrollDown if down else events.MouseScrollUp
        x, y = widget.region.offset
        widget.post_message(made(widget, x, y, 0, 0, 0, False, False, False))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        size = Size(width, height)
        assert self.app._driver is not None
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing in the program can go on by itself, and the Index's cursor has been taken for resting."""
        loop: Any = asyncio.get_running_loop()
        quiet = 0
        for _ in range(MOST_TURNS):
            await asyncio.sleep(0)
            if not self.app.is_running:
                return
            if loop._ready:
                quiet = 0
            elif self.room.waiting or self.room.floor.index.waits or self.room.floor.follows or self.app._resize_timer:
                await asyncio.sleep(SOON)
            elif quiet == TURNS_OF_QUIET:
                return
            else:
                self.app.screen._on_timer_update()
                quiet += 1
        raise AssertionError("the program does not come to rest")

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(PATIENCE):
            if condition():
                return
            await self.pilot.pause()
        raise AssertionError("it did not come to pass; the screen shows:\n" + "\n".join(self.screen()))

    # -- what they see

    def strips(self) -> list[Strip]:
        """Return the lines shown, as Textual would send them: dialogs with what is behind them."""
        token = visible_screen_stack.set(self.app._background_screens)
        try:
            return self.app.screen._compositor.render_strips(self.app.size)
        finally:
            visible_screen_stack.reset(token)

    def screen(self) -> list[str]:
        """Return the text shown, line by line: exactly as many lines, and cells in each, as the terminal has."""
        width, height = self.app.size
        strips = self.strips()
        assert len(strips) == height
        for strip in strips:
            cells = sum(cell_len(segment.text) for segment in strip)
            assert cells == width, f"{cells} cells of {width}: {strip.text!r}"
        return [strip.text for strip in strips]

    def shows(self, text: str) -> bool:
        """Tell whether a text is on the screen, on one line."""
        return any(text in line for line in self.screen())

    def part(self, widget: Widget) -> list[str]:
        """Return the lines of one widget."""
        x, y, width, height = widget.region
        return [strip.crop(x, x + width).text for strip in self.strips()[y : y + height]]

    def lines(self, pane: PaneId) -> list[str]:
        """Return the lines of a pane, its rule among them."""
        return self.part(self.room.floor.pane(pane))

    @property
    def keys_line(self) -> str:
        """The last line: keys, or what was just told."""
        return self.screen()[-1].strip()

    @property
    def context_line(self) -> str:
        """The first line: where one is, and through which lens."""
        return self.screen()[0].strip()

    def line_under_cursor(self) -> str:
        """Return the first line of the row under the active list's cursor, as it is shown."""
        return next(line for line in self.part(self.row_list) if line.startswith(MARKER)).strip(MARKER + " ")

    # -- where they are

    @property
    def room(self) -> RoomScreen:
        """The room."""
        room = self.app.screen_stack[0]
        assert isinstance(room, RoomScreen)
        return room

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return self.room.pane

    @property
    def dialog(self) -> Dialog[object]:
        """The dialog over the room."""
        assert isinstance(self.app.screen, Dialog)
        return self.app.screen

    @property
    def row_list(self) -> RowList:
        """The list that keys go to."""
        return self.app.screen.list if isinstance(self.app.screen, Dialog) else self.pane.list

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        row = self.pane.row
        assert row is not None
        return row

    @property
    def subject(self) -> Ref:
        """The record that the Profile shows."""
        return self.room.view.subject

    @property
    def lens(self) -> Lens:
        """What the panes are narrowed to."""
        return self.room.view.lens

    def shown_panes(self) -> list[PaneId]:
        """Return the panes that there is room for."""
        return [name for name in PANES if self.room.floor.pane(name).region]


def _unpainted(compositor: Compositor, **_: object) -> None:
    compositor._dirty_regions.clear()


@asynccontextmanager
async def reading(
    situation: Situation,
    size: tuple[int, int] = SMALL,
    *,
    at: Ref = "",
    lens: Lens = EVERYTHING,
    session: Session | None = None,
    resume: bool = True,
    keys: Sequence[str] = (),
    keymap: Keymap = AS_THEY_COME,
    painting: bool = False,
) -> AsyncIterator[Reader]:
    """Open the program on a situation and press some keys; a cursor that stands in the Index rests at once.

    Without `painting` nothing is drawn but what the reader looks at, which takes half the time.
    """
    app = SitroomApp(situation, at=at, lens=lens, session=session, resume=resume, keymap=keymap)
    unpainted = nullcontext() if painting else patch.object(Compositor, "render_update", _unpainted)
    with patch.object(index, "REST", SOON), patch.object(floor, "BREATH", SOON), unpainted:
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            await reader.settle()
            await reader.press(*keys)
            yield reader
