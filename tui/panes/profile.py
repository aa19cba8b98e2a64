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
        """Show the subject; the same subject on the same day keeps the reader's place."""
        before = self.view
        if (
            memory is None
            and before is not None
            and (before.subject, before.lens.as_of) == (view.subject, view.lens.as_of)
        ):
            self.view = view
            return
        super().show(view, memory)

    def contents(self, view: View) -> Contents:
        """Return the subject laid out."""
        return profile_contents(view, self.filter_line.text)
