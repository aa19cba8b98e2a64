"""The driver of a terminal at the other end of an SSH channel: the wire, and Textual's own parser for the keys."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from threading import get_ident
from typing import Any, BinaryIO, Protocol, TextIO

from textual import events, messages
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from tui.serve.client import ClientTerminal
from tui.serve.inlet import Inlet
from tui.serve.line import Line
from tui.serve.rest import Rest
from tui.wire.cells import Cells
from tui.wire.difference import whole
from tui.wire.sizing import follow
from tui.wire.terminals import bearable
from tui.wire.wire import Wire

LAST_ANSWER = 3.0
"""Seconds for which answers are waited for at the end, at most: the client's shell would take them for keys."""
_REST = 10.0
"""Seconds without a frame after which the program lets go of what it drew the last from."""
_MOUSE = (1000, 1003, 1015, 1006)
_BEGIN = "".join(
    (
        "\x1b[?1049h",  # a screen of its own
        *(f"\x1b[?{mode}h" for mode in _MOUSE),
        "\x1b[?25l\x1b[?1004h\x1b[>25u",  # no cursor; tell of focus; tell keys apart, as kitty does
        "\x1b[?2026$p\x1b[?2004h\x1b[?7l",  # does it draw a frame in one go? mark what is pasted; do not wrap
    )
)
_END = "".join(
    (
        "\x1b[m\x1b[?2026l\x1b[?2004l\x1b[?7h",
        *(f"\x1b[?{mode}l" for mode in _MOUSE),
        "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l",
    )
)
_HEARD = (
    events.Key,
    events.Paste,
    events.MouseEvent,
    events.AppFocus,
    events.AppBlur,
    messages.TerminalSupportsSynchronizedOutput,
)
"""What a terminal may tell the program; sizes come with the channel, and nowhere else from."""


class Served(Protocol):
    """A program that is served."""

    @property
    def terminal(self) -> ClientTerminal:
        """The terminal as it was at first."""

    @property
    def line(self) -> Line:
        """The way to it."""

    def first_picture(self) -> Cells | None:
        """Return what it will draw at first; None if that is not known before."""

    def forget_drawn(self) -> None:
        """Let go of what it drew from."""


class ChannelDriver(Driver):
    """No thread, no signal, no file: whatever comes and goes is the channel's."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        served: Served = app  # type: ignore[assignment]  # no other program asks for this driver
        terminal = served.terminal
        super().__init__(app, mouse=mouse, size=terminal.size)
        self._served = served
        self._line = served.line
        self._terminal = terminal
        self._wire = Wire(terminal.size, self._line.write, self._loop, terminal.able, terminal.codec, terminal.colours)
        self._inlet = Inlet(self, self._line.pause, self._line.resume)
        self._rest = Rest(_REST, served.forget_drawn)
        # What comes from the channel comes from outside of the program: Textual wants to know in which it is.
        self._context = copy_context()
        self._loop_thread = get_ident()
        self._drawing = self._over = False
        self._owed = 0.0
        self._new_size: tuple[int, int] | None = None
        self._all_answered = asyncio.Event()
        self._line.written = self._wire.written

    # -- what the program writes

    def write(self, data: str) -> None:
        """Take what Textual writes: its modes go as they are, before and after it draws."""
        if get_ident() != self._loop_thread:
            self._loop.call_soon_threadsafe(self.write, data)
        elif self._drawing:
            follow(self._wire, self._app)
            self._wire.read(data)
            self._rest.stir()
        else:
            self._line.write(bearable(data, self._terminal.able).encode(self._terminal.codec, "replace"))

    # -- what the client says

    def feed(self, heard: bytes) -> bool:
        """Take what comes from the client; tell whether there were keys in it."""
        return self._inlet.feed(heard)

    def hear(self, message: Message) -> None:
        """Pass a key on."""
        if isinstance(message, _HEARD) and not self._over:
            self._context.run(self.process_message, message)

    def send_message(self, message: Message) -> None:
        """Have the program take it: it is in this thread."""
        self._app.post_message(message)

    def call_when_done(self, go_on: Callable[[], object]) -> None:
        """Call back when the program has obeyed all that it heard."""
        if self._over or not self._context.run(self._app.call_later, go_on):
            self._inlet.close()

    @property
    def awaits(self) -> bool:
        """Whether an answer of the terminal is to come."""
        return self._wire.awaits or self._over

    def answered(self) -> None:
        """Take an answer of the terminal."""
        self._wire.answered()
        if self._over and not self._wire.owed:
            self._all_answered.set()

    def resize(self, size: tuple[int, int]) -> None:
        """Have the program take another size; of many that come at once, the last."""
        known, self._new_size = self._new_size, size
        if known is None:
            self._context.run(self._app.call_later, self._take_size)

    def _take_size(self) -> None:
        if self._new_size is None:
            return
        size, self._new_size = Size(*self._new_size), None
        self._size = size
        self._wire.forget()
        if size == self._wire.size:  # it was, and is again: Textual may have nothing to draw
            self._wire.send()
        self._app.post_message(events.Resize(size, size))

    # -- beginning and end

    def start_application_mode(self) -> None:
        """Take the terminal over, and show what the program will show, if that is known."""
        picture = self._served.first_picture()
        if picture is None:
            self.write(_BEGIN)
            self._wire.start()
        else:
            self.write(_BEGIN + whole(picture, self._terminal.able))
            self._wire.start_over(picture)
        self._drawing = True

    def let_go(self) -> None:
        """Send what the program draws, and hear the client: all of its first screen is drawn.

        A key before that could open a dialog over a room that has not been laid out, which Textual then leaves so.
        """
        self._wire.let_go()
        self._line.begin(self.feed)

    def disable_input(self) -> None:
        """Hear no more keys."""
        self._over = True

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._drawing:
            self._owed = min(self._wire.patience, LAST_ANSWER)
            self._drawing = False
            self._over = True
            self._wire.stop()
            self._rest.stop()
            self._line.written = None
            self.write(_END)

    async def rest(self) -> None:
        """Wait for the answers that the terminal owes, if it does."""
        if self._owed:
            try:
                await asyncio.wait_for(self._all_answered.wait(), self._owed)
            except TimeoutError:
                self._owed = 0.0
        self._inlet.close()

    # -- what a guest has no use for

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: it would be on this machine."""

    def deliver_binary(self, binary: BinaryIO | TextIO, **_: object) -> None:
        """Write nothing: it would be on this machine."""
        binary.close()
