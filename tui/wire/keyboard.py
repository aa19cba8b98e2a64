"""What comes from a terminal's file: answers to the wire, all else to Textual's parser."""

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable
from threading import Event

from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.wire.answers import HOLD, Answers
from tui.wire.charset import UTF_8

TICK = 0.1
"""Seconds after which the parser is asked whether an escape was a key."""
_READ = 4096


class Keyboard:
    """Reads in a thread of its own until it is told to stop, or the terminal has gone."""

    def __init__(
        self, fileno: int, post: Callable[[Message], None], answered: Callable[[], None], codec: str = UTF_8
    ) -> None:
        """`post` gets what Textual makes of the keys, `answered` is called for each answer; `codec` is the keys'."""
        self._fileno = fileno
        self._post = post
        self._answered = answered
        self._answers = Answers()
        self._parser = XTermParser()
        self._decode = getincrementaldecoder(UTF_8 if codec == "ascii" else codec)(errors="replace").decode

    def read(self, stopped: Event, awaits: Callable[[], bool]) -> bool:
        """Read until stopped; tell whether the terminal is still there. `awaits` says if an answer is to come."""
        while not stopped.is_set():
            if not select.select([self._fileno], [], [], HOLD if self._answers.holds else TICK)[0]:
                self._feed(self._answers.release())
            elif not self._hear(awaits()):
                return False
            for message in self._parser.tick():
                self._post(message)
        return True

    def _hear(self, awaited: bool) -> bool:
        try:
            heard = os.read(self._fileno, _READ)
        except OSError:
            return False
        keys, answers = self._answers.take(heard, awaited=awaited)
        for _ in range(answers):
            self._answered()
        self._feed(keys)
        return bool(heard)

    def _feed(self, keys: bytes) -> None:
        if keys:
            for message in self._parser.feed(self._decode(keys)):
                self._post(message)
