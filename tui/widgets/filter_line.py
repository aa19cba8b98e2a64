"""The line on which a list's filter is typed."""

from textual import events
from textual.message import Message
from textual.widgets import Input

from tui.widgets.display import display
from tui.widgets.typed_line import TypedLine


class FilterLine(TypedLine):
    """Words that narrow a list as they are typed. Hidden while there are none and nobody types.

    Enter or an arrow goes back to the list and keeps the words; escape drops them.
    """

    DEFAULT_CSS = """
    FilterLine { height: 1; border: none; padding: 0 1; }
    FilterLine:focus { border: none; }
    """

    class Typed(Message):
        """The words changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__("filter: words, then ↵ · esc clears", id=id)

    @property
    def text(self) -> str:
        """The words typed so far."""
        return self.value.strip()

    def open(self) -> None:
        """Show the line and type on it."""
        self.display = True
        self.screen.set_focus(self)

    def take(self, text: str) -> None:
        """Take words without telling anybody: whoever gives them redraws."""
        with self.prevent(Input.Changed):
            self.value = text
        display(self, bool(text))

    def key_enter(self, event: events.Key) -> None:
        """Go back to the list with the words kept, before any key that came with this one."""
        event.stop()
        self.leave()

    key_down = key_up = key_enter

    def key_escape(self, event: events.Key) -> None:
        """Go back to the list without a filter."""
        event.stop()
        self.drop()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Pass on that the words changed."""
        message.stop()
        self.post_message(self.Typed())

    def on_blur(self) -> None:
        """Take no room while there are no words and nobody types."""
        display(self, bool(self.text))

    def leave(self) -> None:
        """Go back to the list."""
        self.screen.set_focus(None)

    def drop(self) -> None:
        """Take the filter away, and go back to the list."""
        self.value = ""
        self.leave()
        self.display = False
