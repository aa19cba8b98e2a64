"""The program as a guest has it: on a terminal far away, with nothing of this machine in reach."""

import sys
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

import tui.app
from store.refs import Ref
from store.situation import Situation
from tui.app import SitroomApp
from tui.commands.registry import BY_ID
from tui.palette import ThemeName
from tui.panes.index import IndexPane
from tui.screens.room import RoomScreen
from tui.serve.client import ClientTerminal
from tui.serve.driver import ChannelDriver
from tui.serve.line import Line
from tui.serve.picture import first_picture
from tui.serve.turns import Turns
from tui.wire.cells import Cells

if TYPE_CHECKING:
    from tui.screens.preferring import Preference

STAYS_INSIDE = frozenset(
    (
        *("pane_1", "pane_2", "pane_3", "pane_4", "pane_5", "next_pane", "previous_pane"),
        *("up", "down", "left", "right", "page_up", "page_down", "first", "last"),
        *("choose", "back", "forward", "out", "mark", "places"),
        *("sources", "conflicts", "ties", "holds", "changes", "frequencies", "news", "find", "zoom", "sort"),
        *("earlier", "later", "step", "brush", "closer", "further", "kinds"),
        *("filter", "as_of", "lens", "clear", "copy", "copy_else", "write", "bring_in", "palette", "help", "quit"),
    )
)
"""The commands that touch no file, start no program, and send nothing but to the guest's own terminal; a guest who
would write a file or bring one in is told why not. A new one is not served until it stands here."""

Noted = Callable[[str, Ref], None]
"""Told what a guest does, and with which record."""


class ServedRoom(RoomScreen):
    """The room, which tells what is followed and what is taken away, and knows only commands that stay in it."""

    def __init__(self, situation: Situation, noted: Noted, turns: Turns) -> None:
        super().__init__(situation)
        self._noted = noted
        self._turns = turns

    def on_index_pane_rested(self, message: IndexPane.Rested) -> None:
        """Narrow the other panes to what the cursor rests on, when it is this guest's turn."""
        message.prevent_default()
        self._turns.ask(self, partial(copy_context().run, self._let_follow))

    def _let_follow(self) -> None:
        """Let the panes follow, unless the guest has gone."""
        if self.is_running:
            self.rest()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no command be run that could reach out of the program."""
        if action in BY_ID and action not in STAYS_INSIDE:
            return False
        return super().check_action(action, parameters)

    def follow(self, ref: Ref) -> None:
        """Go to a record, and tell of it."""
        self._noted("follow", ref)
        super().follow(ref)

    def _take_up(self, asked: "Ref | Preference | None") -> None:
        """Do what a dialog asks for, and tell of what that has changed."""
        changed: list[frozenset[Ref]] = []
        deaf = self.view.situation.subscribe(changed.append)
        try:
            super()._take_up(asked)
        finally:
            deaf()
        for ref in sorted(frozenset[Ref]().union(*changed)):
            self._noted("change", ref)

    def action_copy(self) -> None:
        """Send the citation to the guest's own terminal, and tell of it."""
        self._noted("copy", self.statement())
        super().action_copy()

    async def action_copy_else(self) -> None:
        """Offer what else there is of the row, and tell of it."""
        self._noted("copy", self.statement())
        await super().action_copy_else()


class ServedApp(SitroomApp, inherit_bindings=False):
    """One guest's program; many share a process, an event loop and a situation."""

    # Nobody is stopped here for the sake of one guest.
    BINDINGS: ClassVar[list[BindingType]] = App.BINDINGS

    may_write = False
    """Guests have no files on this machine: none to export to, and none to copy a situation into."""
    CSS_PATH = str(Path(tui.app.__file__).with_name("styles") / "room.tcss")

    def __init__(
        self,
        situation: Situation,
        terminal: ClientTerminal,
        line: Line,
        noted: Noted,
        turns: Turns,
        theme: ThemeName = "dark",
    ) -> None:
        self._colours: ThemeName = theme if terminal.colours else "terminal"
        super().__init__(situation, theme=self._colours)
        self.driver_class = ChannelDriver
        self.terminal = terminal
        self.line = line
        self.failure: Exception | None = None
        """What ended it, if it failed."""
        self.came_up: Callable[[], None] = _nothing
        """Called when the guest has the room before them."""
        self._noted = noted
        self._turns = turns
        # Each program would put its own in place of the process's, and the first to end would take the others' away.
        self._capture_stdout: Any = sys.stdout
        self._capture_stderr: Any = sys.stderr

    @property
    def driver(self) -> ChannelDriver | None:
        """The driver, once there is one."""
        return self._driver if isinstance(self._driver, ChannelDriver) else None

    def get_default_screen(self) -> Screen[None]:
        """Begin in the room."""
        return ServedRoom(self.situation, self._noted, self._turns)

    # -- one process for many: nothing is collected, printed or drawn for one of them at the cost of the others

    def come_up(self) -> None:
        """Send what is drawn, and tell of it; the collector is the server's."""
        if self.driver is not None:
            self.driver.let_go()
        self.forget_drawn()  # before the next one comes up: what a process has taken it does not give back
        self.came_up()

    def first_picture(self) -> Cells | None:
        """Return what the guest may be shown before the program can draw it."""
        return first_picture(self.situation, self.terminal, self._colours)

    def forget_drawn(self) -> None:
        """Let go of the strips that the last frame was put together from: half of what a program takes.

        The wire knows what is shown; a line is drawn again when it changes.
        """
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget, with_self=True):
                widget._styles_cache.clear()

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    # -- nothing of this machine

    def save_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str:
        """Save nothing: it would be on this machine."""
        return ""

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """Save nothing: it would be on this machine."""
        return None


def _nothing() -> None:
    """Do nothing: nobody waits for the program."""
