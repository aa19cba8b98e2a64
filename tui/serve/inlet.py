"""What comes from a client: answers to the wire at once, keys to the program a few at a time.

A program obeys all keys that wait before it lets others go on; so it is never given many, and the client is made to
wait with the rest. However much is sent, no more is kept than a window of it.
"""

import asyncio
from codecs import getincrementaldecoder
from collections.abc import Callable
from typing import Protocol

from textual import events
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.message import Message

from tui.wire.answers import HOLD, Answers

PORTION = 16
"""Bytes of keys that the program is given before others have their turn."""
ENOUGH = 4096
"""Bytes that wait here; what is more waits in the channel, and then at the client."""
LONGEST_PASTE = 64 * 1024
_PASTE_ENDS = b"\x1b[201~"


class Program(Protocol):
    """What obeys the keys."""

    def hear(self, message: Message) -> None:
        """Take a key."""

    def answered(self) -> None:
        """Take an answer of the terminal."""

    @property
    def awaits(self) -> bool:
        """Whether an answer is to come."""

    def call_when_done(self, go_on: Callable[[], object]) -> None:
        """Call back when all that was heard has been obeyed."""


class _Parser(XTermParser):
    """Textual's parser without the cache of its class, which holds a thousand parsers, each with a guest's program."""

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:  # type: ignore[override]
        return XTermParser._parse_extended_key.__wrapped__(self, sequence)


class Inlet:
    """Keys on their way to a program; `pause` and `resume` tell the client to wait, and to go on."""

    def __init__(self, program: Program, pause: Callable[[], None], resume: Callable[[], None]) -> None:
        self._program = program
        self._pause, self._resume = pause, resume
        self._loop = asyncio.get_running_loop()
        self._answers = Answers()
        self._parser = _Parser()
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._waiting = bytearray()
        self._busy = self._paused = self._skipping = False
        self._pasted = 0
        self._release: asyncio.TimerHandle | None = None
        self._tick: asyncio.TimerHandle | None = None

    def feed(self, heard: bytes) -> bool:
        """Take what came; tell whether there were keys in it."""
        _stop(self._release)
        keys, answers = self._answers.take(heard, awaited=self._program.awaits)
        if self._answers.holds:
            self._release = self._loop.call_later(HOLD, self._let_go)
        for _ in range(answers):
            self._program.answered()
        self._add(keys)
        return bool(keys)

    def close(self) -> None:
        """Take nothing more."""
        _stop(self._release)
        _stop(self._tick)
        self._waiting.clear()
        self._busy = True

    def _let_go(self) -> None:
        self._add(self._answers.release())

    def _add(self, keys: bytes) -> None:
        self._waiting += keys
        if len(self._waiting) > ENOUGH and not self._paused:
            self._paused = True
            self._pause()
        if self._waiting and not self._busy:
            self._busy = True
            self._loop.call_soon(self._turn)

    def _turn(self) -> None:
        """Give the program its next portion, and go on when it has obeyed."""
        _stop(self._tick)
        portion = bytes(self._waiting[:PORTION])
        del self._waiting[:PORTION]
        if self._paused and len(self._waiting) <= ENOUGH // 2:
            self._paused = False
            self._resume()
        self._parse(portion)
        self._program.call_when_done(self._done)

    def _done(self) -> None:
        if self._waiting:
            self._loop.call_soon(self._turn)
        else:
            self._busy = False
            self._tick = self._loop.call_later(ESCAPE_DELAY * 1.1, self._take_escape)

    def _take_escape(self) -> None:
        for message in self._parser.tick():
            self._program.hear(message)

    def _parse(self, portion: bytes) -> None:
        """Have the keys made of bytes. The parser keeps a paste until it ends: an endless one is ended here."""
        if self._skipping:
            self._waiting[:0] = portion
            end = self._waiting.find(_PASTE_ENDS)
            self._skipping = end < 0
            del self._waiting[: end + len(_PASTE_ENDS) if end >= 0 else max(0, len(self._waiting) - len(_PASTE_ENDS))]
            return
        messages = list(self._parser.feed(self._decode(portion)))
        self._pasted = 0 if messages else self._pasted + len(portion)
        if self._pasted > LONGEST_PASTE:
            self._pasted, self._skipping = 0, True
            messages += self._parser.feed(_PASTE_ENDS.decode())
        for message in messages:
            self._program.hear(message)


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
