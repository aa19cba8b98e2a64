"""A line to type on that also gets what was typed before it was there."""

from collections import deque

from textual import events
from textual.widgets import Input

from store.text import clean

REMEMBERED = 64


class TypedLine(Input):
    """One line of input. It knows which keys have come by it, so that keys typed ahead can be told from the others.

    On a slow link keys come in bursts: `/misrata` may arrive whole before Find has opened. Textual sends each key to
    what has the focus when it arrives, so all of them go to the room; the app, to which they rise from there, passes
    them on.
    """

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(placeholder=placeholder, compact=True, id=id, select_on_focus=False)
        self._seen: deque[events.Key] = deque(maxlen=REMEMBERED)

    def validate_value(self, value: str) -> str:
        """Return the text without what a terminal would obey: what is pasted may come from anywhere."""
        return clean(value).replace("\n", " ").replace("\t", " ")

    def on_key(self, event: events.Key) -> None:
        """Remember that the key came by."""
        self._seen.append(event)

    def passed(self, event: events.Key) -> bool:
        """Take a key that was typed ahead; False for one that has come by already."""
        if any(known is event for known in self._seen):
            return False
        again = events.Key(event.key, event.character)
        # A message does not rise to who sent it, and this is sent while the app has the word.
        again.set_sender(self)
        self.post_message(again)
        return True
