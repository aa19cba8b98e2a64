"""The Profile: one record laid out to be read, every line that names another one a row to follow."""

from typing import ClassVar

from tui.commands.command import PaneId
from tui.contents.contents import Contents
from tui.contents.profile import profile_contents
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View


class ProfilePane(Pane):
    """The record under the Index's cursor, or the one that was followed to."""

    name_: ClassVar[PaneId] = "profile"
    title = "Profile"

    def show(self, view: View, memory: Memory | None = None) -> None:
        """Show the subject; the same subject at the same time keeps the reader's place."""
        if memory is None and self.view is not None and self._own(self.view) == self._own(view):
            self.view = view
            return
        super().show(view, memory)

    @staticmethod
    def _own(view: View) -> object:
        """Return what the profile depends on: whatever else the lens is about leaves it as it is."""
        lens = view.lens
        return view.subject, lens.statuses, lens.since, lens.until, lens.as_of, lens.known_by

    def contents(self, view: View) -> Contents:
        """Return the subject laid out."""
        return profile_contents(view, self.filter)
