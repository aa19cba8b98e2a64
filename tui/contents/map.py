"""The Map's places, and what is said of them: who held what on the day that is looked from."""

from collections.abc import Sequence

from store.rows import PlaceRow
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.contents.marks import mark
from tui.state.view import View
from tui.widgets.map_drawing import AREA, CONTESTED, HELD, OTHER, MapPoint
from tui.widgets.runs import Line, Run

SPOTS = ("city", "site", "")
MARKS = {"held": HELD, "contested": CONTESTED}
STANDINGS = {"held": "held by {}", "contested": "contested by {}", "present": "present: {}"}
MOST_PLACES = 500


def map_places(view: View) -> tuple[PlaceRow, ...]:
    """Return the places of the lens, those with most of it in them first."""
    return view.situation.places(view.lens, count=MOST_PLACES)


def map_points(places: Sequence[PlaceRow]) -> list[MapPoint]:
    """Return places as the map draws them."""
    return [
        MapPoint(row.target, row.title, row.lon, row.lat, _mark(row), 0 if _wide(row) else row.touches + 1)
        for row in places
    ]


def map_note(total: int, beyond: int) -> str:
    """Return how many places there are, and how many of them lie outside the window."""
    return f"{total:,} place{'s' * (total != 1)}" + (f", {beyond:,} beyond" if beyond else "")


def caption(places: Sequence[PlaceRow], selected: PlaceRow | None, trouble: str, keys: Keymap = AS_THEY_COME) -> Line:
    """Return what the line under the map says: of the place selected, or how to select one."""
    if trouble:
        return (Run(trouble, "warn"),)
    if selected is not None:
        return _of_place(selected)
    if places:
        return (Run(" arrows go from place to place", "dim"),)
    return (Run(f" No place with coordinates here; {keys.key('clear')} shows all.", "dim"),)


def _wide(row: PlaceRow) -> bool:
    """Tell whether the place is no spot: its point is the middle of it."""
    return row.location_kind not in SPOTS


def _mark(row: PlaceRow) -> str:
    return MARKS.get(row.standing, AREA if _wide(row) else OTHER)


def _of_place(row: PlaceRow) -> Line:
    standing = STANDINGS[row.standing].format(row.holders) if row.standing else ""
    kind = f"{row.location_kind}, marked in its middle" if _wide(row) else row.location_kind
    told = [part for part in (standing, kind, row.within) if part]
    marked = (Run(f" {mark(row.mark)}", "warn"),) if row.mark else ()
    return (Run(f" {row.title}", "strong"), *marked, Run(" · ".join(["", *told]), "dim"))
