"""Dialogs on a situation: what they list is listed anew when that changes, whoever has changed it."""

from collections.abc import Callable
from typing import Generic

from textual.message import Message

from store.errors import StoreError
from store.refs import Ref
from store.situation import Situation
from tui.screens.dialog import Dialog, ResultT
from tui.widgets.listing import Listing, Sheet

NEAR = 200
"""Rows among which the one under the cursor is looked for again."""


class FollowingDialog(Dialog[ResultT], Generic[ResultT]):
    """A dialog that shows what is so now. The cursor stays on its row, wherever that is listed then."""

    class Changed(Message):
        """The situation has changed. Others who have it open may tell, from within their own programs."""

    def __init__(self, situation: Situation) -> None:
        super().__init__()
        self._situation = situation
        self._deaf: Callable[[], None] = _nothing

    def on_mount(self) -> None:
        """Hear of what changes."""
        self._deaf = self._situation.subscribe(self._changed)

    def on_unmount(self) -> None:
        """Hear no more of it."""
        self._deaf()

    def _changed(self, _refs: frozenset[Ref]) -> None:
        self.post_message(self.Changed())

    def on_following_dialog_changed(self) -> None:
        """Show what is so now."""
        named, place = _named(self.list.row), self.list.place
        try:
            self.renew()
        except StoreError:
            self.list.nothing = "What was listed here is in this situation no more."
            self.list.show(Sheet((), ()))
        self.fit()
        self.list.return_to(place._replace(cursor=_found(self.list.listing, named, place.cursor)))

    def renew(self) -> None:
        """List again what is listed. A StoreError says that there is no such thing any more."""
        raise NotImplementedError


def _named(row: object) -> tuple[object, ...]:
    return tuple(getattr(row, name, None) for name in ("statement", "target", "why"))


def _found(listing: Listing, named: tuple[object, ...], before: int) -> int:
    """Return where the row stands now that names the same, where it was before if it still does; else that place."""
    near = (before, *range(min(listing.rows, NEAR)))
    return next((row for row in near if row < listing.rows and _named(listing.row(row)) == named), before)


def _nothing() -> None:
    """Do nothing: until it is mounted it has subscribed to nothing."""
