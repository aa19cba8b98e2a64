"""A line to type on that also gets what was typed before it was there."""

from collections import deque
from typing import Protocol, runtime_checkable

from textual import events
from textual.message import Message
from textual.widgets import Input

from store.text import clean
from tui.widgets.runs import cut

REMEMBERED = 64


@runtime_checkable
class TakesLate(Protocol):
    """A screen that takes keys which were typed before it was there."""

    def take_late(self, event: events.Key) -> bool:
        """Take a key; False for one that has come by already, or means nothing here."""


class TypedLine(Input):
    """One line of input. It knows which keys have come by it, so that keys typed ahead can be told from the others.

    On a slow link keys come in bursts: `/misrata` may arrive whole before Find has opened. Textual sends each key to
    what has the focus when it arrives, so all of them go to the room; the app, to which they rise from there, passes
    them on.
    """

    class Ended(Message):
        """Enter or escape was pressed: it is to be obeyed, and `let_go` called."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(placeholder=placeholder, compact=True, id=id, select_on_focus=False)
        self._prompt = placeholder
        self._seen: deque[events.Key] = deque(maxlen=REMEMBERED)
        self._held: list[events.Key] | None = None

    def on_resize(self) -> None:
        """Say what may be typed as far as there is room for it, and that it goes on where there is not."""
        self.placeholder = cut(self._prompt, max(0, self.size.width - 1))  # the cursor stands on its first cell

    def validate_value(self, value: str) -> str:
        """Return the text without what a terminal would obey: what is pasted may come from anywhere."""
        return clean(value).replace("\n", " ").replace("\t", " ")

    def on_key(self, event: events.Key) -> None:
        """Remember that the key came by; what was typed behind the key that leaves the line is not for it."""
        self._seen.append(event)
        if self._held is None and self.screen.focused is self:
            return
        event.prevent_default()
        event.stop()
        if self._held is not None:
            self._held.append(event)
        else:
            self._pass_on(event)

    def key_enter(self, event: events.Key) -> None:
        """Tell that the line is typed, and keep what is typed behind it until it is known who gets that."""
        event.stop()
        self._held = []
        self.post_message(self.Ended(event.key))

    key_escape = key_enter

    def let_go(self) -> None:
        """Give what was kept to whoever has the keys now."""
        held, self._held = self._held or [], None
        for event in held:
            self._pass_on(event)

    def _pass_on(self, event: events.Key) -> None:
        self.app.post_message(events.Key(event.key, event.character))

    def passed(self, event: events.Key) -> bool:
        """Take a key that was typed ahead; False for one that has come by already."""
        if any(known is event for known in self._seen):
            return False
        again = events.Key(event.key, event.character)
        # A message does not rise to who sent it, and this is sent while the app has the word.
        again.set_sender(self)
        self.post_message(again)
        return True
