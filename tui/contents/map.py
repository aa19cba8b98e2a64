"""The Map's places, and what is said of them: who held what on the day that is looked from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from store.lens import EVERYTHING
from store.rows import PlaceRow
from store.situation import Places
from tui.contents.marks import mark
from tui.state.view import View
from tui.widgets.map_drawing import AREA, CONTESTED, HOLDERS, OTHER, OTHERS, MapPoint
from tui.widgets.runs import Line, Run

SPOTS = ("city", "site", "")
STANDINGS = {"held": "held by {}", "contested": "contested by {}", "present": "present: {}"}
MOST_PLACES = 500


def map_places(view: View) -> Places:
    """Return the places of the lens, those with most of it in them first."""
    return view.situation.places(view.lens, count=MOST_PLACES)


def map_points(places: Sequence[PlaceRow]) -> list[MapPoint]:
    """Return places as the map draws them: each holder has a mark of its own."""
    holders = _holders(places)
    return [
        MapPoint(row.target, row.title, row.lon, row.lat, _mark(row, holders), 0 if _wide(row) else row.touches + 1)
        for row in places
    ]


def map_note(places: Places, beyond: int) -> str:
    """Return how many places there are, of which statements if not of all, and how many lie outside the window."""
    total = len(places.rows)
    newest = f" of the newest {places.newest:,}" if places.newest else ""
    told = f"{total:,}{'+' * places.more} place{'s' * (total != 1)}{newest}"
    return told + (f", {beyond:,} beyond" if beyond else "")


def map_share(places: Places) -> str:
    """Return of what the places that are shown are a part; nothing where they are all, and all of it was counted."""
    most = f"those {len(places.rows):,} with most in them" if places.more else ""
    newest = f"counted in the newest {places.newest:,} statements" if places.newest else ""
    return ", ".join(filter(None, (most, newest)))


def caption(view: View, places: Sequence[PlaceRow], selected: PlaceRow | None, trouble: str) -> Line:
    """Return what the line under the map says: of the place selected, or which mark stands for whom."""
    if trouble:
        return (Run(trouble, "warn"),)
    if selected is not None:
        return _of_place(selected, _holders(places))
    if not places:
        mended = (
            f" on this map: {view.keys.key('clear')} shows all." if view.lens != EVERYTHING else " has coordinates."
        )
        return (Run(f" No place{mended}", "dim"),)
    return (Run(f" {_legend(places)}", "dim"),)


def _legend(places: Sequence[PlaceRow]) -> str:
    """Return the marks in words, as far as they are on the map; where nobody holds anything, which keys there are."""
    holders = _holders(places)
    told = [f"{sign} {holder}" for holder, sign in holders.items() if sign != OTHERS]
    told += [f"{OTHERS} others"] * (OTHERS in holders.values())
    told += [f"{CONTESTED} contested"] * any(row.standing == "contested" for row in places)
    return "  ".join(told) or "arrows go from place to place"


def _holders(places: Sequence[PlaceRow]) -> dict[str, str]:
    """Return the mark of each holder: those who hold most places have the first ones."""
    held = Counter(row.holders for row in places if row.standing == "held")
    ranked = sorted(held, key=lambda holder: (-held[holder], holder))
    return dict(zip_longest(ranked, HOLDERS[: len(ranked)], fillvalue=OTHERS))


def _wide(row: PlaceRow) -> bool:
    """Tell whether the place is no spot: its point is the middle of it."""
    return row.location_kind not in SPOTS


def _mark(row: PlaceRow, holders: Mapping[str, str]) -> str:
    if row.standing == "held":
        return holders[row.holders]
    return CONTESTED if row.standing == "contested" else AREA if _wide(row) else OTHER


def _of_place(row: PlaceRow, holders: Mapping[str, str]) -> Line:
    sign = f"{_mark(row, holders)} " if row.standing in ("held", "contested") else ""
    standing = sign + STANDINGS[row.standing].format(row.holders) if row.standing else ""
    kind = f"{row.location_kind}, marked in its middle" if _wide(row) else row.location_kind
    told = [part for part in (standing, kind, row.within) if part]
    marked = (Run(f" {mark(row.mark)}", "warn"),) if row.mark else ()
    return (Run(f" {row.title}", "strong"), *marked, Run(" · ".join(["", *told]), "dim"))
