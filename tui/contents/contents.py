"""What a pane with a list shows."""

from collections.abc import Callable
from typing import NamedTuple

from store.lens import EVERYTHING, Lens
from tui.state.view import View
from tui.widgets.listing import Listing


class Contents(NamedTuple):
    """Rows laid out for a width in cells, what is said where there is none, and the note at the right of the rule."""

    lay_out: Callable[[int], Listing]
    nothing: str
    note: str


def same(listing: Listing) -> Callable[[int], Listing]:
    """Return what gives a listing that is the same for every width."""
    return lambda _width: listing


def narrowed(lens: Lens, words: str) -> Lens:
    """Return the lens with the words of a pane's filter."""
    typed = tuple(words.split())
    return lens._replace(words=lens.words + typed) if typed else lens


def nothing_at_all(view: View) -> str:
    """Return what is said of a situation in which there is no record; nothing where there is one."""
    empty = not any(view.situation.counts().values())
    fills = f"{view.keys.key('bring_in')} brings a file in, and so does `sitroom import`"
    return f"This situation is empty as yet: {fills}." if empty else ""


def nothing(what: str, view: View, words: str) -> str:
    """Return what an empty list says: what is not there, for which reason, and the key that mends it."""
    if words:
        return f"No {what} with “{words}”: {view.keys.key('out')} takes the filter away."
    clear = view.keys.key("clear")
    if view.lens._replace(about=()) != EVERYTHING:
        return f"No {what} through this lens: {clear} clears it."
    return f"No {what} here" + (f": {clear} shows all there are." if view.lens.about else ".")
