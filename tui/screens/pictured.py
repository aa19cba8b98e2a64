"""A screen that the terminal shows already, as the first picture drew it."""

from typing import Any

from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer

LAID_OUT = 0.005
"""Seconds without a new layout after which nothing more is to come of the first ones."""
AT_REST = 0.1
"""Seconds after which all of it is painted all the same: what drew the picture may have been another version."""


class Pictured:
    """Part of a screen: of what is pictured nothing is painted while it is laid out, nor before there is time for it.

    To paint all of it and find that nothing differs takes a quarter of what there is to do once Textual is loaded.
    """

    size: Any
    set_timer: Any
    post_message: Any
    refresh: Any
    _compositor: Any
    _dirty_widgets: Any

    class LaidOut(Message):
        """All widgets have the room that they will have."""

    pictured: Size | None = None
    """The size of the picture that the terminal shows, until the screen is laid out; None where it shows none."""
    _settling: Timer | None = None

    def _compositor_refresh(self) -> None:
        if self.pictured is None:
            super()._compositor_refresh()  # type: ignore[misc]  # Textual's own
            return
        if self.pictured == self.size:
            self._pass_over()
        else:
            super()._compositor_refresh()  # type: ignore[misc]
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(LAID_OUT, self._laid_out)

    def _laid_out(self) -> None:
        if self.pictured == self.size:
            self._pass_over()
            self.set_timer(AT_REST, self.at_rest)
        self.pictured = self._settling = None
        self.post_message(self.LaidOut())

    def at_rest(self) -> None:
        """Paint all of it."""
        self.refresh()

    def _pass_over(self) -> None:
        """Leave what is dirty as it is on the terminal."""
        self._compositor._dirty_regions.clear()
        self._dirty_widgets.clear()
