"""The program on a screen: one situation in one room."""

import gc
import os
from contextlib import suppress
from typing import ClassVar, Literal

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.types import AnimationLevel

from store.errors import StoreError
from store.lens import EVERYTHING, Lens
from store.refs import Ref
from store.situation import Situation
from tui.commands.bindings import as_textual_has_it
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.commands.palette import RoomCommands
from tui.first.kept import KeptPicture
from tui.first.picture import kept_picture
from tui.palette import ThemeName
from tui.screens.room import RoomScreen
from tui.screens.situated import SituatedScreen
from tui.state.look import look_at
from tui.state.session import Session
from tui.state.session_file import SessionFile, session_of
from tui.state.views import Views
from tui.state.watching import watch
from tui.stylesheet import SharedStylesheet
from tui.theme import THEMES
from tui.widgets.typed_line import TakesLate, TypedLine
from tui.wire.begun import Begun
from tui.wire.local import LocalDriver, over

FAILED = 2
"""The exit code of what cannot be read."""


class SitroomApp(App[None]):
    """Opens the room on a situation, in a theme."""

    TITLE = "sitroom"
    CSS_PATH = "styles/room.tcss"
    COMMANDS: ClassVar = {RoomCommands}
    # The room opens the palette itself: Textual's own key would do so over a dialog too, where no command of it works.
    ENABLE_COMMAND_PALETTE = False
    # Commands are those of the registry. Wherever one is, ctrl+q quits, as in all of Textual's programs, and ctrl+z
    # stops, as in all of a shell's.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]
    may_write = True
    """Whether the reader may write files of their own: not where they are a guest of somebody's machine."""

    def __init__(
        self,
        situation: Situation,
        *,
        at: Ref = "",
        lens: Lens = EVERYTHING,
        theme: ThemeName = "dark",
        wire: Literal["lean", "stock"] = "lean",
        session: Session | None = None,
        resume: bool = True,
        kept_in: SessionFile | None = None,
        begun: Begun | None = None,
        keymap: Keymap = AS_THEY_COME,
    ) -> None:
        """`session` is what the reader left, in place of `at` and `lens` if they `resume` it.

        `kept_in` keeps what they will leave. `begun` is a picture that the terminal shows
        already; `keymap` has the keys that the reader gave commands.
        """
        # NO_COLOR is decided while an App is made: only with the terminal's own colours does it then send none at all.
        colourless = "NO_COLOR" in os.environ
        driver = None if wire == "stock" else over(begun) if begun else LocalDriver
        super().__init__(driver_class=driver, ansi_color=True if colourless else None)
        self.animation_level: AnimationLevel = "none"
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = THEMES["terminal" if colourless else theme].name
        self.stylesheet = SharedStylesheet(variables=self.get_css_variables())
        self.trouble: StoreError | None = None
        """What failed under the reader, if anything did."""
        self.keymap = keymap
        self.set_keymap(as_textual_has_it(keymap))
        self.situation = situation
        self._at = at
        self._lens = lens
        self._session = session
        self._resume = resume
        self._kept_in = kept_in
        self._theme_name: ThemeName = theme
        self._pictured = Size(begun.cells.width, begun.cells.height) if begun else None
        self._unreadable = ""
        """Why the file could not be read when it was last looked at."""

    @property
    def key_waits(self) -> bool:
        """Whether a key has been pressed that nothing here has seen yet; of a guest's keys nobody hears so early."""
        return isinstance(self._driver, LocalDriver) and self._driver.key_waits

    def on_situated_screen_moved(self, message: SituatedScreen.Moved) -> None:
        """Keep the reader's place with the situation that they are in now."""
        self.situation = message.situation
        message.situation.views = Views(message.situation.path)
        if self._kept_in is not None:
            self._kept_in = session_of(message.situation.path)

    def keep(self) -> None:
        """Keep the reader's place for the next time."""
        session = self._left()
        if session is not None and self._kept_in is not None:
            self._kept_in.save(session._replace(look=look_at(self.situation) or session.look))

    def _left(self) -> Session | None:
        room = self.screen_stack[0] if self.screen_stack else None
        return room.session if isinstance(room, RoomScreen) else None

    def _keep_picture(self) -> None:
        """Keep how that place looks."""
        session = self._left()
        if session is None or self._kept_in is None or self._pictured is None:
            return
        with suppress(OSError, StoreError):
            picture = kept_picture(self.situation, session, self._theme_name, self.keymap)
            KeptPicture(self.situation.path, self._theme_name, self.keymap).save(picture)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, as a key or a signal asks, and keep the place first."""
        self.keep()
        self._keep_picture()
        super().exit(result, return_code, message)

    def action_suspend_process(self) -> None:
        """Stop, and give the terminal to the shell; say so where there is none."""
        if self._driver is None or not self._driver.can_suspend:
            return
        if os.getpgrp() == os.getsid(0):
            self.say("No shell has started this that could bring it back: it is not stopped.")
            return
        super().action_suspend_process()

    def _handle_exception(self, error: Exception) -> None:
        """Leave in order when the store or its index fails under the reader, and let that be told in one line.

        All else is a fault of ours, of which Textual shows the trace.
        """
        if isinstance(error, StoreError):
            self.trouble = self.trouble or error
            self.exit(return_code=FAILED)
        else:
            super()._handle_exception(error)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return the screen as SVG."""
        from tui.screenshot import portable

        return portable(super().export_screenshot(title=title, simplify=simplify))

    def on_key(self, event: events.Key) -> None:
        """Take back what was told, as the reader goes on; pass on what was typed ahead of a line or of a dialog."""
        line, screen = self.focused, self.screen
        if isinstance(screen, RoomScreen):
            screen.say("")
        if isinstance(line, TypedLine):
            taken = line.passed(event)
        else:
            taken = isinstance(screen, TakesLate) and screen.take_late(event)
        if taken:
            event.prevent_default()

    def get_default_screen(self) -> Screen[None]:
        """Begin in the room."""
        room = RoomScreen(self.situation, self._at, self._lens, self._session, resume=self._resume)
        room.pictured = self._pictured
        return room

    def on_mount(self) -> None:
        """Come up when the room has been drawn, if the terminal does not show it yet."""
        if self._pictured is None:
            self.screen.call_after_refresh(self.come_up)

    def on_pictured_laid_out(self) -> None:
        """Come up where the terminal shows the room already."""
        self.come_up()

    def come_up(self) -> None:
        """Send what is drawn, heed what is typed, and leave to the collector only what comes from now on."""
        # What start-up made stays: the collector need not walk it again and again under the reader's keys. Nor does it
        # now, to find little: that takes as long as a first picture.
        gc.freeze()
        gc.enable()
        if isinstance(self._driver, LocalDriver):
            self._driver.let_go()
        self.run_worker(watch(lambda: self.situation, self._caught_up, self._lost_sight))

    def _caught_up(self) -> None:
        self._unreadable = ""
        self.say("Somebody else has changed this situation: it is shown as it is now.")

    def _lost_sight(self, error: StoreError) -> None:
        """Tell once why the file cannot be followed; what was in it stays on the screen."""
        if str(error) != self._unreadable:
            self._unreadable = str(error)
            self.say(f"What is shown is as it was: {error}")

    def say(self, text: str) -> None:
        """Tell the reader something in the room's line of keys."""
        room = self.screen_stack[0] if self.is_running and self.screen_stack else None
        if isinstance(room, RoomScreen):
            room.say(text)
