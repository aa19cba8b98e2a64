"""A sitting at the screen: the first picture at once, then Textual under it."""

import gc
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from store.errors import StoreError
from tui.cli.asked import Asked
from tui.cli.opening import asked_lens, open_situation

if TYPE_CHECKING:
    from store.lens import Lens
    from store.situation import Situation


def browse(asked: Asked) -> NoReturn:
    """Open a store, browse it, and exit as the command line does. Click is loaded only to tell what went wrong."""
    try:
        situation = open_situation(Path(asked.path), meanwhile=asked.of_all)
        if asked.at:
            situation.document(asked.at)
        sys.exit(sit(asked, situation, asked_lens(situation, asked.query, asked.as_of, asked.known_by)))
    except (StoreError, KeyboardInterrupt, OSError) as error:
        from tui.cli.door import fail

        fail(error)


def sit(asked: Asked, situation: "Situation", lens: "Lens") -> int:
    """Show a situation until the reader leaves; return the exit code."""
    from tui.first.picture import first_picture
    from tui.screens.beginning import beginning
    from tui.state.session_file import session_of

    # What start-up makes stays; the app has the collector begin when it is there.
    gc.disable()
    kept_in = session_of(Path(asked.path))
    left = None if asked.fresh or not asked.of_all else kept_in.load()
    begin = beginning(situation, asked.at, lens, left)
    picture = nullcontext() if asked.wire == "stock" else first_picture(situation, begin, asked.theme, asked.keys)
    with picture as begun:
        # Textual takes longer to load than all the rest.
        from tui.app import SitroomApp

        app = SitroomApp(
            situation,
            at=asked.at,
            lens=lens,
            theme=asked.theme,
            wire=asked.wire,
            session=left,
            kept_in=kept_in,
            begun=begun,
            keymap=asked.keys,
        )
        app.run(mouse=asked.mouse)
    if app.trouble:
        raise app.trouble
    return app.return_code or 0
