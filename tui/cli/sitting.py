"""A sitting at the screen: a picture at once, then the situation, then Textual under it."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from store.errors import StoreError
from tui.cli.asked import Asked
from tui.cli.opening import asked_lens, open_situation
from tui.first.stage import Stage, stage

FRAMES = "250"

if TYPE_CHECKING:
    from store.lens import Lens
    from store.situation import Situation
    from tui.state.session import Session
    from tui.wire.begun import Begun
    from tui.wire.cells import Cells, Row


def browse(asked: Asked) -> NoReturn:
    """Open a store, browse it, and exit as the command line does. Click is loaded only to tell what went wrong."""
    gc.disable()  # what start-up makes stays; the app has the collector begin when it is there
    try:
        with stage() as shown:
            kept = _picture_left(asked, shown)
            situation = open_situation(Path(asked.path), meanwhile=asked.of_all, silent=bool(kept))
            if asked.at:
                situation.document(asked.at)
            code = sit(asked, situation, asked_lens(situation, asked.query, asked.as_of, asked.known_by), shown, kept)
        sys.exit(code)
    except (StoreError, KeyboardInterrupt, OSError) as error:
        from tui.cli.door import fail

        fail(error)


def _picture_left(asked: Asked, shown: Stage) -> str:
    """Show at once what the reader left, if that is kept, and return it."""
    if asked.fresh or asked.wire == "stock" or not asked.of_all:
        return ""
    from tui.first.kept import KeptPicture  # whoever asks for help waits for no store

    kept = KeptPicture(Path(asked.path), asked.theme, asked.keys).load()
    return kept if kept and shown.show(kept) else ""


def sit(asked: Asked, situation: "Situation", lens: "Lens", shown: Stage, kept: str = "") -> int:
    """Show a situation until the reader leaves; return the exit code. `kept` is what is shown already."""
    from tui.state.session_file import session_of

    gc.disable()
    kept_in = session_of(Path(asked.path))
    left, resume = kept_in.load(), asked.of_all and not asked.fresh
    cells = None
    if kept:
        from tui.first.drawing import redrawn

        cells = redrawn(kept, *os.get_terminal_size(sys.stdout.fileno()))
    elif asked.wire != "stock":
        from tui.screens.beginning import beginning

        cells = _drawn(asked, situation, beginning(situation, asked.at, lens, left, resume=resume), shown)
    begun = _begun(cells, shown)
    # Textual draws only so many times a second; a key that comes just after a frame would wait for the next.
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    # It takes longer to load than all the rest.
    from tui.app import SitroomApp

    app = SitroomApp(
        situation,
        at=asked.at,
        lens=lens,
        theme=asked.theme,
        wire=asked.wire,
        session=left,
        resume=resume,
        kept_in=kept_in,
        begun=begun,
        keymap=asked.keys,
    )
    app.run(mouse=asked.mouse)
    if app.trouble:
        raise app.trouble
    return app.return_code or 0


def _drawn(asked: Asked, situation: "Situation", begin: "Session", shown: Stage) -> "Cells | None":
    """Draw the first picture, show it and keep it; None where that is left to Textual."""
    from tui.first.kept import KeptPicture
    from tui.first.picture import first_pictures
    from tui.wire.difference import rest, whole
    from tui.wire.terminals import this_terminal

    able, cells = this_terminal(), None
    before: list[Row] = []
    for cells in first_pictures(situation, begin, asked.theme, asked.keys):
        if not shown.show(rest(before, cells, able) if before else whole(cells, able)):
            return None
        before = [row.copy() for row in cells]
    if cells and asked.of_all and situation.growing is None:
        KeptPicture(Path(asked.path), asked.theme, asked.keys).save(whole(cells, able))
    return cells


def _begun(cells: "Cells | None", shown: Stage) -> "Begun | None":
    if cells is None or shown.attributes is None:
        return None
    from tui.wire.begun import Begun

    return Begun(cells, shown.attributes, shown.leave)
