"""What becomes of the situation under the panes: it grows, somebody changes it, another comes in its place."""

from collections.abc import Callable
from contextlib import suppress

from textual.message import Message

from store.refs import Ref
from store.situation import Situation
from tui.screens.paned import PanedScreen
from tui.state.view import View


class SituatedScreen(PanedScreen):
    """Panes on a situation. It hears what becomes of that, and has it shown."""

    class Moved(Message):
        """The room shows another situation from now on."""

        def __init__(self, situation: Situation) -> None:
            super().__init__()
            self.situation = situation

    class Grew(Message):
        """More of the situation is indexed."""

    class Changed(Message):
        """Something in the situation has changed. Others who have it open may tell, from within their own programs."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self._deaf: Callable[[], None] = _nothing

    def on_mount(self) -> None:
        """Hear what changes."""
        self._deaf = self.view.situation.subscribe(self._changed)
        if self.view.situation.growing:
            self.view.situation.growing.tell(self._grew)

    def on_unmount(self) -> None:
        """Hear no more of what changes."""
        self._deaf()
        if self.view.situation.growing:
            self.view.situation.growing.tell(None)

    @property
    def may_write(self) -> bool:
        """Whether the reader may write files of their own: not where they are a guest of somebody's machine."""
        return bool(getattr(self.app, "may_write", True))

    def show_anew(self) -> None:
        """Show what is so now, with cursor and scroll where they are."""
        raise NotImplementedError

    def say_where(self) -> None:
        """Say where one is, and how far the situation is known."""
        raise NotImplementedError

    # -- changes

    def _changed(self, _refs: frozenset[Ref]) -> None:
        self.post_message(self.Changed())

    def on_situated_screen_changed(self) -> None:
        """Show what is so now."""
        self.show_anew()

    def move_into(self, situation: Situation) -> None:
        """Show another situation in place of this one, at the same place: a copy to be changed."""
        self._deaf()
        self._deaf = situation.subscribe(self._changed)
        self.view = self.view._replace(situation=situation)
        self.post_message(self.Moved(situation))
        self.show_anew()

    # -- growth

    def _grew(self) -> None:
        # It is told in a thread of the index's, which may outlive the program.
        with suppress(RuntimeError):
            self.post_message(self.Grew())

    def on_situated_screen_grew(self) -> None:
        """Say how far the index has come; once it is whole, all panes show it."""
        self.view.situation.take_over()
        self.say_where()

    def action_out(self) -> None:
        """Take the pane's filter away, or give the other panes their room back, or stop the index from growing."""
        growing = self.view.situation.growing
        if growing and not self._zoomed and not self.pane.filter:
            growing.cancel()
        else:
            super().action_out()


def _nothing() -> None:
    """Do nothing: until the screen is mounted it has subscribed to nothing."""
