"""One guest's visit, from login to logout: the program, its end, and what the log is told of it."""

import asyncio
import traceback
from collections.abc import Callable
from contextvars import copy_context
from typing import Literal, TypeAlias

from store.refs import Ref
from store.situation import Situation
from tui.palette import ThemeName
from tui.serve.account import LONGEST_TRACE
from tui.serve.client import ClientTerminal, sized
from tui.serve.commons import Commons
from tui.serve.limits import Limits
from tui.serve.line import Line
from tui.serve.served import ServedApp

Reason: TypeAlias = Literal["quit", "left", "idle", "stopping", "failed"]
FAREWELLS: dict[Reason, str] = {
    "quit": "",
    "left": "",
    "idle": "sitroom: nothing was heard of you for a while, so this session has ended.",
    "stopping": "sitroom: the server is stopping.",
    "failed": "sitroom: this session has failed; the server has noted why. You can come in again.",
}
FAILED = 1


class Visit:
    """A program on a client's terminal, until somebody ends it."""

    def __init__(
        self,
        situation: Situation,
        terminal: ClientTerminal,
        line: Line,
        limits: Limits,
        noted: Callable[..., None],
        commons: Commons,
        theme: ThemeName = "dark",
    ) -> None:
        """Tell `noted` what happens: an event, and facts."""
        self.reason: Reason = "quit"
        self._app = ServedApp(situation, terminal, line, self._do, commons.turns, theme)
        self._app.came_up = self._begin_to_wait
        self._line = line
        self._limits = limits
        self._noted = noted
        self._sweeping = commons.sweeping
        self._loop = asyncio.get_running_loop()
        self._over = False
        self._heard_at = self._loop.time()
        self._clock: asyncio.TimerHandle | None = None
        # A timer that was cancelled is kept until its time, with the context it was made in: not in the program's.
        self._outside = copy_context()

    # -- what the client does

    def feed(self, heard: bytes) -> None:
        """Take what comes from the client."""
        if self._line.hear(heard):
            self._heard_at = self._loop.time()
            self._sweeping.heard()

    def resize(self, columns: int, lines: int) -> None:
        """Take the client's new size."""
        size = sized(columns, lines)
        driver = self._app.driver
        if driver is not None:
            driver.resize(size)
        else:
            self._app.terminal = self._app.terminal._replace(size=size)

    def _do(self, what: str, ref: Ref) -> None:
        self._noted("action", action=what, record=ref)

    # -- its end

    def end(self, reason: Reason) -> None:
        """Have the program end, unless it has."""
        if self._over or self.reason != "quit":
            return
        self.reason = reason
        if reason == "stopping":
            self._app.say("The server is stopping.")
        self._app.exit()

    def _begin_to_wait(self) -> None:
        """Begin to count the time without a key: not before there is something to press one for."""
        self._sweeping.came()
        self._heard_at = self._loop.time()
        self._outside.run(self._look_at_clock)

    def _look_at_clock(self) -> None:
        silent = self._loop.time() - self._heard_at
        limits = self._limits
        if silent >= limits.idle:
            self.end("idle")
            return
        if silent >= limits.idle - limits.warning:
            self._app.say(f"Nothing was heard of you: this session ends in {limits.idle - silent:.0f} s. Press a key.")
            until = limits.idle - silent
        else:
            until = limits.idle - limits.warning - silent
        self._clock = self._loop.call_later(until, self._look_at_clock)

    async def run(self) -> None:
        """Show the program until it ends, and close the channel."""
        try:
            await self._app.run_async(size=self._app.terminal.size)
        except Exception as error:  # noqa: BLE001  (whatever it is, it ends this visit and no other)
            self._app.failure = self._app.failure or error
        finally:
            self._over = True
            if self._clock is not None:
                self._clock.cancel()
        self._tell_of_failure()
        driver = self._app.driver
        if driver is not None:
            await driver.rest()
        farewell = FAREWELLS[self.reason]
        self._line.end(f"{farewell}\r\n".encode() if farewell else b"", FAILED if self.reason == "failed" else 0)
        self._sweeping.went()

    def _tell_of_failure(self) -> None:
        failure = self._app.failure
        if failure is not None:
            self.reason = "failed"
            trace = "".join(traceback.format_exception(failure))
            self._noted("failure", error=repr(failure)[:LONGEST_TRACE], trace=trace[-LONGEST_TRACE:])
