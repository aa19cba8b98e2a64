"""Changes that a reader of the room makes: tried, told in one line; in a copy where they cannot be made here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import StoreError
from store.situation import Situation
from tui.screens.preferring import CopyScreen, Preference

if TYPE_CHECKING:
    from tui.screens.room import RoomScreen

Change = Callable[[Situation], str]
"""Changes a situation, and returns what to tell of it. Raises StoreError."""


def make_preference(room: "RoomScreen", asked: Preference) -> None:
    """Prefer an account, or take the preference back."""

    def change(situation: Situation) -> str:
        from store.preferring import prefer, prefer_none  # what writes is loaded when something is written

        if not asked.reason:
            prefer_none(situation, asked.chosen)
            return "No account of it is preferred now."
        prefer(situation, asked.chosen, asked.among, asked.reason)
        return f"Preferred: {situation.title_of(asked.chosen)}"

    make(room, change)


def make(room: "RoomScreen", change: Change) -> None:
    """Make a change in the room's situation or, where that can only be read, in a copy that takes its place."""
    if not room.view.situation.read_only:
        room.say(_told(change, room.view.situation))
    elif room.may_write:
        room.app.push_screen(CopyScreen(room.view.situation.path), lambda path: _make_in_copy(room, change, path))
    else:
        room.say("Only editors change this situation: whoever serves it says who is one.")


def _make_in_copy(room: "RoomScreen", change: Change, path: Path | None) -> None:
    if path is None:
        return
    from store.copying import copy

    try:
        copy(room.view.situation, path)
        room.move_into(Situation.open(path))
    except StoreError as error:
        room.say(f"Not copied: {error}")
        return
    room.say(_told(change, room.view.situation))


def _told(change: Change, situation: Situation) -> str:
    from store.file.errors import Conflict, NotWritten

    try:
        return change(situation)
    except Conflict:
        return _caught_up(situation)
    except NotWritten as error:
        return (
            f"Not changed: {error.why}; {error.mend}"  # in which file is known here, and would leave no room for this
        )
    except StoreError as error:
        return f"Not changed: {error}"


def _caught_up(situation: Situation) -> str:
    """Show what somebody else has done meanwhile: who would change it again has seen that."""
    try:
        situation.catch_up()
    except StoreError as error:
        return f"Not changed: {error}"
    return "Not changed: somebody else has changed this situation meanwhile, as it shows now; make the change again."
