"""`python -m store.index.handiwork PLACE STORE PILE`: what the second process of `hand` does.

It lives as long as its standard input is open; when that is closed before it has done its work, it takes away what it
has made. Nobody but the first process hears of what goes wrong, which then does all of it alone.
"""

import gc
import os
import sys
import threading
from array import array
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from queue import Queue
from typing import Any

from store.errors import StoreError
from store.file.pieces import NotInPieces, read_left
from store.index.database import Database
from store.index.gathering import Gathering
from store.index.messages import receive, send
from store.index.progress import untold
from store.index.spool import Pile
from store.index.taking import take

_WAITING = 4
"""Messages that wait here; whoever sends more waits, too."""

_IN, _OUT = 0, 1


def main(place: Path, store: int, pile: int) -> None:
    """Read pieces of the store while there are any, then make the rows' part of the index."""
    gc.disable()
    asked: Queue[Any] = Queue(_WAITING)
    threading.Thread(target=_listen, args=(asked, place), daemon=True).start()
    try:
        _work(asked.get, place, store, Pile(1, FileIO(pile, "w")))
    except (StoreError, NotInPieces, OSError) as error:
        send(_OUT, ("failed", str(error)))
    threading.Event().wait()  # until nobody needs it any more


def _work(next_message: Callable[[], Any], place: Path, store: int, pile: Pile) -> None:
    what, *given = next_message()
    while what == "read":
        kind, begin, length = given
        found = read_left(os.pread(store, length, begin))
        send(_OUT, ("taken", (*take(kind, found, pile),)))
        what, *given = next_message()
    database = Database.hurried(place)
    with database.transaction():
        gathering = Gathering(database)
        while what == "add":
            nodes, targets, links = given
            gathering.add(nodes, array("q", targets), array("q", links))
            what, *given = next_message()
        [missing] = given
        gathering.finish(missing, untold)
    database.close()
    send(_OUT, ("made", None))


def _listen(asked: "Queue[Any]", place: Path) -> None:
    try:
        while True:
            asked.put(receive(_IN))
    except (EOFError, OSError):
        place.unlink(missing_ok=True)
        os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
