"""The Profile: one record laid out to be read, every line that names another one a row to follow."""

from typing import ClassVar

from store.rows import Profile, ProfileRow
from store.text import fold
from tui.commands.command import PaneId
from tui.panes.pane import Pane
from tui.panes.profile_sheet import lay_out
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.listing import Sheet
from tui.widgets.place import Place


class ProfilePane(Pane):
    """The record under the Index's cursor, or the one that was followed to."""

    name_: ClassVar[PaneId] = "profile"
    number = 2
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

    def redraw(self, place: Place | None = None) -> None:
        """Lay the subject out."""
        assert self.view is not None
        profile = self.profile()
        if profile is None:
            self.list.nothing = "Nothing is selected: choose a record in the Index, or find one with /."
            self.list.show(Sheet((), ()))
            self.note("")
            return
        words = self.filter_line.text
        kept = profile._replace(rows=_holding(profile.rows, words.split())) if words else profile
        self.list.lay_out(lambda width: lay_out(kept, width), place)
        self.note(profile.kind)

    def profile(self) -> Profile | None:
        """Return the subject's profile through the lens; None where there is no such record."""
        assert self.view is not None
        if not self.view.subject:
            return None
        return self.view.situation.profile(self.view.subject, self.view.lens)


def _holding(rows: tuple[ProfileRow, ...], words: list[str]) -> tuple[ProfileRow, ...]:
    folded = [fold(word) for word in words]
    return tuple(row for row in rows if all(word in fold(f"{row.section} {row.label} {row.text}") for word in folded))
