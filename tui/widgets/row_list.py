"""The one list: every pane and dialog shows its rows in it, whether ten or a million.

It draws lines itself (Textual's line API) and redraws only the two rows that a cursor move changes: 250 bytes where the
stock lists send thousands. It does not take Textual's focus, because a change of focus repaints the screen: whoever
holds it tells it whether it is the active one.
"""

from collections.abc import Callable

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.inks import inks
from tui.widgets.list_sight import MARGIN, Sight, in_sight
from tui.widgets.listing import NO_ROW, Listing, Sheet, row_at, row_near
from tui.widgets.place import Place
from tui.widgets.runs import pad
from tui.widgets.segments import segments

PROVISIONAL_WIDTH = 60


class RowList(Widget):
    """Rows under a cursor. `show` and `lay_out` say what it lists; `nothing` is what it says when that is no row."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RowList { height: 1fr; }
    """

    class Moved(Message):
        """The cursor came to another row."""

    class Chosen(Message):
        """The row under the cursor was chosen."""

    class Touched(Message):
        """The list was clicked: whoever holds it may make it the active one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.listing: Listing = Sheet((), ())
        self.nothing = ""
        self.cursor = 0
        self.top = 0
        self.moves = 0
        """How often the cursor has been moved, for whoever cannot wait until that is told."""
        self._lay_out: Callable[[int], Listing] | None = None
        self._active = False
        self._laid_out_for = -1

    # -- what it lists

    def show(self, listing: Listing, place: Place | None = None) -> None:
        """List these rows, with the cursor at a place (the first row when not said)."""
        self.listing = listing
        self._lay_out = None
        self._begin(place)

    def lay_out(self, lay_out: Callable[[int], Listing], place: Place | None = None) -> None:
        """List what `lay_out` gives for a width in cells, now and whenever the width changes."""
        self._lay_out = lay_out
        self._laid_out_for = -1
        self._begin(place)

    def return_to(self, place: Place) -> None:
        """Put the cursor and what is in sight where they were, or as near as there are rows."""
        self._begin(place)

    def _begin(self, place: Place | None) -> None:
        self.cursor, self.top = place or Place()
        self._prepare()
        self.refresh()

    def _prepare(self) -> None:
        width = self.size.width - MARGIN
        if width <= 0:
            # Hidden, or not yet on the screen: keys typed ahead must find its rows all the same.
            width = PROVISIONAL_WIDTH
        if self._lay_out is not None and width != self._laid_out_for:
            self.listing = self._lay_out(width)
            self._laid_out_for = width
        self._bring_into_sight()

    def on_resize(self) -> None:
        """Lay the rows out anew for the new width."""
        self._prepare()
        self.refresh()

    @property
    def place(self) -> Place:
        """Where the reader is, to come back to."""
        return Place(self.cursor, self.top)

    @property
    def row(self) -> object | None:
        """The row under the cursor; None in an empty list."""
        return self.listing.row(self.cursor) if self.listing.rows else None

    def activate(self, active: bool) -> None:
        """Show by the cursor's row whether keys go here."""
        if active != self._active:
            self._active = active
            self._refresh_row(self.cursor)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that all rows take, for a box that is as high as what it holds."""
        return (self._lay_out(max(1, width - MARGIN)) if self._lay_out else self.listing).height

    # -- the cursor

    def move_to(self, row: int) -> None:
        """Put the cursor on a row, as near as there is one, and show it."""
        row = max(0, min(row, self.listing.rows - 1))
        before, top = self.cursor, self.top
        if row == before or not self.listing.rows:
            self._scroll_to_edge(row)
            return
        self.cursor = row
        self.moves += 1
        self._bring_into_sight()
        if self.top == top:
            self._refresh_row(before)
            self._refresh_row(row)
        else:
            self.refresh()
        self.post_message(self.Moved())

    def move_by(self, rows: int) -> None:
        """Move the cursor so many rows down; where text stands before it, scroll that first."""
        if rows > 0 and self._ahead:
            self._scroll_by(rows)
        else:
            self.move_to(self.cursor + rows)

    def move_by_page(self, pages: int) -> None:
        """Move by so many screenfuls; the row that was last in sight stays so."""
        view = max(1, self.size.height - 1)
        if pages > 0 and self._ahead:
            self._scroll_by(pages * view)
        elif self.listing.rows:
            self.move_to(row_near(self.listing, self.listing.lines_of(self.cursor).start + pages * view))

    @property
    def _ahead(self) -> bool:
        """Whether the first row is still below what is shown: a long text above it is read before it."""
        if self.cursor or not self.listing.rows or not self.size.height:
            return False
        return self.listing.lines_of(0).start >= self.top + self.size.height

    def _bring_into_sight(self) -> None:
        self.cursor, self.top = in_sight(self.listing, self.place, self.size.height)

    def _scroll_to_edge(self, row: int) -> None:
        """Where the cursor cannot go on, show what stands above the first row or below the last."""
        if row in (0, -1):
            self._scroll_by(-self.size.height)
        if row >= self.listing.rows - 1:
            self._scroll_by(self.size.height)

    def _scroll_by(self, lines: int) -> None:
        top = max(0, min(self.top + lines, self.listing.height - self.size.height))
        if top != self.top:
            self.top = top
            self.refresh()

    # -- the mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; choose it when it was there already."""
        event.stop()
        self.post_message(self.Touched())
        row = row_at(self.listing, self.top + event.y)
        if row == self.cursor != NO_ROW:
            self.post_message(self.Chosen())
        elif row != NO_ROW:
            self.move_to(row)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll what is shown; the cursor stays where it is."""
        event.stop()
        self._scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll what is shown; the cursor stays where it is."""
        event.stop()
        self._scroll_by(-3)

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, height = self.size
        sight = Sight(self.listing, self.place, width, height, self._active, self.nothing)
        return Strip(segments(pad(sight.line(y), width), inks(self)), width)

    def _refresh_row(self, row: int) -> None:
        if not self.listing.rows:
            return
        for y in self.listing.lines_of(row):
            if 0 <= y - self.top < self.size.height:
                self.refresh(Region(0, y - self.top, self.size.width, 1))
