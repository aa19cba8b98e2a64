"""The driver of a local terminal: Textual's own for its modes and keys, with our wire in between."""

import os
import signal
import sys
import termios
from contextlib import suppress
from threading import Event, Semaphore, get_ident
from time import monotonic
from types import FrameType
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.wire.begun import Begun
from tui.wire.charset import charset
from tui.wire.colours import colours
from tui.wire.keyboard import Keyboard
from tui.wire.leaving import Keeps, Leaving
from tui.wire.outlet import Outlet
from tui.wire.sizing import follow, size_of
from tui.wire.terminals import abilities, bearable
from tui.wire.wire import Wire

DRAINING = 0.15
"""Seconds for which a terminal that does not read is waited for at the end, before each of the means to wake it."""
LAST_ANSWER, SIGNALLED = 3.0, 0.1
"""Seconds for which answers are waited for at the end, at most: a shell would take them for keys."""
HELD = 3.0
"""Seconds after which what the program draws is sent over a picture that was there, whether it is whole or not."""
_CLEAN = "\x1b[m"
_OTHER_SCREEN = "\x1b[?1049h"
_RESTORED = (
    b"\x1b[m\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)


class LocalDriver(LinuxDriver):
    """Sends the terminal only what it does not show yet, at its own pace, and leaves it as it was."""

    begun: ClassVar[Begun | None] = None

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        output = sys.__stdout__
        assert output is not None
        self._output = output.fileno()
        self._outlet: Outlet | None = None
        self._loop_thread = get_ident()
        self._drawing = False
        self._present = True
        self._begun = self.begun
        self._heard = Semaphore(0)  # answers that the wire has not been told of
        self._pressed = Event()  # a key that the program has not seen
        self._typed: list[Message] | None = None if self.begun is None else []
        self._able = abilities(os.environ.get("TERM", ""))
        self._codec = charset(os.environ, output.encoding, coerced=bool(sys.flags.utf8_mode))
        self._wire = Wire(size_of(app), self._send, self._loop, self._able, self._codec, colours(os.environ))
        self._leaving = Leaving(self._loop, self._leave, self._leave_now)
        # Textual takes these between any two steps of the program; in the loop they find the wire at rest.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)
        self._leaving.watch()

    # -- what the program writes

    def write(self, data: str) -> None:
        """Take what Textual writes: its modes go as they are, before and after it draws."""
        if get_ident() != self._loop_thread:
            self._loop.call_soon_threadsafe(self.write, data)
        elif self._drawing:
            follow(self._wire, self._app)
            self._wire.read(data)
        elif self._outlet is not None:
            if self._begun is not None:
                # Sent again, it would have the terminal clear that screen, and forget where the cursor was before.
                data = data.replace(_OTHER_SCREEN, "")
            self._outlet.write(bearable(data, self._able).encode(self._codec, "replace"))

    def _send(self, frame: bytes) -> None:
        assert self._outlet is not None
        self._outlet.write(frame)

    def _written(self) -> None:
        with suppress(RuntimeError):  # the loop has ended: nobody waits for it
            self._loop.call_soon_threadsafe(self._wire.written)

    # -- beginning and end

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._outlet = self._outlet or Outlet(self._output, self._written)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:  # in the background of a shell, and to sleep on
            return
        self._writer_thread.stop()  # ours writes
        self._heed_resizes()
        self._outlet.drain(DRAINING)
        self._drawing = True
        begun, self._begun = self._begun, None
        if begun is None:
            self._wire.start()
            return
        self.attrs_before = begun.attributes
        begun.taken()
        self._wire.start_over(begun.cells)
        self._loop.call_later(HELD, self.let_go)

    def let_go(self) -> None:
        """Send what the program draws, and give it what was typed: its first frame is whole, or long in the making."""
        self._wire.let_go()
        typed, self._typed = self._typed or [], None
        for message in typed:
            super().process_message(message)

    def _heed_resizes(self) -> None:
        """Take the picture for lost at the moment in which the terminal has another size."""
        textuals = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self._loop.call_soon_threadsafe(self._resized)
            if callable(textuals):
                textuals(number, frame)

        signal.signal(signal.SIGWINCH, resized)

    def _resized(self) -> None:
        self._wire.forget()
        if self._get_terminal_size() == self._wire.size:  # it was, and is again: Textual may have nothing to draw
            self._wire.send()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._drawing:
            self._await_answers()
            self._drawing = False
            self._wire.stop()
            self.write(_CLEAN)
        super().stop_application_mode()
        if self._outlet is not None:
            self._outlet.drain(DRAINING)

    def _await_answers(self) -> None:
        end = monotonic() + min(self._wire.patience, SIGNALLED if self._leaving.begun else LAST_ANSWER)
        for _ in range(self._wire.owed if self._present else 0):
            if not self._heard.acquire(timeout=max(0.0, end - monotonic())):
                return

    def close(self) -> None:
        """Write the last, and no more."""
        if self._outlet is not None:
            self._outlet.stop(DRAINING)
            self._outlet = None

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back and stop, with who waits for us: `make run` would keep the shell from its prompt."""
        self.suspend_application_mode()
        self._must_signal_resume = True
        os.killpg(os.getpgrp(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """Come back from a stop. Of one that was no Ctrl+Z we knew nothing: then others may have written meanwhile."""
        if self._drawing:
            self._wire.forget()
            self._wire.send()
        else:
            super()._sigcont_application()

    # -- what the terminal says

    def run_input_thread(self) -> None:
        """Read keys and answers until the driver ends; a terminal that has gone is a hang-up."""
        keyboard = Keyboard(self.fileno, self.process_message, self._hear_answer, self._codec)
        if not keyboard.read(self.exit_event, lambda: self._wire.awaits):
            self._present = False
            self._loop.call_soon_threadsafe(self._leaving.leave, signal.SIGHUP)

    def _hear_answer(self) -> None:
        self._heard.release()
        self._loop.call_soon_threadsafe(self._answered)

    def _answered(self) -> None:
        if self._heard.acquire(blocking=False):  # else it was waited for at the end
            self._wire.answered()

    def process_message(self, message: Message) -> None:
        """Pass a message on; a new size that the terminal tells of itself is one like any other."""
        if isinstance(message, events.Key | events.Paste | events.MouseDown):
            self._pressed.set()
            self._loop.call_soon_threadsafe(self._pressed.clear)
        if isinstance(message, events.Resize):
            self._loop.call_soon_threadsafe(self._resized)
        if self._typed is not None and isinstance(message, events.InputEvent | events.Paste):
            self._loop.call_soon_threadsafe(self._keep_typed, message)
        else:
            super().process_message(message)

    def _keep_typed(self, message: Message) -> None:
        """Keep what is typed before the program is laid out, which would paint all that is still to be laid out."""
        if self._typed is None:
            super().process_message(message)
        else:
            self._typed.append(message)

    @property
    def key_waits(self) -> bool:
        """Whether a key has been pressed that the program, at work on something else, has not seen yet."""
        return self._pressed.is_set()

    # -- leaving unasked

    def _leave(self, code: int) -> None:
        self._app.exit(return_code=code)

    def _leave_now(self) -> None:
        self._restore_now()
        if isinstance(self._app, Keeps):
            self._app.keep()

    def _restore_now(self) -> None:
        with suppress(OSError, termios.error):
            termios.tcflush(self._output, termios.TCOFLUSH)
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            os.set_blocking(self._output, False)
            os.write(self._output, _RESTORED)
        with suppress(OSError):
            os.set_blocking(self._output, True)  # the shell shares the file


def over(begun: Begun) -> type[LocalDriver]:
    """Return the driver for a terminal that shows a picture already."""
    return type("LocalDriver", (LocalDriver,), {"begun": begun})
