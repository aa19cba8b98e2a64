"""What of a listing is in sight: which lines, where its cursor is, and what each line looks like."""

from typing import NamedTuple

from tui.widgets.listing import NO_ROW, Listing
from tui.widgets.place import Place
from tui.widgets.runs import Line, Run, pad
from tui.widgets.thumb import thumb
from tui.widgets.wrapping import wrap

MARKER = "▌"
MARGIN = 2  # the marker's cell on the left, the thumb's on the right


class Sight(NamedTuple):
    """A listing seen from a place, in so many lines and cells; `active` where keys go to it."""

    listing: Listing
    place: Place
    width: int
    height: int
    active: bool
    nothing: str

    def line(self, y: int) -> Line:
        """Return one line: the marker, the row's text, the thumb of the scroll bar; or what is said of no rows."""
        listing, (cursor, top) = self.listing, self.place
        at = top + y
        if self.width <= MARGIN:
            return ()
        if not listing.height:
            said = wrap(self.nothing, self.width - MARGIN)
            return (Run(f" {said[y]}", "dim"),) if y < len(said) else ()
        if at >= listing.height:
            return ()
        # What scrolled away with its heading still above it would be dates without a year.
        heading = listing.over(at) if y == 0 else None
        line, row = (heading, NO_ROW) if heading else listing.line(at, self.width - MARGIN)
        line = pad(line, self.width - MARGIN)
        bar = Run(thumb(y, self.height, top, listing.height), "thumb")
        if row != cursor or row == NO_ROW:
            return (Run(" "), *line, bar)
        if not self.active:
            return (Run(MARKER, "marker-resting"), *line, bar)
        return (Run(MARKER, "marker"), *(run._replace(tinted=True) for run in line), bar)


def in_sight(listing: Listing, place: Place, height: int) -> Place:
    """Return the place nearest to one that there is, with the cursor's row in sight of so many lines."""
    cursor = max(0, min(place.cursor, listing.rows - 1))
    if not height:  # hidden: the place that it is to have when it is shown must not be lost meanwhile
        return Place(cursor, place.top)
    top = max(0, min(place.top, listing.height - height))
    if not listing.rows or (cursor, top) == (0, 0):
        return Place(cursor, top)
    lines = listing.lines_of(cursor)
    if lines.stop > top + height:
        top = lines.stop - height
    if lines.start < top or (lines.start == top and listing.over(top)):
        top = lines.start - 1 if listing.over(lines.start) else lines.start
    if cursor == 0 and lines.start < height:
        top = 0
    return Place(cursor, top)
