"""What a reader of the room takes away: to the clipboard, or to a file."""

from functools import partial
from typing import TYPE_CHECKING

from store.citing import cite
from store.refs import Ref
from store.situation import Situation
from store.tables import Table
from tui.contents.taking import json_of, table_of, text_of
from tui.screens.copying import Copy, CopyingScreen
from tui.screens.writing import WritingScreen
from tui.wire.clipboard import copied

if TYPE_CHECKING:
    from tui.screens.room import RoomScreen

MOST = 10_000
"""Rows of a pane that are written; `sitroom export` hands on all."""


def copy_citation(room: "RoomScreen") -> None:
    """Send the citation of the row under the cursor to the terminal's clipboard."""
    ref = room.statement()
    cited = _cited(room.view.situation, ref) if ref else ""
    if cited:
        room.say(copied(room.app, cited, "The citation", at_home=room.may_write))
    else:
        room.say(room.view.keys.told("No source is recorded for this: {copy_else} copies its text, ref or JSON."))


async def copy_else(room: "RoomScreen") -> None:
    """Ask what else of the row is wanted, and send that."""
    ref = room.statement()
    if not ref:
        room.say("Nothing here to copy.")
        return
    situation = room.view.situation
    copies = (
        Copy("c", "citation", partial(_cited, situation, ref)),
        Copy("t", "text", partial(text_of, situation, ref)),
        Copy("r", "ref", lambda: ref),
        Copy("j", "JSON", partial(json_of, situation, ref)),
    )

    def send(copy: Copy | None) -> None:
        if copy is not None:
            room.say(copied(room.app, copy.make(), f"The {copy.name}", at_home=room.may_write))

    await room.app.push_screen(CopyingScreen(tuple(copy for copy in copies if copy.make())), send)


async def write_pane(room: "RoomScreen") -> None:
    """Ask for a file, and write there what the pane lists."""
    if not room.may_write:
        room.say(
            room.view.keys.told("Files would be written on the machine that serves this: {copy_else} copies instead.")
        )
        return
    table = _shown(room)
    if not table.rows:
        room.say(f"The {room.pane.title} shows nothing to write.")
        return
    await room.app.push_screen(WritingScreen(table, room.view.situation.path), lambda told: room.say(told or ""))


def _cited(situation: Situation, ref: Ref) -> str:
    return "\n".join(cite(citation) for citation in situation.citations(ref))


def _shown(room: "RoomScreen") -> Table:
    """Return what the pane lists as a table, with a word about what that is."""
    situation, lens, subject, _ = room.view
    rows, total = room.pane.rows(MOST)
    about = situation.title_of(subject) if subject and room.active in ("profile", "quotes") else ""
    seen = situation.describe(lens) if room.active != "index" else situation.describe(lens._replace(about=()))
    words = room.pane.filter
    narrowed = (f"through the lens {seen}" if seen else "", f"with “{words}”" if words else "")
    part = f"the first {MOST:,} of {total:,} rows" if total > MOST else ""
    title = ": ".join(filter(None, (situation.title, room.pane.title, about)))
    return table_of(title, rows, ", ".join(filter(None, (part or room.pane.share, *narrowed))))
