"""The Profile in lines: one record laid out to be read."""

from store.rows import Profile, ProfileRow
from store.text import fold
from tui.contents.contents import Contents, nothing, nothing_at_all, same
from tui.contents.profile_sheet import lay_out
from tui.state.view import View
from tui.widgets.listing import Sheet


def profile_contents(view: View, words: str) -> Contents:
    """Return the subject's profile; of its statements those that hold the filter's words."""
    profile = profile_of(view)
    if profile is None:
        unselected = f"Nothing is selected: choose a record in the Index, or find one with {view.keys.key('find')}."
        return Contents(same(Sheet((), ())), nothing_at_all(view) or unselected, "")
    kept = profile._replace(rows=_holding(profile.rows, words.split())) if words else profile
    missing = nothing("statement", view, words) if words and not kept.rows else ""
    return Contents(lambda width: lay_out(kept, width, missing), "", profile.kind)


def profile_of(view: View) -> Profile | None:
    """Return the subject's profile through the lens; None where there is no subject."""
    return view.situation.profile(view.subject, view.lens) if view.subject else None


def _holding(rows: tuple[ProfileRow, ...], words: list[str]) -> tuple[ProfileRow, ...]:
    folded = [fold(word) for word in words]
    return tuple(row for row in rows if all(word in fold(f"{row.section} {row.label} {row.text}") for word in folded))
