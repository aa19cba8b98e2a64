"""Dialogs in which a letter stands for a row."""

from collections import deque
from typing import TypeVar

from textual import events

from tui.screens.dialog import Dialog
from tui.widgets.typed_line import REMEMBERED

T = TypeVar("T")


class LetteredDialog(Dialog[T]):
    """A dialog that takes letters, also those that were typed before it was there: to these the app calls `take_late`.

    Textual sends each key to the screen that is there when it arrives. From there it rises to the app, which by then
    may have another.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: deque[events.Key] = deque(maxlen=REMEMBERED)

    def on_key(self, event: events.Key) -> None:
        """Take a letter that means something here."""
        self._seen.append(event)
        if self.take(event.character or ""):
            event.stop()

    def take_late(self, event: events.Key) -> bool:
        """Take a letter that has come by another screen; tell whether it was one, and meant something."""
        return not any(known is event for known in self._seen) and self.take(event.character or "")

    def take(self, letter: str) -> bool:
        """Do what a letter stands for; tell whether it stands for anything."""
        raise NotImplementedError
